import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { useRoute } from '../../route.ts';
import { pages } from '../frame/pages.ts';

const keys: readonly (readonly [readonly string[], string])[] = [
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
const calendarKeys: readonly (readonly [readonly string[], string])[] = [
  [['m'], 'Month'],
  [['w'], 'Week'],
  [['t'], 'Timeline'],
  [['['], 'Earlier; Page Up as well in month and week'],
  [[']'], 'Later; Page Down as well in month and week'],
  [['d'], 'Today'],
  [['f'], 'Find a slot'],
  [['Ctrl', 'P'], 'Print what is shown'],
  [['←', '↑', '→', '↓'], 'Walk the changes or the days'],
  [['Alt', '→'], 'Move the change'],
  [['Shift', 'Alt', '→'], 'Stretch the change; up and down in the week'],
  [['c'], 'In a month: the next change of the day'],
  [['Shift', '→'], 'In a month: choose several days'],
  [['N'], 'Draw a window there'],
];

/** Every key there is, in one place. */
export function Shortcuts({ onClose }: { readonly onClose: () => void }) {
  const { page } = useRoute();
  const ways = pages.flatMap(({ key, label }) => (key ? [[['g', key], label] as const] : []));
  return (
    <Dialog title="Keys" isOpen onClose={onClose} actions={<Button onPress={onClose}>Close</Button>}>
      <dl className="tg-keys">
        {[...keys, ...(page === 'calendar' ? calendarKeys : []), ...ways].map(([pressed, meaning]) => (
          <div key={`${pressed.join(' ')} ${meaning}`}>
            <dt>
              {pressed.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
