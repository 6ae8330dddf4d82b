import { Hash } from 'lucide-react';
import type { RenumberedChange } from '../../../shared/api/changeCalls.ts';
import { useCommand } from '../../api/useCommand.ts';
import { hrefOf } from '../../route.ts';
import { Button } from '../../ui/Button.tsx';
import { Problem } from '../../ui/Problem.tsx';

/** Changes of the reader's that have another number than they were given. */
export function RenumberedLines({ renumbered }: { readonly renumbered: readonly RenumberedChange[] }) {
  const dismiss = useCommand('today.dismissRenumbered');
  if (renumbered.length === 0) return null;
  return (
    <ul className="tg-renumbered" aria-label="New numbers">
      {renumbered.map(({ from, to, title }) => (
        <li key={from}>
          <Hash size={16} aria-hidden />
          <span>
            Another change had the number <span className="tg-mono">{from}</span> first. Yours is{' '}
            <span className="tg-mono">{to}</span> now, word for word: <a href={hrefOf('change', to)}>{title}</a>.
          </span>
          <Button size="small" onPress={() => dismiss.mutate({ change: from })}>
            I have read this
          </Button>
        </li>
      ))}
      {dismiss.isError && <Problem error={dismiss.error} compact />}
    </ul>
  );
}
