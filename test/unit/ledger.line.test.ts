import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verifySshsig } from '../../electron/seal/sshsig.ts';
import { createReplay } from '../../shared/ledger/replay.ts';
import { decisionOf, requestOf, windowOf } from '../support/ledgerBodies.ts';
import { addedFile, fate, hashOf, startLine, type Line } from '../support/ledgerLine.ts';
import { keyNamed, member, people, signerNamed } from '../support/ledgerPeople.ts';

function haltOf(line: Line): string | undefined {
  return line.replay.halt()?.why;
}

test('a commit with two parents stops the reading at its parent', () => {
  const line = startLine();
  const before = line.head();
  const window = line.sign('window', windowOf(), { by: 'carl' });
  const standings = line.push({ parents: [before, hashOf('side')], added: [addedFile(window)] });
  assert.deepEqual(standings, []);
  assert.equal(haltOf(line), 'merge');
  assert.equal(line.replay.board().head, before);
  const later = line.sign('window', windowOf({ window: 'other' }), { by: 'carl', seen: before });
  assert.deepEqual(line.add(later), []);
  assert.equal(line.replay.board().windows.size, 0);
});

test('a merge that drops a freeze by `-s ours` brings no file and still stops the reading', () => {
  const line = startLine();
  line.push({ parents: [line.head(), hashOf('side')] });
  assert.equal(haltOf(line), 'merge');
});

test('an edited or removed file stops the reading and is named', () => {
  for (const how of ['edited', 'removed'] as const) {
    const line = startLine();
    line.push({ disturbed: [{ path: 'windows/black-friday/x.json', how }] });
    assert.equal(haltOf(line), how);
    assert.deepEqual(line.replay.halt()?.paths, ['windows/black-friday/x.json']);
  }
});

test('a commit that does not stand on the head is a defect, not a commit', () => {
  const line = startLine();
  assert.throws(() => line.push({ parents: [hashOf('elsewhere')] }), /unexpected/);
});

test('the admins heal a merge by naming it, and what it brought counts from there', () => {
  const line = startLine();
  const before = line.head();
  const { identity } = line.replay.board();
  const window = line.sign('window', windowOf(), { by: 'carl' });
  line.push({ commit: hashOf('merge'), parents: [before, hashOf('side')], added: [addedFile(window)] });
  const heals = [hashOf('merge')];
  const by = { seen: before };
  const wrong = line.sign('ledger', { ...identity, heals: [hashOf('x')], follows: [line.inForce('ledger')] }, by);
  line.add(wrong);
  assert.equal(haltOf(line), 'merge');
  const cure = line.sign('ledger', { ...identity, heals, follows: [wrong.digest] }, by);
  const standings = line.add(cure);
  assert.equal(haltOf(line), undefined);
  assert.equal(fate(standings, window), 'counted');
  assert.equal(line.replay.board().windows.size, 1);
  const next = line.sign('request', requestOf(), { by: 'rita' });
  assert.equal(fate(line.add(next), next), 'counted');
});

test('what a merge brought in cannot vouch for the merge', () => {
  const line = startLine();
  const before = line.head();
  const { identity } = line.replay.board();
  const coup = line.sign('roster', {
    people: [...people, member('mallory', ['admin'])],
    follows: [line.inForce('roster')],
  });
  const merge = hashOf('merge');
  line.push({ commit: merge, parents: [before, hashOf('side')], added: [addedFile(coup)] });
  const follows = [line.inForce('ledger')];
  const own = line.sign('ledger', { ...identity, heals: [merge], follows }, { by: 'mallory', seen: merge });
  line.add(own);
  assert.equal(haltOf(line), 'merge');
});

test('a ledger begins with one ledger, one roster and one policy, signed by its root', () => {
  const line = startLine();
  const [first] = line.commits;
  assert.ok(first);
  const read = (added: typeof first.added, root = signerNamed('root').fingerprint) => {
    const replay = createReplay({ verify: verifySshsig, root });
    replay.apply({ ...first, added });
    return replay.halt()?.why;
  };
  assert.equal(read(first.added), undefined);
  assert.equal(read(first.added, signerNamed('other').fingerprint), 'root-mismatch');
  for (const root of ['ledger', 'roster', 'policy'])
    assert.equal(read(first.added.filter(({ path }) => !path.startsWith(root))), 'first-commit', root);
  const forged = first.added.map((file) => ({
    ...file,
    text: file.text?.replace('"Test board"', '"Best board"') ?? null,
  }));
  assert.equal(read(forged), 'first-commit');
  const second = line.sign('roster', { people: [...people], follows: [] }, { key: 'root', seen: '' });
  assert.equal(read([...first.added, addedFile(second)]), 'first-commit');
  assert.throws(() => createReplay({ verify: verifySshsig }).board(), /ledger-halted/);
});

test('files that are no plain records are set aside, and change nothing', () => {
  const line = startLine();
  const window = line.sign('window', windowOf(), { by: 'carl' });
  const cases: readonly (readonly [Parameters<typeof addedFile>[0], string])[] = [
    [{ ...window, mode: '120000' }, 'bad-mode'],
    [{ ...window, mode: '100755' }, 'bad-mode'],
    [{ path: 'windows/readme.txt', text: 'hello' }, 'unknown-path'],
    [{ path: window.path, text: window.text.replace('\n', '\r\n') }, 'bytes-differ'],
    [{ path: 'windows/other/01KAH000000000000000000001.json', text: window.text }, 'path-differs'],
  ];
  for (const [file, reason] of cases) assert.equal(fate(line.add(file), file), reason);
  const large = { ...addedFile(window), path: 'windows/large/01KAH000000000000000000001.json', text: null };
  assert.equal(fate(line.push({ added: [large] }), large), 'too-large');
  const unread = line.replay.problems().find(({ path }) => path === large.path);
  assert.equal(unread?.detail, 'over 1 MB, or not UTF-8', 'what is no text is told with what is too large');
  assert.ok(line.replay.problems().every(({ unreadable }) => !unreadable));
  assert.deepEqual(line.add({ path: 'schemas/v1/window.schema.json', text: '{}' }), []);
});

test('what an entitled member signed and nobody understands is unreadable; from anybody else it is nothing', () => {
  const line = startLine();
  const newer = (by: string, kind: 'window' | 'ballot', { key = by, ledger = line.ledger } = {}) => {
    const { path, text } = line.sign('window', windowOf(), { by, ledger });
    const { signed, ...rest } = JSON.parse(text) as { signed: { sig: string }; body: object };
    const { sig: _sig, ...claim } = signed;
    const body = { ...rest.body, novelty: 1 };
    const message = sorted({ ...rest, kind, body, signed: claim });
    const sig = signerNamed(key).sign(`tidegate-${kind}`, message);
    const folder = kind === 'window' ? path : path.replace('windows/black-friday', 'meetings/2026/cab');
    return { path: folder, text: `${sorted({ ...rest, kind, body, signed: { ...claim, sig } })}\n` };
  };
  const [window, meeting, stranger] = [newer('carl', 'window'), newer('carl', 'ballot'), newer('petra', 'window')];
  assert.equal(fate(line.add(window), window), 'unreadable schema');
  assert.equal(fate(line.add(meeting), meeting), 'unreadable unknown-kind');
  assert.equal(fate(line.add(stranger), stranger), 'schema');
  const forged = newer('carl', 'window', { key: 'mallory' });
  const foreign = newer('carl', 'window', { ledger: '01KAH000000000000000099999' });
  assert.equal(fate(line.add(forged), forged), 'schema');
  assert.equal(fate(line.add(foreign), foreign), 'schema');

  const blob = hashOf(window.text);
  const other = line.sign('quarantine', { path: window.path, blob: hashOf('x'), reason: '' }, { by: 'carl' });
  assert.equal(fate(line.add(other), other), 'wrong-follows');
  const quarantine = line.sign('quarantine', { path: window.path, blob, reason: 'Newer.' }, { by: 'carl' });
  assert.equal(fate(line.add(quarantine), window), 'quarantined');
  assert.deepEqual(
    line.replay
      .problems()
      .filter(({ unreadable }) => unreadable)
      .map(({ path }) => path),
    [meeting.path],
  );
});

test('one signature takes away a request or evidence, never a freeze or a rejection', () => {
  const line = startLine();
  const request = line.sign('request', requestOf(), { by: 'rita' });
  const window = line.sign('window', windowOf(), { by: 'bruno' });
  const decision = line.sign('decision', decisionOf({ verdict: 'reject' }), { by: 'petra' });
  line.add(request, window);
  line.add(decision);
  const taken = (file: { path: string; text: string }) =>
    line.sign('quarantine', { path: file.path, blob: hashOf(file.text), reason: '' }, { by: 'carl' });
  const [first, second, third] = [request, window, decision].map(taken);
  assert.ok(first && second && third);
  assert.equal(fate(line.add(first), first), 'counted');
  assert.equal(fate(line.add(second), second), 'not-entitled');
  assert.equal(fate(line.add(third), third), 'not-entitled');
  assert.deepEqual([...line.replay.board().voids.paths], [request.path]);

  const foretold = line.sign('request', requestOf({ change: 'CHG-2026-0000001' }), { by: 'rita' });
  const ahead = taken(foretold);
  assert.equal(fate(line.add(ahead), ahead), 'counted');
  assert.equal(fate(line.add(foretold), foretold), 'quarantined');
});

test('the names of prototypes are ordinary names', () => {
  const line = startLine({
    people: [...people, member('constructor', ['change-manager'], { keys: [keyNamed('constructor')] })],
  });
  const window = line.sign('window', windowOf({ window: 'constructor' }), { by: 'constructor' });
  assert.equal(fate(line.add(window), window), 'counted');
  assert.equal(line.replay.board().windows.get('constructor')?.length, 1);
  const unknown = line.sign('window', windowOf(), { by: 'tostring' });
  assert.equal(fate(line.add(unknown), unknown), 'signer-unknown');
});

function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${sorted(field)}`).join(',')}}`;
}
