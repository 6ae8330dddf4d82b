import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
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

/** Every key there is, in one place. */
export function Shortcuts({ onClose }: { readonly onClose: () => void }) {
  const ways = pages.flatMap(({ key, label }) => (key ? [[['g', key], label] as const] : []));
  return (
    <Dialog title="Keys" isOpen onClose={onClose} actions={<Button onPress={onClose}>Close</Button>}>
      <dl className="tg-keys">
        {[...keys, ...ways].map(([pressed, meaning]) => (
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
    </Dialog>
  );
}
