import type { SuggestionField } from './suggestion.ts';

type Number = Extract<SuggestionField, { kind: 'number' }>;

export function timeField(key: string, label: string, standard: string): SuggestionField {
  return { key, label, kind: 'time', standard };
}

export function numberField(
  key: string,
  label: string,
  standard: number,
  { unit, min, max }: Pick<Number, 'unit' | 'min' | 'max'>,
): SuggestionField {
  return { key, label, kind: 'number', unit, min, max, standard: String(standard) };
}

/** @param options value and what people read, the standard one first or named */
export function choiceField(
  key: string,
  label: string,
  options: readonly (readonly [id: string, label: string])[],
  standard = options[0]?.[0] ?? '',
): SuggestionField {
  return { key, label, kind: 'choice', options: options.map(([id, said]) => ({ id, label: said })), standard };
}

export function dayField(key: string, label: string): SuggestionField {
  return { key, label, kind: 'day', standard: null };
}

export const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
].map((name, index) => [String(index + 1), name] as const);

export const days = { unit: 'days' } as const;
export const hours = { unit: 'hours' } as const;
