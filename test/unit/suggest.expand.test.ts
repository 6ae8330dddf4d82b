import assert from 'node:assert/strict';
import { test } from 'node:test';
import { windowDraft } from '../../shared/api/windowCalls.ts';
import { allSuggestions } from '../../shared/suggest/allSuggestions.ts';
import { draftSuggestion } from '../../shared/suggest/draftSuggestion.ts';
import { suggestionIds } from '../../shared/suggest/suggestion.ts';
import { scheduleProblems } from '../../shared/window/scheduleProblems.ts';
import { scheduleOf, spansOf, suggestionOf, wallsOf, years } from '../support/suggestionBuild.ts';
import { facts } from '../support/suggestionFacts.ts';
import { sixZones } from '../support/windowBuild.ts';

for (const { id, effect } of allSuggestions.filter((each) => facts[each.id])) {
  test(`${id} is where another reckoning has it, 2024 to 2030, in six zones`, () => {
    const schedule = scheduleOf(id);
    assert.ok(schedule);
    const expected = years.flatMap((year) => facts[id]?.(year) ?? []);
    assert.ok(expected.length > 0);
    for (const zone of sixZones) assert.deepEqual(wallsOf(schedule, zone, effect), expected, zone);
  });
}

test('Black Friday is the day after Thanksgiving in 2024 and 2030, not the fourth Friday of November', () => {
  const schedule = scheduleOf('black-friday-day');
  assert.ok(schedule);
  const days = wallsOf(schedule, 'Europe/Paris', 'peak').map((walls) => walls.slice(0, 10));
  assert.deepEqual(days, '2024-11-29 2025-11-28 2026-11-27 2027-11-26 2028-11-24 2029-11-23 2030-11-29'.split(' '));
  const week = scheduleOf('black-friday');
  assert.ok(week);
  const walls = wallsOf(week, 'Europe/Paris', 'freeze');
  assert.equal(walls[0], '2024-11-25T00:00 2024-12-04T00:00');
  assert.equal(walls[2], '2026-11-23T00:00 2026-12-02T00:00');
  assert.equal(walls[6], '2030-11-25T00:00 2030-12-04T00:00');
});

test('where shops start early Black Friday takes sixteen days', () => {
  const schedule = scheduleOf('black-friday', { begins: '12' });
  assert.ok(schedule);
  assert.equal(wallsOf(schedule, 'Europe/Paris', 'freeze')[2], '2026-11-16T00:00 2026-12-02T00:00');
});

test('the peaks leave no hour between them', () => {
  const [first, between, last] = (['black-friday', 'between-the-peaks', 'christmas-peak'] as const).map((id) => {
    const schedule = scheduleOf(id);
    return schedule ? wallsOf(schedule, 'Europe/Paris', 'freeze').map((walls) => walls.split(' ')) : [];
  });
  for (const [index] of years.entries()) {
    assert.equal(first?.[index]?.[1], between?.[index]?.[0]);
    assert.equal(between?.[index]?.[1], last?.[index]?.[0]);
  }
});

test('a window that sets its field keeps the rest', () => {
  const schedule = scheduleOf('carrier-cut-off', { ends: '21:00' });
  assert.ok(schedule);
  assert.equal(wallsOf(schedule, 'Europe/Paris', 'freeze')[0], '2024-01-01T14:00 2024-01-01T21:00');
  const night = scheduleOf('trading-hours', { opens: '18:00', closes: '02:00' });
  assert.ok(night);
  assert.equal(wallsOf(night, 'Europe/Paris', 'soft-freeze')[0], '2024-01-01T18:00 2024-01-02T02:00');
});

const firsts = (weekend: ('FR' | 'SA' | 'SU')[]) => {
  const schedule = scheduleOf('weekend-care', {}, { weekend });
  return schedule ? wallsOf(schedule, 'Asia/Kolkata', 'soft-freeze').slice(0, 2) : [];
};

test('the weekend of Friday and Saturday begins on Thursday noon; one of two separate days makes two', () => {
  assert.deepEqual(firsts(['FR', 'SA']), ['2024-01-04T12:00 2024-01-07T06:00', '2024-01-11T12:00 2024-01-14T06:00']);
  assert.deepEqual(firsts(['FR', 'SU']), ['2024-01-04T12:00 2024-01-06T06:00', '2024-01-06T12:00 2024-01-08T06:00']);
});

test('in a week that begins on Sunday the month closes by its business days', () => {
  const schedule = scheduleOf('month-end-close', {}, { weekend: ['FR', 'SA'], holidays: null });
  assert.ok(schedule);
  // November 2026 ends on a Monday: its last two business days are Sunday 29 and Monday 30.
  const walls = wallsOf(schedule, 'Asia/Kolkata', 'freeze');
  assert.ok(
    walls.includes('2026-11-29T00:00 2026-12-08T00:00'),
    walls.filter((each) => each.startsWith('2026-11')).join(),
  );
});

test('eastern Easter is where its churches keep it', () => {
  const schedule = scheduleOf('easter', { lead: '0', tail: '0' }, { country: 'GR' });
  assert.ok(schedule);
  const days = wallsOf(schedule, 'Europe/Athens', 'soft-freeze').map((walls) => walls.slice(0, 10));
  assert.deepEqual(days, '2024-05-05 2025-04-20 2026-04-12 2027-05-02 2028-04-16 2029-04-08 2030-04-28'.split(' '));
});

test('a campaign asks for its days and adds a day before and after', () => {
  for (const id of ['campaign', 'big-sale-event'] as const) {
    assert.equal(scheduleOf(id), null);
    assert.deepEqual(scheduleOf(id, { first: '2027-06-15', last: '2027-06-18' }), {
      form: 'once',
      start: '2027-06-14T00:00',
      end: '2027-06-20T00:00',
    });
  }
  assert.throws(() => scheduleOf('campaign', { first: '2027-02-31', last: '2027-03-01' }), /input-rejected/);
});

test('a fiscal year of 4-5-4 weeks ends on the Saturday nearest to the end of January, 53 weeks in 2028', () => {
  const schedule = scheduleOf('fiscal-close', { pattern: '4-5-4', of: 'year' });
  assert.ok(schedule);
  // The National Retail Federation's years end on these days.
  const ends = '2024-02-03 2025-02-01 2026-01-31 2027-01-30 2028-01-29 2029-02-03 2030-02-02'.split(' ');
  assert.deepEqual(
    wallsOf(schedule, 'America/New_York', 'freeze').map((walls) => walls.slice(0, 10)),
    ends,
  );
  const [first] = wallsOf(schedule, 'America/New_York', 'freeze');
  assert.equal(first, '2024-02-03T00:00 2024-02-07T00:00');
});

test('every suggestion is offered once, in words, and becomes a draft that the board would take', () => {
  assert.deepEqual(allSuggestions.map(({ id }) => id).toSorted(), [...suggestionIds].toSorted());
  for (const suggestion of allSuggestions) {
    const { id, title, words } = suggestion;
    const schedule = scheduleOf(id, { first: '2027-06-15', last: '2027-06-18', ...standing(id) });
    assert.ok(schedule, id);
    const draft = draftSuggestion(suggestion, {
      country: 'FR',
      placeName: 'France',
      region: null,
      owner: 'ana',
      ownerRole: suggestion.ownerRole,
      scope: { everything: true },
      zone: 'Europe/Paris',
      schedule,
    });
    assert.deepEqual(scheduleProblems(draft), [], id);
    assert.ok(windowDraft.safeParse(draft).success, id);
    assert.ok(words.length < 240 && !/RRULE|BYDAY|cron|UTC/.test(`${title} ${words}`), id);
    assert.ok(spansOf(schedule, 'Europe/Paris', suggestion.effect).length > 0, id);
  }
});

/** Fields named `first` and `last` mean days of a month elsewhere. */
function standing(id: Parameters<typeof suggestionOf>[0]): Record<string, string> {
  const fields = suggestionOf(id).fields.filter(({ standard }) => standard !== null);
  return Object.fromEntries(fields.map(({ key, standard }) => [key, standard ?? '']));
}
