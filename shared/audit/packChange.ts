import type { Assessment } from '../change/assess.ts';
import { shownText, type ChangeFile } from '../change/changeFile.ts';
import { personName } from '../ledger/board.ts';
import type { RequestBody } from '../record/body/requestBody.ts';
import type { Filed, LedgerRecord } from '../record/envelope.ts';
import { toMs } from '../time/instant.ts';
import type { WindowHit } from '../window/span.ts';
import type { PackChange, PackDecision, PackFigure, PackRecord } from './packDocument.ts';
import type { PackEntry, PackSource } from './packSource.ts';
import { waiverLines } from './packWaivers.ts';
import { capital, factorWords, short, spanWords, spoken, standingWords, when } from './packWords.ts';

/** What does the pack say about this change? */
export function packChange({ file, assessment }: PackEntry, source: PackSource): PackChange {
  const { board, zone } = source;
  const text = shownText(file);
  const { risk, tally, evidence, hits, lifecycle } = assessment;
  const filed = inOrder(file);
  const name = (person: string) => personName(board, person);
  return {
    change: file.change,
    title: text.title,
    state: lifecycle.state,
    because: lifecycle.because,
    band: risk.band,
    score: risk.score,
    startWords: when(text.timing.start, zone),
    facts: factsOf(text, file, source),
    factors: risk.factors.map(({ factor, points, max, input, rule }) => ({
      name: factorWords[factor],
      points: `${points} of ${max}`,
      input,
      rule,
    })),
    floors: risk.floors.map(({ band, why }) => `At least ${band}: ${why}`),
    texts: textsOf(text, name),
    asked: [
      ...tally.requirements.map(({ role, count, rule, met }) => ({
        role: count === 1 ? capital(spoken(role)) : `${capital(spoken(role))}, ${count}`,
        rule,
        met: met.length === 0 ? 'open' : met.map(name).join(', '),
      })),
      ...(tally.quorum === null
        ? []
        : [
            {
              role: `Board, ${tally.quorum.count}`,
              rule: 'quorum',
              met: tally.quorum.met.map(name).join(', ') || 'open',
            },
          ]),
    ],
    decisions: file.decisions.map((decision) => decisionOf(decision, assessment, source)),
    evidence: evidence.map((item) => ({
      kind: capital(spoken(item.kind)),
      standing: item.required || item.standing !== 'missing' ? spoken(item.standing) : 'not asked',
      title: item.title ?? '',
      when: item.measuredAt === undefined ? '' : when(item.measuredAt, zone),
      by: item.by === undefined ? '' : name(item.by),
    })),
    receipts: file.receipts.map(({ record }) => ({
      event: capital(spoken(record.body.event)),
      when: when(record.body.happenedAt, zone),
      by: name(record.signed.by),
      what: [record.body.phase, record.body.site, record.body.run, record.body.outcome && spoken(record.body.outcome)]
        .filter(Boolean)
        .join(', '),
    })),
    windows: [...windowsMet(hits), ...waiverLines({ file, assessment }, source)],
    history: filed.map(({ record, digest }) => ({
      when: when(record.signed.at, zone),
      what: whatOf(record as LedgerRecord), // every record is of one of the kinds
      by: name(record.signed.by),
      key: short(record.signed.key),
      digest: short(digest),
    })),
    records: filed.map((each) => recordOf(each, source)),
  };
}

/** The file of a record, attached under a name that no system refuses. */
export function recordOf(filed: Filed, { textOf }: PackSource): PackRecord {
  const { path, digest, record } = filed;
  return { name: path.replaceAll('/', '_'), path, digest, text: textOf(filed), at: toMs(record.signed.at) };
}

/** Each window once, with the occurrences of it that the work meets. */
function windowsMet(hits: readonly WindowHit[]): string[] {
  const byWindow = new Map<string, WindowHit[]>();
  for (const hit of hits) byWindow.set(hit.span.window, [...(byWindow.get(hit.span.window) ?? []), hit]);
  return [...byWindow.values()].flatMap((met) => {
    const [first] = met;
    if (first === undefined) return [];
    return `${capital(spoken(first.effect))}: ${first.title}, ${spanWords(met.map(({ span }) => span)).join('; ')}`;
  });
}

/** By when they were signed, the line's own order where two say the same moment. */
function inOrder(file: ChangeFile): Filed[] {
  const said = [...file.waivers, ...file.cosigns, ...file.reviews, ...file.comments];
  const all: Filed[] = [...file.requests, ...file.decisions, ...file.evidence, ...file.receipts, ...said];
  return all.toSorted((a, b) => toMs(a.record.signed.at) - toMs(b.record.signed.at) || a.position - b.position);
}

function whatOf(record: LedgerRecord): string {
  switch (record.kind) {
    case 'request':
      if (record.body.cancelled) return 'Called off';
      if (record.body.imported) return `Imported from ${record.body.imported.source}`;
      return record.body.follows.length === 0 ? 'Asked for' : 'Text revised';
    case 'decision':
      return `${capital(record.body.verdict)} as ${spoken(record.body.role)}`;
    case 'evidence':
      return `Evidence: ${spoken(record.body.evidence)}`;
    case 'receipt':
      return `${record.body.rollbackOf === undefined ? 'Work' : 'Way back'} ${spoken(record.body.event)}`;
    case 'waiver':
      return record.body.breakGlass ? 'Glass broken' : 'Waiver asked for';
    case 'cosign':
      return `Waiver signed as ${spoken(record.body.role ?? 'owner')}`;
    case 'review':
      return `Reviewed: ${spoken(record.body.outcome)}`;
    case 'comment':
      return 'Comment';
    default:
      return record.kind;
  }
}

function decisionOf(
  { record, digest }: Filed<'decision'>,
  { tally }: Assessment,
  { board, zone }: PackSource,
): PackDecision {
  const counted = tally.decisions.find((decision) => decision.digest === digest);
  const { body, signed } = record;
  return {
    verdict: capital(body.verdict),
    role: capital(spoken(body.role)),
    name: personName(board, signed.by),
    key: short(signed.key),
    when: when(signed.at, zone),
    standing: counted === undefined ? 'does not count' : standingWords[counted.standing],
    seen: `${capital(body.risk.band)} ${body.risk.score}`,
    said: [body.conditions && `On condition: ${body.conditions}`, body.reason].filter(Boolean).join(' '),
  };
}

function factsOf(text: RequestBody, file: ChangeFile, { board, zone }: PackSource): PackFigure[] {
  const services = text.services.map((id) => board.services.get(id)?.name ?? id);
  const sites = text.sites.map((id) => board.sites.get(id)?.name ?? id);
  const first = file.requests[0];
  return [
    { label: 'Type and category', value: `${capital(text.type)}, ${spoken(text.category)}` },
    { label: 'Environment', value: capital(text.environment) },
    { label: 'Services', value: services.join(', ') || 'none named' },
    { label: 'Sites', value: sites.join(', ') || 'all, from one place' },
    {
      label: 'Asked for by',
      value: `${personName(board, text.requester)}${first ? `, ${when(first.record.signed.at, zone)}` : ''}`,
    },
    { label: 'Implemented by', value: personName(board, text.implementer) },
    { label: 'Planned', value: `${when(text.timing.start, zone)}, ${text.timing.minutes} minutes` },
    {
      label: 'Approved envelope',
      value: `${when(text.timing.earliestStart, zone)} to ${when(text.timing.latestEnd, zone)}`,
    },
    {
      label: 'Artifacts',
      value: text.artifacts.map(({ service, digest }) => `${service} ${short(digest)}`).join(', ') || 'none',
    },
    {
      label: 'Data',
      value: { reversible: 'Reversible', restore: 'Only by a restore', irreversible: 'Cannot be reversed' }[text.data],
    },
    ...(text.incident === undefined ? [] : [{ label: 'Incident', value: text.incident }]),
    ...(text.release === undefined ? [] : [{ label: 'Release', value: text.release }]),
  ];
}

function textsOf(text: RequestBody, name: (person: string) => string): PackChange['texts'] {
  const { plans } = text;
  const { rollback } = plans;
  const authority = rollback.authority === undefined ? '' : `Decided by ${name(rollback.authority)}.`;
  const minutes = rollback.minutes === undefined ? '' : `Takes ${rollback.minutes} minutes.`;
  return [
    { heading: 'Reason', text: text.summary },
    { heading: 'Implementation', text: plans.implementation },
    { heading: 'Validation', text: plans.validation },
    {
      heading: `Way back, ${rollback.readiness === 'none' ? 'not planned' : rollback.readiness}`,
      text: [rollback.steps, rollback.criteria && `Triggers: ${rollback.criteria}`, authority, minutes]
        .filter(Boolean)
        .join('\n'),
    },
    { heading: 'Communication', text: plans.communication },
    { heading: 'Manual fallback', text: plans.fallback },
  ].filter(({ text: words }) => words.trim() !== '');
}
