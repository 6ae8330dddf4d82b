import type { WindowPreview } from '../../../shared/api/windowCalls.ts';
import type { WindowForm } from '../../../shared/view/windowForm.ts';

/** The board's own sentences for schedules are good; for a field that is empty the editor knows better words. */
const sentences: readonly (readonly [RegExp, string])[] = [
  [/^scope/, 'Say what it covers: list something, or choose everything.'],
  [/^owner/, 'Name its owner.'],
  [/^reason/, 'The reason is too long.'],
  [/^schedule\.end\.duration/, 'Say how long it lasts.'],
];

/** What still keeps the window from being signed, each thing once. */
export function missingIn(form: WindowForm, problems: WindowPreview['problems']): string[] {
  const own = form.title.trim() === '' ? ['Give it a title.'] : [];
  if (form.when.form === 'once' && (form.when.start === '' || form.when.end === ''))
    own.push('Say from when to when it is.');
  const told = problems
    .filter(({ field }) => !(form.when.form === 'once' && own.length > 0 && /^schedule\.(start|end)$/.test(field)))
    .map(({ field, problem }) => sentences.find(([pattern]) => pattern.test(field))?.[1] ?? problem);
  return [...new Set([...own, ...told])];
}
