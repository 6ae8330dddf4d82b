import type { ChangeDraft } from '../../shared/api/changeCalls.ts';
import type { RequestText } from '../../shared/change/requestText.ts';
import { unfinishedText, type Unfinished } from '../../shared/change/unfinishedText.ts';
import type { Board } from '../../shared/ledger/board.ts';
import { requestBody } from '../../shared/record/body/requestBody.ts';
import { MINUTE_MS, toMs } from '../../shared/time/instant.ts';

/** Stands where a new change has no number yet; never signed. */
export const UNNUMBERED = 'CHG-0000-0000000';

/** The request that this draft would become. */
export function requestOfDraft(
  draft: ChangeDraft,
  identity: Pick<RequestText, 'change' | 'requester' | 'follows'>,
): RequestText {
  return { ...draft, ...identity };
}

/** What still keeps the draft from being submitted, in the order of the form. */
export function unfinishedOf(text: RequestText, board: Board): Unfinished[] {
  const problems: Unfinished[] = unfinishedText(text);
  const add = (field: string, problem: string, holds: boolean): void => {
    if (holds) problems.push({ field, problem });
  };
  const stranger = !board.roster.people.some(({ person }) => person === text.implementer);
  add('implementer', 'not a member of the board', text.implementer !== '' && stranger);
  for (const service of text.services) add('services', `unknown service ${service}`, !board.services.has(service));
  for (const site of text.sites) add('sites', `unknown site ${site}`, !board.sites.has(site));
  if (text.timing) {
    const end = toMs(text.timing.start) + text.timing.minutes * MINUTE_MS;
    add('timing.latestEnd', 'the work ends after the latest end', end > toMs(text.timing.latestEnd));
  }
  // Lengths, line breaks and forms; what is missing has been said above in better words.
  if (problems.length > 0) return problems;
  const read = requestBody.safeParse(text);
  return read.success
    ? []
    : read.error.issues.map(({ path, message }) => ({ field: path.join('.'), problem: message }));
}
