import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TidegateError, type ErrorCode } from '../../shared/errors.ts';
import type { RosterEdit } from '../../shared/people/rosterEdit.ts';
import type { MemberKey } from '../../shared/record/body/rosterBody.ts';
import { foundedDesk, type BoardDesk } from '../support/deskPair.ts';

const refused = (code: ErrorCode) => (error: unknown) => error instanceof TidegateError && error.code === code;
const add = (key: MemberKey, person = 'runner'): RosterEdit => ({ edit: 'add-key', person, key });

async function keysOf(desk: BoardDesk, person: string): Promise<readonly MemberKey[]> {
  const { members } = await desk.ask('people.list', {});
  return members.find(({ member }) => member.person === person)?.member.keys ?? [];
}

async function sent(desk: BoardDesk): Promise<void> {
  desk.pass(10_000);
  await desk.sendDue();
}

test('a pipeline takes a second key and gives up the first; a key that is somebody’s, or was revoked, is refused', async (t) => {
  const ines = await foundedDesk(t);
  const pair = async (label: string) => {
    const { publicKey, fingerprint } = await ines.ask('people.pipelineKey', { name: 'runner' });
    return { publicKey, fingerprint, label };
  };
  const [first, second] = [await pair('Pipeline'), await pair('Runner in Newark')];
  await ines.ask('people.edit', {
    edits: [
      { edit: 'add-person', person: 'runner', name: 'Deploy runner' },
      add(first),
      { edit: 'add-role', person: 'runner', role: { role: 'pipeline', reach: 'everything' } },
    ],
  });
  await sent(ines);
  await ines.ask('people.edit', { edits: [add(second)] });
  await sent(ines);
  const { head } = await ines.ask('people.list', {});
  const gone = { ...first, revoked: { after: head, reason: 'Rotated' } };
  const revoke: RosterEdit = { edit: 'change-key', person: 'runner', was: first, key: gone };
  assert.deepEqual((await ines.ask('people.preview', { edits: [revoke] })).unheld, [], 'the second key holds the role');
  await ines.ask('people.edit', { edits: [revoke] });
  await sent(ines);
  assert.deepEqual(await keysOf(ines, 'runner'), [gone, second]);

  const refusal = async (edits: RosterEdit[]) => {
    const { problem } = await ines.ask('people.preview', { edits });
    await assert.rejects(ines.ask('people.edit', { edits }), refused(problem?.code ?? 'unexpected'));
    return [problem?.code, problem?.facts['why'] ?? problem?.facts['person'] ?? problem?.facts['field']];
  };
  const [own] = await keysOf(ines, 'ines-martel');
  assert.ok(own);
  assert.deepEqual(await refusal([add({ ...own, label: 'mine' })]), ['key-known', 'ines-martel']);
  assert.deepEqual(await refusal([add(second)]), ['key-known', 'runner']);
  assert.deepEqual(await refusal([add(first)]), ['key-known', 'revoked']);
  const drop: RosterEdit = { edit: 'drop-key', person: 'runner', key: gone };
  assert.deepEqual(await refusal([drop, add(first)]), ['key-known', 'revoked'], 'not by way of leaving the roster');
  await ines.ask('people.edit', { edits: [drop] });
  await sent(ines);
  assert.deepEqual(await refusal([add(first)]), ['key-known', 'revoked']);
  assert.deepEqual(await refusal([add(first, 'ines-martel')]), ['key-known', 'revoked']);
  const strange = { ...second, publicKey: 'ssh-ed25519 AAAA' };
  assert.deepEqual(await refusal([add({ ...strange, fingerprint: `SHA256:${'A'.repeat(43)}` })]), [
    'input-rejected',
    'publicKey',
  ]);
  const many = await Promise.all(Array.from({ length: 20 }, (_, n) => pair(`Runner ${n}`)));
  assert.deepEqual(await refusal(many.map((key) => add(key))), ['input-rejected', 'keys']);
});
