import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contract, type CallName } from '../../shared/api/contract.ts';
import type { Reply } from '../../shared/api/call.ts';
import { openTestDesk } from '../support/desk.ts';
import { everyInput } from '../support/everyInput.ts';

/** Calls whose input names something that is not there. */
const refusals: Partial<Record<CallName, string>> = {
  'jobs.cancel': 'job-not-found',
  'drafts.discard': 'draft-not-found',
  'imports.preview': 'file-unreadable',
  'imports.run': 'file-unreadable',
  'imports.report': 'job-not-found',
  'audit.file': 'job-not-found',
  'unsent.undo': 'outbox-sent',
  'sync.restoreLine': 'remote-moved',
  'ledger.heal': 'stale-record',
  'ledger.putBack': 'stale-record',
  'today.writeLostAgain': 'request-not-found',
  'people.hear': 'request-not-found',
  'people.admit': 'request-not-found',
  'people.signAgain': 'request-not-found',
  'people.agentKeys': 'agent-missing',
  'people.useAgentKey': 'agent-missing',
  'people.useKeyFile': 'key-unusable',
  'boards.open': 'board-not-found',
  'boards.joined': 'job-not-found',
  'boards.keep': 'job-not-found',
  'boards.leave': 'board-not-found',
  'boards.publish': 'input-rejected',
};

test('every call answers, in values that survive both hosts unchanged', async (t) => {
  // Whoever runs the tests may have an agent of their own.
  process.env['SSH_AUTH_SOCK'] = '/nowhere/agent';
  const desk = await openTestDesk(t);
  const given = await everyInput(desk);
  const refused: Record<string, string> = {};
  // Queries first: they find the sample as it is.
  const names = (Object.keys(contract) as CallName[]).toSorted((a, b) => Number(isCommand(a)) - Number(isCommand(b)));
  for (const name of names) {
    const reply: Reply = await desk.dispatch(name, given[name]);
    assert.deepEqual(structuredClone(reply), reply, `${name} over IPC`);
    assert.deepEqual(JSON.parse(JSON.stringify(reply)), reply, `${name} over HTTP`);
    if (!reply.ok) refused[name] = reply.code;
  }
  for (const [name, code] of Object.entries(refusals)) {
    assert.equal(refused[name], code, name);
    delete refused[name];
  }
  // As the change manager none of these is theirs to say: that is an answer as well.
  for (const [name, code] of Object.entries(refused))
    assert.match(code, /^(stale-record|own-change|not-entitled)$/, name);
  assert.ok(Object.keys(refused).length <= 14, JSON.stringify(refused));
  assert.deepEqual(desk.defects, []);
});

/** What an auditor does besides reading: the ledger's table gives them checkpoints, and a word like every member. */
const auditorSays = ['checkpoint', 'comment', 'enrol'];
/** Commands that change who acts or which board is open, and would end the question. */
const turns = /^(me\.actAs|boards\.)/;

test('an auditor reads everything and signs nothing that decides, plans, frees or admits', async (t) => {
  const desk = await openTestDesk(t);
  const given = await everyInput(desk);
  const { me, head } = await desk.ask('app.status', {});
  const auditor = me.canActAs.find(({ roles }) => roles.join() === 'auditor');
  assert.ok(auditor, 'the sample has one who is auditor and nothing else');
  const { may } = await desk.ask('me.actAs', { person: auditor.person });
  assert.deepEqual(may, { request: false, window: false, evidence: false, decision: false }, 'nothing is offered');
  for (const name of (Object.keys(contract) as CallName[]).filter((each) => !turns.test(each))) {
    const reply = await desk.dispatch(name, given[name]);
    if (!isCommand(name) && !reply.ok) assert.match(reply.code, /-not-found$|^file-unreadable$|^agent-missing$/, name);
  }
  const said = (await desk.ask('unsent.list', {})).map(({ what }) => what);
  assert.deepEqual(
    said.filter((what) => !auditorSays.includes(what)),
    [],
  );
  assert.equal((await desk.ask('app.status', {})).head, head, 'nothing was written behind the outbox');
  assert.deepEqual(desk.defects, []);
});

function isCommand(name: CallName): boolean {
  return contract[name].kind === 'command';
}

test('an input that does not fit is refused with the field at fault, and a call that is not there as well', async (t) => {
  const desk = await openTestDesk(t);
  const wrong: [string, unknown, string][] = [
    ['changes.read', { change: 'CHG-1' }, 'change'],
    ['changes.list', { filter: {}, sort: { by: 'start', descending: false }, offset: -1, limit: 10 }, 'offset'],
    [
      'changes.list',
      { filter: { bands: ['severe'] }, sort: { by: 'start', descending: false }, offset: 0, limit: 1 },
      'filter.bands.0',
    ],
    ['app.status', { extra: 1 }, ''],
    ['app.status', null, ''],
    ['no.such.call', {}, ''],
    ['__proto__', {}, ''],
  ];
  for (const [name, input, field] of wrong) {
    const reply = await desk.dispatch(name, input);
    assert.ok(!reply.ok && reply.code === 'input-rejected', name);
    assert.equal(reply.facts['field'], field);
  }
  assert.deepEqual(desk.defects, []);
});

test('what is not there is refused by name', async (t) => {
  const desk = await openTestDesk(t);
  const code = async (name: string, input: unknown) => {
    const reply = await desk.dispatch(name, input);
    return reply.ok ? 'ok' : reply.code;
  };
  assert.equal(await code('changes.read', { change: 'CHG-2026-0000000' }), 'change-not-found');
  assert.equal(await code('windows.read', { window: 'no-such' }), 'window-not-found');
  assert.equal(await code('map.blast', { services: ['no-such'] }), 'service-not-found');
  assert.equal(await code('calendar.month', { month: '2026-11', zone: 'Mars/Olympus', filter: {} }), 'unknown-zone');
  assert.equal(await code('me.actAs', { person: 'no-such' }), 'key-unusable');
});
