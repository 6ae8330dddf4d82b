import { Copy } from 'lucide-react';
import { useState } from 'react';
import type { RefusedEntry } from '../../../../shared/exchange/windowReading.ts';
import { Button } from '../../../ui/Button.tsx';
import { showToast } from '../../../ui/Toast.tsx';

/** Drawn at once; more when asked for. */
const PAGE = 200;

/** What did not become a window, each with its place and reason. */
export function RefusedList({ refused }: { readonly refused: readonly RefusedEntry[] }) {
  const [most, setMost] = useState(PAGE);
  const copy = async () => {
    await navigator.clipboard.writeText(
      refused.map(({ where, title, reason }) => `${where}\t${title}\t${reason}`).join('\n'),
    );
    showToast({ text: 'Copied.' });
  };
  return (
    <section className="tg-stack" aria-label="Refused entries">
      <div className="tg-row">
        <h2 className="tg-heading">Not imported</h2>
        <Button kind="quiet" size="small" icon={Copy} onPress={() => void copy()}>
          Copy
        </Button>
      </div>
      <table className="tg-plain-table tg-exchange-refused">
        <thead>
          <tr>
            <th scope="col">Where</th>
            <th scope="col">Entry</th>
            <th scope="col">Reason</th>
          </tr>
        </thead>
        <tbody>
          {refused.slice(0, most).map(({ where, title, reason }, index) => (
            <tr key={`${where}/${String(index)}`}>
              <td className="tg-mono">{where}</td>
              <td>
                <bdi>{title}</bdi>
              </td>
              <td>{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {refused.length > most && (
        <div className="tg-row">
          <Button onPress={() => setMost(most + PAGE)}>Show {Math.min(PAGE, refused.length - most)} more</Button>
          <span className="tg-quiet">
            {most.toLocaleString('en-GB')} of {refused.length.toLocaleString('en-GB')} are shown; Copy takes all.
          </span>
        </div>
      )}
    </section>
  );
}
