import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headOf } from '../../electron/git/repository.ts';
import { TidegateError, type ErrorCode } from '../../shared/errors.ts';
import { digestOfBytes } from '../../shared/record/digest.ts';
import { toInstant } from '../../shared/time/instant.ts';
import { openTestDesk, type TestDesk } from '../support/desk.ts';
import { draftOf, submit } from '../support/submit.ts';

const DAY = 86_400_000;
const refused = (code: ErrorCode) => (error: unknown) => error instanceof TidegateError && error.code === code;
const all = { filter: {}, sort: { by: 'start', descending: false }, offset: 0, limit: 500 } as const;

test('a change that was submitted is on the board at once, and on the line when its time to undo is over', async (t) => {
  const desk = await openTestDesk(t);
  const before = await desk.ask('app.status', {});
  const { change } = await submit(desk);
  const ahead = await desk.ask('app.status', {});
  assert.equal(ahead.changes, before.changes + 1);
  assert.equal(ahead.unsent, 1);
  assert.equal(ahead.head, before.head);
  assert.equal((await desk.ask('changes.read', { change })).history[0]?.unsent, true);

  await desk.sendDue();
  assert.equal((await desk.ask('app.status', {})).unsent, 1, 'its time to undo is not over');
  desk.pass(9_000);
  await desk.sendDue();
  const after = await desk.ask('app.status', {});
  assert.equal(after.unsent, 0);
  assert.notEqual(after.head, before.head);
  assert.equal((await desk.ask('changes.read', { change })).history[0]?.unsent, false);
  assert.deepEqual(desk.defects, []);
});

test('an undone action leaves nothing behind, what rested on it included', async (t) => {
  const desk = await openTestDesk(t);
  const before = await desk.ask('changes.list', all);
  const { change, row } = await submit(desk);
  await desk.ask('changes.cancel', { change, reason: 'Ordered new printers instead' });
  assert.equal((await desk.ask('changes.read', { change })).lifecycle.state, 'cancelled');
  await desk.ask('unsent.undo', { row });
  assert.deepEqual(await desk.ask('unsent.list', {}), []);
  await assert.rejects(desk.ask('changes.read', { change }), refused('change-not-found'));
  assert.deepEqual(await desk.ask('changes.list', all), before);
  await assert.rejects(desk.ask('unsent.undo', { row }), refused('outbox-sent'));
});

test('a desk that is killed before it sends goes on where it was', async (t) => {
  const desk = await openTestDesk(t);
  const { change } = await submit(desk);
  const again = await desk.restart();
  assert.equal((await again.ask('unsent.list', {})).length, 1);
  assert.equal((await again.ask('changes.read', { change })).text.change, change);
  again.pass(9_000);
  await again.sendDue();
  const third = await again.restart();
  assert.equal((await third.ask('unsent.list', {})).length, 0);
  assert.equal((await third.ask('changes.read', { change })).history[0]?.unsent, false);
});

test('an approval counts for the text that was read and goes stale with a material edit', async (t) => {
  const desk = await openTestDesk(t);
  const page = await desk.ask('changes.list', { ...all, filter: { states: ['authorization'] } });
  const me = await desk.ask('app.status', {});
  const decidable = await firstDecidable(
    desk,
    page.rows.map(({ change }) => change),
    me.me.canActAs.map(({ person }) => person),
  );
  assert.ok(decidable, 'the sample has a change that somebody may decide');
  const { change, role, material } = decidable;
  await assert.rejects(
    desk.ask('changes.decide', { change, role, verdict: 'approve', material: `sha256:${'0'.repeat(64)}` }),
    refused('stale-record'),
  );
  await desk.ask('changes.decide', { change, role, verdict: 'approve', material });
  const mine = (await desk.ask('changes.read', { change })).tally.decisions.filter(
    ({ person, standing }) => person === decidable.person && standing === 'counts',
  );
  assert.equal(mine.length, 1);

  const author = (await desk.ask('changes.read', { change })).history[0]?.by ?? '';
  await desk.ask('me.actAs', { person: author });
  const { text } = await desk.ask('changes.read', { change });
  const { change: _c, follows: _f, cancelled: _x, imported: _i, requester: _r, ...body } = text;
  const preview = await desk.ask('changes.preview', { change, body: { ...body, data: 'irreversible' } });
  assert.ok(preview.voids >= 1);
  await desk.ask('changes.submit', { draft: null, change, body: { ...body, data: 'irreversible' } });
  const after = await desk.ask('changes.read', { change });
  assert.ok(after.tally.decisions.some(({ person, standing }) => person === decidable.person && standing === 'stale'));
  assert.ok(after.sinceApproval.some((each) => each.field === 'Data' && each.material));
});

test('what was filed for a change counts in the preview of its revision and of its move', async (t) => {
  const desk = await openTestDesk(t);
  const { change } = await submit(desk);
  const missing = async () => {
    const body = await draftOf(desk, { summary: 'Twice on Saturdays too.' });
    const { evidence, risk } = await desk.ask('changes.preview', { change, body });
    const [slot] = (await desk.ask('changes.slots', { change, body, count: 1 })).slots;
    const moved = await desk.ask('calendar.tryMove', { change, start: desk.now() + 22 * DAY });
    const lacking = evidence.filter(({ required, standing }) => required && standing === 'missing');
    return { kinds: lacking.map(({ kind }) => kind), scores: [risk.score, slot?.score ?? 0, moved.risk.score] };
  };
  const before = await missing();
  assert.ok(before.kinds.length > 0);
  await desk.ask('me.actAs', { person: (await draftOf(desk)).implementer });
  for (const kind of before.kinds)
    await desk.ask('changes.addEvidence', {
      change,
      evidence: kind,
      title: 'Run',
      measuredAt: toInstant(desk.now()),
      detail: '',
    });
  const after = await missing();
  assert.ok(after.kinds.length < before.kinds.length);
  assert.ok(
    after.scores.every((score, each) => score < (before.scores[each] ?? 0)),
    `${before.scores} ${after.scores}`,
  );
});

test('a file of evidence that would not count is not kept', async (t) => {
  const desk = await openTestDesk(t);
  const { change } = await submit(desk);
  const given = { change, evidence: 'scan', title: 'Scan', measuredAt: toInstant(desk.now()), detail: '' } as const;
  const file = { name: 'scan.txt', media: 'text/plain', content: Buffer.from('clean').toString('base64') };
  const { ledgerFolder } = await desk.ask('app.status', {});
  await desk.ask('me.actAs', { person: 'beatrix-oduya' });
  await assert.rejects(desk.ask('changes.addEvidence', { ...given, file }), refused('not-entitled'));
  assert.equal(await headOf(ledgerFolder, 'refs/heads/attachments'), null);
  await desk.ask('me.actAs', { person: 'meera-nair' });
  await desk.ask('changes.addEvidence', { ...given, file });
  assert.deepEqual(await desk.ask('evidence.file', { digest: digestOfBytes(Buffer.from('clean')) }), {
    content: file.content,
  });
});

test('nobody decides on their own change', async (t) => {
  const desk = await openTestDesk(t);
  const { change } = await submit(desk);
  const { material, whyNotDecide } = await desk.ask('changes.read', { change });
  assert.equal(whyNotDecide, 'own-change');
  await assert.rejects(
    desk.ask('changes.decide', { change, role: 'change-manager', verdict: 'approve', material: material.digest }),
    refused('own-change'),
  );
});

test('an unfinished draft is kept, is told what is missing and cannot be submitted', async (t) => {
  const desk = await openTestDesk(t);
  const body = await draftOf(desk, { title: '', services: [], timing: null });
  const { draft } = await desk.ask('drafts.save', { draft: null, change: null, body });
  const again = await desk.restart();
  assert.deepEqual(
    (await again.ask('drafts.list', {})).map((each) => each.body),
    [body],
  );
  const { unfinished, risk } = await again.ask('changes.preview', { change: null, body });
  assert.deepEqual(
    unfinished.map(({ field }) => field),
    ['title', 'services', 'timing'],
  );
  assert.equal(risk.factors.length, 10);
  await assert.rejects(again.ask('changes.submit', { draft, change: null, body }), refused('input-rejected'));
  await again.ask('changes.submit', { draft, change: null, body: await draftOf(again) });
  assert.deepEqual(await again.ask('drafts.list', {}), []);
});

test('moving a change past its envelope takes the envelope along and says what goes stale', async (t) => {
  const desk = await openTestDesk(t);
  const { change } = await submit(desk);
  const start = desk.now() + 30 * DAY;
  const tried = await desk.ask('calendar.tryMove', { change, start });
  assert.equal(tried.voids, 0);
  await desk.ask('changes.move', { change, start });
  const { text } = await desk.ask('changes.read', { change });
  assert.equal(text.timing.start, toInstant(start));
  assert.ok(text.timing.earliestStart <= text.timing.start && text.timing.start < text.timing.latestEnd);
});

async function firstDecidable(desk: TestDesk, changes: readonly string[], people: readonly string[]) {
  for (const person of people) {
    await desk.ask('me.actAs', { person });
    for (const change of changes) {
      const { mayDecide, material, tally } = await desk.ask('changes.read', { change });
      const [role] = mayDecide;
      const fresh = !tally.decisions.some((decision) => decision.person === person);
      if (role && fresh) return { person, change, role, material: material.digest };
    }
  }
  return null;
}
