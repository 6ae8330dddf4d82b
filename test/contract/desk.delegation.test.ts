import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY_MS, toInstant } from '../../shared/time/instant.ts';
import { openTestDesk } from '../support/desk.ts';
import { submit } from '../support/submit.ts';

test('who acts for another signs in their role without saying so, and the change tells for whom', async (t) => {
  const desk = await openTestDesk(t);
  const { change } = await submit(desk);
  const { text, tally, material } = await desk.ask('changes.read', { change });
  const open = tally.requirements.find(({ met, count, role }) => met.length < count && role !== 'peer');
  const [holder] = open?.could ?? [];
  assert.ok(open && holder !== undefined);
  const { people } = await desk.ask('catalogue.read', {});
  const delegate = people.find(
    ({ person, roles }) =>
      !open.could.includes(person) &&
      !roles.includes(open.role) &&
      person !== text.requester &&
      person !== text.implementer &&
      roles.some((role) => role !== 'pipeline'),
  );
  assert.ok(delegate);
  const { role } = open;

  await desk.ask('me.actAs', { person: delegate.person });
  assert.ok(!(await desk.ask('changes.read', { change })).mayDecide.includes(role));
  await desk.ask('me.actAs', { person: holder });
  const dates = { from: toInstant(desk.now() - DAY_MS), until: toInstant(desk.now() + DAY_MS) };
  const roles = [{ role, reach: 'everything' as const }];
  await desk.ask('people.delegate', { to: delegate.person, roles, reason: 'Away', ...dates });
  desk.pass(10_000);
  await desk.sendDue();

  await desk.ask('me.actAs', { person: delegate.person });
  assert.ok((await desk.ask('changes.read', { change })).mayDecide.includes(role));
  const { head } = await desk.ask('people.list', {});
  await desk.ask('changes.decide', { change, role, verdict: 'approve', material: material.digest });
  const decided = await desk.ask('changes.read', { change });
  const decision = decided.tally.decisions.at(-1);
  assert.deepEqual([decision?.person, decision?.onBehalfOf, decision?.standing], [delegate.person, holder, 'counts']);
  assert.ok(decision?.behalfName);
  assert.ok(decided.tally.requirements.find((each) => each.role === role)?.met.includes(delegate.person));

  // Its standing goes with the role it was signed in, so whoever ends that role hears of it first.
  await desk.ask('me.actAs', { person: 'oliver-brandt' });
  const { members } = await desk.ask('people.list', {});
  const was = members.find(({ member }) => member.person === holder)?.member.roles.find((held) => held.role === role);
  assert.ok(was);
  const ended = { ...was, ended: { after: head, voids: true } };
  const edits = [{ edit: 'change-role' as const, person: holder, was, role: ended }];
  const { stops } = await desk.ask('people.preview', { edits });
  assert.deepEqual([stops.byKind, stops.changes], [{ decision: 1 }, 1], JSON.stringify(stops.rows));
});
