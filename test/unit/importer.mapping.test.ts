import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLog } from '../../electron/importer/readLog.ts';
import { delimiterOf } from '../../shared/importer/delimiter.ts';
import { importedChangeId } from '../../shared/importer/importedIds.ts';
import { mapLog } from '../../shared/importer/mapLog.ts';
import { mapping as mappingShape, type Mapping } from '../../shared/importer/mapping.ts';
import { planImport } from '../../shared/importer/planImport.ts';
import { previewOf } from '../../shared/importer/previewOf.ts';
import { createTimeReader } from '../../shared/importer/readTime.ts';
import { rejectionReport } from '../../shared/importer/rejectionReport.ts';
import { serviceSlug } from '../../shared/importer/serviceSlug.ts';
import { bpic2014, shippedMappings } from '../../shared/importer/shippedMappings.ts';
import { requestBody } from '../../shared/record/body/requestBody.ts';
import { serviceBody } from '../../shared/record/body/siteBody.ts';
import { changeId } from '../../shared/ids.ts';
import { toInstant } from '../../shared/time/instant.ts';

const plain: Mapping = {
  name: 'plain',
  label: 'Plain',
  source: 'Old desk',
  zone: 'Europe/Amsterdam',
  columns: {
    id: 'id',
    title: ['title'],
    plannedStart: 'start',
    plannedEnd: 'end',
    closed: 'closed',
    services: 'service',
    items: 'item',
  },
  separator: '|',
  types: { '*': 'normal' },
  categories: { '*': 'configuration' },
  outcomes: {},
  emergencyValues: [],
  environment: 'production',
  years: { from: 2010, to: 2030 },
};
const HEAD = 'id,title,start,end,closed,service,item';
const mapped = (...rows: readonly string[]) => mapLog(readLog([HEAD, ...rows].join('\n')), plain);
const nothingKnown = { hasChange: () => false, hasService: () => false };

test('a row that cannot be is rejected with its line and the reason', () => {
  const { changes, rejected } = mapped(
    'C1,ok,2026-03-02T10:00,2026-03-02T11:00,,till,',
    ',no id,2026-03-02T10:00,2026-03-02T11:00,,till,',
    'C2,backwards,2026-03-02T11:00,2026-03-02T10:00,,till,',
    'C3,absurd,2026-03-02T11:00,2128-03-02T10:00,,till,',
    'C4,unreadable,yesterday,2026-03-02T10:00,,till,',
    'C5,thirtieth of February,2026-02-30T10:00,2026-03-02T10:00,,till,',
    'C6,no end,2026-03-02T10:00,,,till,',
    'C1,ok,2026-03-02T10:00,2026-03-02T11:00,,till,',
  );
  assert.deepEqual(
    changes.map(({ sourceId }) => sourceId),
    ['C1'],
  );
  assert.deepEqual(
    rejected.map(({ line, reason }) => [line, reason]),
    [
      [3, 'no change id'],
      [4, 'planned end before planned start'],
      [5, 'planned end outside the years 2010 to 2030'],
      [6, 'planned start not a time'],
      [7, 'planned start not a time'],
      [8, 'no planned end'],
      [9, 'the same row stands above'],
    ],
  );
});

test('rows with one id are one change: services and items gathered, times widened, one bad row left out', () => {
  const rows = Array.from(
    { length: 1_007 },
    (_, n) => `C1,big,2026-03-02T10:00,2026-03-02T11:00,,svc ${n % 3},item${n}`,
  );
  const { changes, rejected, warnings } = mapped(
    ...rows,
    'C1,big,2026-03-02T09:00,2026-03-02T12:00,,svc 9,late',
    'C1,big,never,2026-03-02T12:00,,svc 8,bad',
  );
  const [change] = changes;
  assert.equal(changes.length, 1);
  assert.deepEqual(change?.services, ['svc 0', 'svc 1', 'svc 2', 'svc 9']);
  assert.equal(change?.items.length, 1_008);
  assert.equal(toInstant(change?.start ?? 0), '2026-03-02T08:00:00Z');
  assert.equal(toInstant(change?.end ?? 0), '2026-03-02T11:00:00Z');
  assert.equal(rejected.length, 1);
  assert.deepEqual(
    warnings.map(({ reason }) => reason),
    ['rows of one change differ in planned times, the widest is kept', 'more than 100 items, all kept'],
  );
});

test('delimiters, byte order mark, quotes with line breaks and surplus cells are told apart', () => {
  assert.deepEqual(['a,b', 'a;b;c,d', 'a\tb', 'a|b', '"x,y";z'].map(delimiterOf), [',', ';', '\t', '|', ';']);
  const log = readLog('\uFEFFid;title\r\n1;"two\nlines"\r\n\r\n2;x;surplus\r\n3;y\r\n');
  assert.deepEqual(log.columns, ['id', 'title']);
  assert.deepEqual(
    log.rows.map(({ line, cells }) => [line, ...cells]),
    [
      [3, '1', 'two\nlines'],
      [6, '3', 'y'],
    ],
  );
  assert.deepEqual(
    log.broken.map(({ line, reason }) => [line, reason]),
    [[5, 'more cells than the header has columns']],
  );
});

test('local times are read in the zone of the mapping, offsets as they are written, both date orders', () => {
  const read = createTimeReader({ zone: 'Europe/Amsterdam', years: plain.years });
  const shown = (text: string, reader = read) => {
    const time = reader(text);
    return time.kind === 'time' ? toInstant(time.at) : time.kind;
  };
  assert.equal(shown('2013-10-26T12:00:00'), '2013-10-26T10:00:00Z');
  assert.equal(shown('2013-10-27 02:30'), '2013-10-27T00:30:00Z'); // happens twice: the first
  assert.equal(shown('2013-10-27T12:00:00.250+05:30'), '2013-10-27T06:30:00Z');
  assert.equal(shown('2013-10-27T12:00:00Z'), '2013-10-27T12:00:00Z');
  assert.equal(shown('04/03/2013 08:00'), '2013-04-03T06:00:00Z');
  assert.equal(shown('04/03/2013 08:00', createTimeReader({ ...plain, dayFirst: true })), '2013-03-04T07:00:00Z');
  assert.equal(shown(''), 'empty');
  assert.equal(shown('2013-13-01'), 'unreadable');
  assert.equal(shown('2009-01-01'), 'absurd');
});

test('every imported body is one that its kind can be read from, whatever the cells hold', () => {
  const { changes, warnings } = mapped(
    `C1,=cmd|' /C calc'!A0 \u0007\u202E ${'long '.repeat(80)},2026-03-02T10:00,2026-03-02T10:00,2026-03-03T10:00,"Ünïcode Tills & Co|  ",\uD800`,
    'C\u00072,,2026-03-02T10:00,2026-03-02T11:00,,,',
  );
  assert.equal(warnings.length, 2);
  const plan = planImport(changes, plain, 'ines-carvalho', nothingKnown);
  assert.deepEqual(
    plan.services.map(({ service }) => service),
    ['unicode-tills-co'],
  );
  for (const body of plan.requests) assert.deepEqual(requestBody.parse(body), body);
  for (const body of plan.services) assert.deepEqual(serviceBody.parse(body), body);
  assert.ok(plan.requests.every(({ imported }) => imported?.source === 'Old desk'));
});

test('the same change of the same log always gets the same id, and one that is here already is left alone', () => {
  const id = importedChangeId('Old desk', 'C1', Date.parse('2026-03-02T09:00:00Z'));
  assert.ok(changeId.safeParse(id).success);
  const { changes } = mapped(
    'C1,a,2026-03-02T10:00,2026-03-02T11:00,,till,',
    'C2,b,2026-03-02T10:00,2026-03-02T11:00,,till,',
  );
  const plan = planImport(changes, plain, 'ines-carvalho', { ...nothingKnown, hasChange: (known) => known === id });
  assert.equal(plan.alreadyHere, 1);
  assert.equal(plan.requests.length, 1);
  assert.notEqual(plan.requests[0]?.change, id);
});

test('the preview counts reasons and new services, and shows the first twenty', () => {
  const log = readLog(
    [
      HEAD,
      ...Array.from({ length: 30 }, (_, n) => `C${n},t,2026-03-02T10:00,2026-03-02T1${n % 10}:00,,s${n % 4},`),
    ].join('\n'),
  );
  const preview = previewOf(log, mapLog(log, plain), new Set([serviceSlug('s0')]));
  assert.deepEqual([preview.rows, preview.changes, preview.sample.length, preview.newServices], [30, 30, 20, 3]);
  assert.deepEqual(preview.warnings, [
    { reason: 'planned end equals planned start, one minute assumed', count: 3, lines: [2, 12, 22] },
  ]);
});

test('a missing column is named before anything is read', () => {
  assert.throws(() => mapLog(readLog('id,title\n1,x'), plain), {
    code: 'mapping-unusable',
    facts: { mapping: 'plain', column: 'start' },
  });
});

test('the report of rejected rows runs nothing in a spreadsheet', () => {
  const report = rejectionReport([{ line: 2, sourceId: '=1+1', reason: 'no planned end', detail: '@SUM(A1)|"x"' }]);
  assert.equal(report, 'line,source id,reason,cell\r\n2,"\'=1+1",no planned end,"\'@SUM(A1)|""x"""\r\n');
});

test('the shipped mappings are mappings, and bpic2014 reads a row of its log', () => {
  for (const shipped of shippedMappings) assert.deepEqual(mappingShape.parse(shipped), shipped);
  const columns = Object.values(bpic2014.columns).flatMap((name) => name ?? []);
  const cells: Record<string, string> = {
    change_id: 'C00000001',
    change_type: 'Standard Change Type 01',
    change_family: 'Standard Change Type',
    ci_type_main: 'database',
    planned_start: '2013-10-01T08:00:00',
    planned_end: '2013-10-01T10:00:00',
    opened: '2013-09-20T08:00:00',
    closed: '2013-10-02T08:00:00',
    service_components: 'WBS000001|WBS000002',
    ci_names_first20: 'DBS1|DBS2',
    label_ci_incident_rise: '0',
  };
  const header = [...new Set(columns)];
  const { changes } = mapLog(
    readLog(`${header.join(',')}\n${header.map((name) => cells[name] ?? '').join(',')}`),
    bpic2014,
  );
  const [change] = changes;
  assert.equal(change?.title, 'Standard Change Type 01 · DBS1');
  assert.equal(change?.type, 'standard');
  assert.equal(change?.category, 'database-parameter');
  assert.equal(change?.outcome, 'not-implemented'); // closed and never begun, whatever the label says
  assert.deepEqual(change?.services, ['WBS000001', 'WBS000002']);
});
