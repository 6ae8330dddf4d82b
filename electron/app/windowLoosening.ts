import type { Agreement, FadingText, Loosening } from '../../shared/api/windowCalls.ts';
import { personName, type Board, type Waiting } from '../../shared/ledger/board.ts';
import type { WindowBody } from '../../shared/record/body/windowBody.ts';
import { scopeSentence } from '../../shared/window/scopeSentence.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import type { Statement } from '../desk/scribe.ts';
import { rolesAt } from '../desk/acting.ts';
import { namesOf } from './windowRow.ts';

const SHOWN_MANAGERS = 3;

/** What would signing this revision loosen, and what does that ask for? Null when it takes effect at once. */
export function looseningOf({ scribe, now }: DeskParts, body: WindowBody): Loosening | null {
  const ahead = scribe.foresee({ kind: 'window', body });
  const waiting = ahead && waitingBy(ahead.board, ahead.digest);
  if (!ahead || !waiting) return null;
  const [oldest] = waiting.earlier.flatMap(({ filed }) => (filed ? [filed.record.body] : []));
  return {
    until: Math.max(...waiting.earlier.map(({ until }) => until)),
    sentence: oldest ? scopeSentence(oldest, namesOf(ahead.board)) : 'What it would open stays as it is.',
    needs: needsOf(ahead.board, waiting, now()),
  };
}

/** The earlier texts of a window that still apply, soonest to run out first, and who could end that. */
export function fadingOf(
  board: Board,
  window: string,
  now: number,
): { fading: FadingText[]; needs: Loosening['needs'] } {
  const waiting = (board.waiting ?? []).filter(({ by }) => by.record.body.window === window);
  const fading = waiting.flatMap(({ by, earlier }) =>
    earlier.map(({ filed, until }) => ({
      until,
      sentence: filed ? scopeSentence(filed.record.body, namesOf(board)) : 'What it opens stays as it was.',
      body: (filed ?? by).record.body,
    })),
  );
  const needs = waiting.flatMap((each) => needsOf(board, each, now));
  return { fading: fading.toSorted((a, b) => a.until - b.until), needs };
}

/** Which signature of the acting member would move a revision of this window that waits? */
export function agreementOf({ model, scribe }: DeskParts, window: string): Agreement | null {
  const { board, proposals } = model.context();
  for (const waiting of (board.waiting ?? []).filter(({ by }) => by.record.body.window === window)) {
    const ahead = scribe.foresee(agreementOn(window, waiting.by.digest));
    const left = ahead && waitingBy(ahead.board, waiting.by.digest);
    if (ahead && (!left || missing(left) < missing(waiting))) return { digest: waiting.by.digest, to: 'loosen' };
  }
  for (const { digest, record } of proposals.filter((filed) => filed.record.body.window === window)) {
    const ahead = scribe.foresee(agreementOn(window, digest));
    const counted = ahead?.board.windows.get(record.body.window)?.find((filed) => filed.digest === digest);
    if (counted?.record.body.standing === 'published') return { digest, to: 'publish' };
  }
  return null;
}

/** A further signature on a revision of this window. */
export function agreementOn(window: string, digest: string): Statement {
  return { kind: 'cosign', body: { of: { kind: 'window', subject: window, digest } } };
}

function waitingBy(board: Board, digest: string): Waiting | undefined {
  return board.waiting?.find(({ by }) => by.digest === digest);
}

function missing({ owners, manager }: Waiting): number {
  return owners.length + (manager ? 1 : 0);
}

function needsOf(board: Board, { by, owners, manager, earlier }: Waiting, now: number): Loosening['needs'] {
  const bodies = [...earlier.flatMap(({ filed }) => filed ?? []), ...[...board.windows.values()].flat(), by];
  const roleOf = (owner: string) =>
    bodies.find(({ record }) => record.body.owner === owner)?.record.body.ownerRole ?? 'business-owner';
  const managers = board.roster.people
    .filter((member) => rolesAt(member, now).includes('change-manager') && !owners.includes(member.person))
    .map(({ name }) => name);
  const more = managers.length > SHOWN_MANAGERS ? ' or another' : '';
  return [
    ...owners.map((owner) => ({ role: roleOf(owner), name: personName(board, owner) })),
    ...(manager
      ? [{ role: 'change-manager' as const, name: `${managers.slice(0, SHOWN_MANAGERS).join(' or ')}${more}` }]
      : []),
  ];
}
