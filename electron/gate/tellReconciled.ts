import { safeJson, safeText } from '../../shared/gate/safeText.ts';
import type { Finding, Reconciled, Reconciliation } from '../../shared/reconcile/reconciled.ts';
import { isReconciled } from '../../shared/reconcile/reconciled.ts';
import { csvLine } from '../../shared/importer/csvLine.ts';
import { toInstant } from '../../shared/time/instant.ts';
import type { ReconcileOrder } from './readBoardArguments.ts';

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

function reasonsOf({ reasons, detail }: Reconciled): string {
  return [...reasons.map(({ text }) => text), ...(detail === '' ? [] : [detail])].join('; ');
}

function asText(result: Reconciliation, commit: string): string {
  const { findings, silent, unread } = result;
  const open = findings.filter(({ finding }) => finding !== 'covered');
  const lines = open.map((found) => {
    const { deployment, finding, change } = found;
    const where = [deployment.service, ...(deployment.site === null ? [] : [`at ${deployment.site}`])].join(' ');
    const what = `${toInstant(deployment.at)}  ${safeText(where, 160)}  ${words[finding]}${change === null ? '' : `  ${change}`}`;
    const why = reasonsOf(found);
    return `  ${what}\n    ${safeText(deployment.source, 160)}${why === '' ? '' : `: ${safeText(why, 400)}`}`;
  });
  return [
    isReconciled(result) ? 'RECONCILED' : 'NOT RECONCILED',
    '',
    ...lines,
    ...silent.map(({ change, at, run }) => {
      const from = run === null ? '' : ` (${safeText(run, 160)})`;
      return `  ${toInstant(at)}  a start of ${change}${from} that no deployment goes back to`;
    }),
    ...unread.map(({ source, reason }) => `  cannot be read: ${safeText(source, 160)}: ${safeText(reason)}`),
    ...(open.length + silent.length + unread.length > 0 ? [''] : []),
    `  deployments   ${findings.length}, ${findings.length - open.length} covered`,
    `  commit        ${commit}`,
    '',
  ].join('\n');
}

function asJson(result: Reconciliation, commit: string): string {
  const findings = result.findings.map(({ deployment, reasons, ...found }) => ({
    ...found,
    ...deployment,
    at: toInstant(deployment.at),
    reasons: reasons.map(({ code, answer, text, rule }) => ({ code, answer, text, rule })),
  }));
  const silent = result.silent.map((each) => ({ ...each, at: toInstant(each.at) }));
  const said = { reconciled: isReconciled(result), commit, findings, silent, unread: result.unread };
  return `${safeJson(JSON.stringify(said, null, 2))}\n`;
}

function asCsv({ findings, unread }: Reconciliation): string {
  return [
    csvLine(['source', 'at', 'service', 'site', 'digest', 'run', 'finding', 'change', 'why']),
    ...findings.map((found) => {
      const { deployment: d, finding, change } = found;
      const cells = [d.source, toInstant(d.at), d.service, d.site ?? '', d.digest ?? '', d.run ?? ''];
      return csvLine([...cells, finding, change ?? '', reasonsOf(found)]);
    }),
    ...unread.map(({ source, reason }) => csvLine([source, '', '', '', '', '', 'unread', '', reason])),
    '',
  ].join('\r\n');
}
