import { TidegateError } from '../errors.ts';
import { isWall } from '../time/instant.ts';
import type { Given, Suggestion, SuggestionField } from './suggestion.ts';

/**
 * The values of a suggestion's fields: what was given, else what stands in them.
 *
 * @param given by key; keys that the suggestion does not have are passed over, for addresses outlive versions
 * @throws TidegateError `input-rejected` naming the field whose value is not of its kind
 */
export function readValues(
  { fields }: Pick<Suggestion, 'fields'>,
  given: Readonly<Record<string, string>>,
): Given['value'] {
  const values = new Map(
    fields.map((field) => {
      const value = given[field.key]?.trim() || (field.standard ?? '');
      const problem = value === '' ? null : problemWith(field, value);
      if (problem !== null) throw new TidegateError('input-rejected', { field: field.key, problem });
      return [field.key, value];
    }),
  );
  return (key) => values.get(key) ?? '';
}

/** The fields that must be given and are not. */
export function missingValues({ fields }: Pick<Suggestion, 'fields'>, value: Given['value']): string[] {
  return fields.filter(({ key }) => value(key) === '').map(({ key }) => key);
}

function problemWith(field: SuggestionField, value: string): string | null {
  if (field.kind === 'time') return /^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? null : 'a time of day such as 18:00';
  if (field.kind === 'day') return isWall(`${value}T00:00`) ? null : 'a day such as 2026-11-27';
  if (field.kind === 'choice') return field.options.some(({ id }) => id === value) ? null : 'one of those offered';
  const number = /^\d{1,4}$/.test(value) ? Number(value) : Number.NaN;
  return number >= field.min && number <= field.max ? null : `between ${String(field.min)} and ${String(field.max)}`;
}
