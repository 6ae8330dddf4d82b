import type { WindowBody } from '../../../record/body/windowBody.ts';
import type { Effect } from '../../../record/words.ts';
import type { Ms } from '../../../time/instant.ts';
import type { EventWords } from './eventLines.ts';

const effectWords = {
  freeze: 'Freeze: only with a waiver',
  'soft-freeze': 'Soft freeze: with the extra approval of its owner',
  maintenance: 'Maintenance',
  peak: 'Peak: raises the risk of a change',
} satisfies Record<Effect, string>;

const categoryWords = {
  freeze: 'Freeze',
  'soft-freeze': 'Soft freeze',
  maintenance: 'Maintenance',
  peak: 'Peak',
} satisfies Record<Effect, string>;

interface Described {
  readonly body: WindowBody;
  readonly owner: string;
  readonly scope: string;
  readonly sequence: number;
}

/** What a calendar shows of a window. */
export function windowWords({ body, owner, scope, sequence }: Described, now: Ms): EventWords {
  const outside = body.effect === 'maintenance' && body.closedOutside ? ', and closed outside of it' : '';
  const proposed = body.standing === 'proposed' ? ['Proposed: it blocks nothing yet.'] : [];
  const lines = [`${effectWords[body.effect]}${outside}.`, ...proposed, scope, `Owner: ${owner}`, body.reason];
  return {
    summary: body.title,
    description: lines.filter((line) => line.trim() !== '').join('\n'),
    categories: [categoryWords[body.effect]],
    tentative: body.standing === 'proposed',
    free: true,
    sequence,
    now,
  };
}
