import type { RequirementState, Tally } from '../approval/tally.ts';
import type { ChangeReading } from '../change/readChange.ts';
import { personName } from '../ledger/board.ts';
import type { Band } from '../record/words.ts';
import { isAbove } from '../risk/bandOf.ts';
import type { Risk } from '../risk/risk.ts';
import type { Reason } from './verdict.ts';

/**
 * Has everybody agreed who must?
 * When the risk is now in a graver band than the one that was decided, the missing people are named under `risk-rose`.
 */
export function approvalReasons(
  reading: ChangeReading,
  tally: Tally,
  risk: Risk,
  decided: { readonly band: Band; readonly record: string } | null,
): Reason[] {
  const { text } = reading;
  if (!tally.allowed) {
    const words = `A ${text.type} change is not allowed in band ${risk.band}`;
    return [
      {
        code: 'type-not-allowed',
        answer: 'deny',
        text: words,
        rule: `matrix: ${risk.band} x ${text.type}`,
        record: 'policy',
      },
    ];
  }
  const missing = [
    ...tally.requirements.filter(({ met, count }) => met.length < count).map((state) => missingRole(state, reading)),
    ...missingQuorum(tally, risk.band, text.type),
  ];
  if (missing.length === 0) return approvedReasons(reading, tally, `matrix: ${risk.band} x ${text.type}`);
  const rose = decided !== null && isAbove(risk.band, decided.band);
  const because = rose ? `The risk rose from ${decided.band} to ${risk.band}. ` : '';
  const hint = hintOf(tally);
  return missing.map(({ rule, words }, at) => ({
    code: rose ? 'risk-rose' : 'approvals-missing',
    answer: 'deny',
    text: `${because}${words}${at === 0 ? hint : ''}`,
    rule,
    record: rose ? decided.record : 'policy',
  }));
}

const said = (role: string) => role.replaceAll('-', ' ');

function missingRole(state: RequirementState, { board }: ChangeReading): { rule: string; words: string } {
  if (state.person !== undefined) {
    return { rule: state.rule, words: `Missing: ${personName(board, state.person)}, who owns the window` };
  }
  const names = state.could.slice(0, 4).map((person) => personName(board, person));
  const more = state.could.length > names.length ? ` and ${state.could.length - names.length} more` : '';
  const could = names.length > 0 ? `could be ${names.join(', ')}${more}` : 'nobody on the roster can give it';
  const left = state.count - state.met.length;
  return { rule: state.rule, words: `Missing: ${left > 1 ? `${left} x ` : ''}${said(state.role)}, ${could}` };
}

function missingQuorum({ quorum }: Tally, band: Band, type: string): { rule: string; words: string }[] {
  if (!quorum) return [];
  const rule = `quorum: ${band} x ${type}`;
  if (quorum.met.length < quorum.count) {
    return [{ rule, words: `Missing: ${quorum.count - quorum.met.length} of ${quorum.count} for the quorum` }];
  }
  return quorum.businessMet ? [] : [{ rule, words: 'Missing: a member of the business in the quorum' }];
}

/** Approvals that were given and do not count say why, or the asker will look for them. */
function hintOf({ decisions }: Tally): string {
  const approvals = decisions.filter(({ verdict }) => verdict === 'approve');
  const stale = approvals.filter(({ standing }) => standing === 'stale').length;
  const lapsed = approvals.filter(({ standing }) => standing === 'lapsed').length;
  return [stale > 0 ? `. ${stale} given on an earlier text` : '', lapsed > 0 ? `. ${lapsed} lapsed` : ''].join('');
}

function approvedReasons({ file }: ChangeReading, { decisions }: Tally, rule: string): Reason[] {
  const idByDigest = new Map((file?.decisions ?? []).map(({ digest, record }) => [digest, record.id]));
  return decisions
    .filter(({ standing, verdict }) => standing === 'counts' && verdict === 'approve')
    .map(({ name, role, digest, lapsesAt, conditions }) => ({
      code: 'approved',
      answer: 'allow',
      text: `Approved by ${name}, ${said(role)}${conditions === undefined ? '' : `, on condition: ${conditions}`}`,
      rule,
      record: `decision/${idByDigest.get(digest) ?? digest}`,
      until: lapsesAt,
    }));
}
