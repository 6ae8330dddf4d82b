import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { useRoute } from '../../route.ts';
import { pages } from '../frame/pages.ts';

type Meaning = readonly [pressed: readonly string[], meaning: string];

const keys: readonly Meaning[] = [
  [['Ctrl', 'K'], 'Search or jump'],
  [['n'], 'New change'],
  [['/'], 'Search in the table'],
  [['j'], 'Next row'],
  [['k'], 'Row before'],
  [['Space'], 'Preview the row'],
  [['Enter'], 'Open the row'],
  [['?'], 'These keys'],
];

/** Keys of the calendar, told while it is open. */
const calendarKeys: readonly Meaning[] = [
  [['m'], 'Month'],
  [['w'], 'Week'],
  [['t'], 'Timeline'],
  [['d'], 'Today'],
  [['['], 'Earlier'],
  [[']'], 'Later'],
  [['f'], 'Find a slot'],
  [['Ctrl', 'P'], 'Print what is shown'],
  [['Arrows'], 'Walk changes or days'],
  [['Alt', 'Arrows'], 'Move the change'],
  [['Shift', 'Alt', 'Arrows'], 'Stretch it'],
  [['n'], 'Draw a window'],
  [['c'], 'A day’s next change, in a month'],
  [['Shift', 'Arrows'], 'Several days, in a month'],
];

/** Every key there is, in one place. */
export function Shortcuts({ onClose }: { readonly onClose: () => void }) {
  const { page } = useRoute();
  const ways = pages.flatMap(({ key, label }) => (key ? [[['g', key], label] as const] : []));
  return (
    <Dialog title="Keys" isOpen onClose={onClose} actions={<Button onPress={onClose}>Close</Button>}>
      <KeyList keys={[...keys, ...ways]} />
      {page === 'calendar' && (
        <>
          <h3 className="tg-keys-title">In the calendar</h3>
          <KeyList keys={calendarKeys} />
        </>
      )}
    </Dialog>
  );
}

function KeyList({ keys: told }: { readonly keys: readonly Meaning[] }) {
  return (
    <dl className="tg-keys">
      {told.map(([pressed, meaning]) => (
        <div key={meaning}>
          <dt>
            {pressed.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
