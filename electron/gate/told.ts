import type { CommitId, PersonId, RecordId } from '../../shared/ids.ts';
import type { Verdict } from '../../shared/gate/verdict.ts';
import { safeText } from '../../shared/gate/safeText.ts';
import { toMs, type Instant } from '../../shared/time/instant.ts';
import { placeTime } from '../../shared/time/placeTime.ts';
import { zoneName } from '../../shared/time/placeTime.ts';

/** A verdict with what is needed to tell it to people. */
export interface Told {
  readonly verdict: Verdict;
  /** The change's own title; null when no record speaks of it. */
  readonly title: string | null;
  /** The zone of the place that was asked about. */
  readonly zone: string;
  readonly root: string;
  readonly exitCode: number;
  /** The start that `begin` put on the line. */
  readonly receipt?: { readonly id: RecordId; readonly commit: CommitId; readonly by: PersonId };
}

/** The first word of every answer. */
export function answerWords({ answer, simulated, reasons }: Verdict): string {
  const word = { allow: 'ALLOW', deny: 'DENY', 'needs-waiver': 'NEEDS A WAIVER', indeterminate: 'UNDECIDED' }[answer];
  const isBroken = answer === 'allow' && reasons.some(({ code }) => code === 'break-glass');
  return `${word}${isBroken ? ' (break-glass)' : ''}${simulated ? ' (simulated)' : ''}`;
}

/** The sentence behind the first word: which change, where. */
export function questionWords({ question }: Verdict): string {
  const { change, environment, service, site, tenant, phase, isRollback } = question;
  const where = [
    ...(service === undefined ? [] : [service]),
    ...(site === undefined ? [] : [`at ${site}`]),
    ...(tenant === undefined ? [] : [`for ${tenant}`]),
    ...(phase === undefined ? [] : [`phase ${safeText(phase)}`]),
  ];
  return `${isRollback === true ? 'back from ' : ''}${change} ${isRollback === true ? 'in' : 'to'} ${[environment, ...where].join(', ')}`;
}

/** A moment as the place's clock shows it, and in UTC for programs. */
export function momentWords(at: Instant, zone: string): string {
  if (zone === 'UTC') return at;
  return `${placeTime(toMs(at), zone)} ${zoneName(zone)} (${at})`;
}
