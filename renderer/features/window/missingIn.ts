import type { WindowPreview } from '../../../shared/api/windowCalls.ts';
import type { Schedule } from '../../../shared/record/body/scheduleBody.ts';
import type { WindowForm } from '../../../shared/view/windowForm.ts';

/** The board's own sentences for schedules are good; for a field that is empty the editor knows better words. */
const sentences: readonly (readonly [RegExp, string])[] = [
  [/^scope/, 'Say what it covers: list something, or choose everything.'],
  [/^title/, 'The title is too long: 240 characters at most.'],
  [/^owner/, 'Name its owner.'],
  [/^reason/, 'The reason is too long.'],
];

/** What the schedule still lacks, before the board can read it at all. */
export function emptyIn(when: Schedule): string[] {
  switch (when.form) {
    case 'once':
      if (when.start === '' || when.end === '') return ['Say from when to when it is.'];
      return when.end <= when.start ? ['The end must come after the start.'] : [];
    case 'dates':
      return when.spans.length === 0 ? ['Add at least one date.'] : [];
    case 'fiscal':
      return when.start.time === '' || when.end.time === '' ? ['Say at what times it begins and ends.'] : [];
    case 'rule': {
      const { start, end, holidays } = when;
      const isUnlimited = [start, ...('rule' in end ? [end] : [])].some(({ rule }) => /UNTIL=(;|$)/.test(rule));
      return [
        ...(start.from === '' || ('rule' in end && end.from === '') ? ['Say from which day on it repeats.'] : []),
        ...(isUnlimited ? ['Say on which day the series ends.'] : []),
        ...(('duration' in end && end.duration === '') || ('elapsed' in end && end.elapsed === '')
          ? ['Say how long it lasts.']
          : []),
        ...(holidays?.through === '' ? ['Say through which day the holidays are known.'] : []),
      ];
    }
  }
}

/** What still keeps the window from being signed, each thing once. */
export function missingIn(form: WindowForm, problems: WindowPreview['problems']): string[] {
  const empty = emptyIn(form.when);
  const own = [...(form.title.trim() === '' ? ['Give it a title.'] : []), ...empty];
  const told = problems
    .filter(({ field }) => !(empty.length > 0 && field.startsWith('schedule')))
    .map(({ field, problem }) => sentences.find(([pattern]) => pattern.test(field))?.[1] ?? problem);
  return [...new Set([...own, ...told])];
}
