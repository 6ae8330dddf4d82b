import { hrefOf } from '../route.ts';
import { Badge, type Tone } from './Badge.tsx';

/** Says that two texts stand side by side, and leads to where they are compared and settled. */
export function ForkedBadge({ words, tone = 'warn' }: { readonly words: string; readonly tone?: Tone }) {
  return (
    <a className="tg-badge-link" href={hrefOf('ledger', null, { part: 'twice' })}>
      <Badge tone={tone}>{words}</Badge>
    </a>
  );
}
