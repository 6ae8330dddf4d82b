import { safeJson, safeText } from '../../shared/gate/safeText.ts';
import type { Reason } from '../../shared/gate/verdict.ts';
import type { Finding, Reconciled, Reconciliation } from '../../shared/reconcile/reconciled.ts';
import { isReconciled } from '../../shared/reconcile/reconciled.ts';
import { csvLine } from '../../shared/importer/csvLine.ts';
import { toInstant } from '../../shared/time/instant.ts';
import { exitCodes } from './exitCodes.ts';
import type { ReconcileOrder } from './readBoardArguments.ts';
import { doubtLines } from './tellDoubts.ts';

const words: Readonly<Record<Finding, string>> = {
  covered: 'covered',
  'other-digest': 'another artifact than the start names',
  unrecorded: 'allowed, and not recorded',
  'not-allowed': 'not allowed',
  'no-change': 'no change',
};

/** What came out, for people, programs or a spreadsheet. */
export function tellReconciled(format: ReconcileOrder['format'], result: Reconciliation, commit: string): string {
  if (format === 'json') return asJson(result, commit);
  return format === 'csv' ? asCsv(result) : asText(result, commit);
}

/** Why nothing was held against this ledger. */
export function tellDoubted(format: ReconcileOrder['format'], doubts: readonly Reason[], commit: string): string {
  if (format === 'text') return `UNDECIDED\n\n${doubtLines(doubts)}\n  commit        ${commit}\n`;
  if (format === 'csv')
    return [
      csvLine(columns),
      ...doubts.map(({ text }) => csvLine(['ledger', '', '', '', '', '', 'undecided', '', text])),
      '',
    ].join('\r\n');
  const said = { state: 'undecided', reconciled: false, reasons: doubts, commit, exitCode: exitCodes.indeterminate };
  return `${safeJson(JSON.stringify(said, null, 2))}\n`;
}

function reasonsOf({ reasons, detail }: Reconciled): string {
  return [...reasons.map(({ text }) => text), ...(detail === '' ? [] : [detail])].join('; ');
}

function asText(result: Reconciliation, commit: string): string {
  const { findings, silent, unread, leftOut } = result;
  const open = findings.filter(({ finding }) => finding !== 'covered');
  const lines = open.map((found) => {
    const { deployment, finding, change } = found;
    const where = [deployment.service, ...(deployment.site === null ? [] : [`at ${deployment.site}`])].join(' ');
    const what = `${toInstant(deployment.at)}  ${safeText(where, 160)}  ${words[finding]}${change === null ? '' : `  ${change}`}`;
    const why = reasonsOf(found);
    return `  ${what}\n    ${safeText(deployment.source, 160)}${why === '' ? '' : `: ${safeText(why, 400)}`}`;
  });
  return [
    headline(result),
    '',
    ...lines,
    ...silent.map(({ change, at, run }) => {
      const from = run === null ? '' : ` (${safeText(run, 160)})`;
      return `  ${toInstant(at)}  a start of ${change}${from} that no deployment goes back to`;
    }),
    ...unread.map(({ source, reason }) => `  cannot be read: ${safeText(source, 160)}: ${safeText(reason)}`),
    ...(open.length + silent.length + unread.length > 0 ? [''] : []),
    `  deployments   ${findings.length}, ${findings.length - open.length} covered`,
    ...(leftOut.otherTime > 0 ? [`  not asked     ${leftOut.otherTime} of another time`] : []),
    ...(leftOut.otherEnvironment > 0 ? [`  not asked     ${leftOut.otherEnvironment} of another environment`] : []),
    `  commit        ${commit}`,
    '',
  ].join('\n');
}

/** A log that has nothing of this time and place says nothing against anybody, and proves nothing either. */
function headline(result: Reconciliation): string {
  if (!isReconciled(result)) return 'NOT RECONCILED';
  return result.findings.length > 0
    ? 'RECONCILED'
    : 'NOTHING TO RECONCILE: the log was read, and holds no deployment then and there';
}

function asJson(result: Reconciliation, commit: string): string {
  const findings = result.findings.map(({ deployment, reasons, ...found }) => ({
    ...found,
    ...deployment,
    at: toInstant(deployment.at),
    reasons: reasons.map(({ code, answer, text, rule }) => ({ code, answer, text, rule })),
  }));
  const silent = result.silent.map((each) => ({ ...each, at: toInstant(each.at) }));
  const unread = result.unread.map(({ source, reason }) => ({ source, reason }));
  const { leftOut } = result;
  const said = { reconciled: isReconciled(result), commit, findings, silent, unread, leftOut };
  return `${safeJson(JSON.stringify(said, null, 2))}\n`;
}

const columns = ['source', 'at', 'service', 'site', 'digest', 'run', 'finding', 'change', 'why'];

function asCsv({ findings, unread }: Reconciliation): string {
  return [
    csvLine(columns),
    ...findings.map((found) => {
      const { deployment: d, finding, change } = found;
      const cells = [d.source, toInstant(d.at), d.service, d.site ?? '', d.digest ?? '', d.run ?? ''];
      return csvLine([...cells, finding, change ?? '', reasonsOf(found)]);
    }),
    ...unread.map(({ source, reason }) => csvLine([source, '', '', '', '', '', 'unread', '', reason])),
    '',
  ].join('\r\n');
}
