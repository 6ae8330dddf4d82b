import { differences, type FieldNames } from '../change/differences.ts';
import type { RequestBody } from '../record/body/requestBody.ts';
import type { ServiceBody, SiteBody } from '../record/body/siteBody.ts';
import type { WindowBody } from '../record/body/windowBody.ts';
import { scheduleWords } from '../view/scheduleWords.ts';
import { scopeSentence } from '../window/scopeSentence.ts';

/** A field that differs between texts that stand side by side, with a value for each. */
export interface ForkField {
  readonly field: string;
  readonly values: readonly string[];
}

type Said<T> = readonly (readonly [field: string, read: (body: T) => string])[];

/** Where and by how much two or more texts of one change differ. */
export function requestForkFields(sides: readonly RequestBody[], names: FieldNames): ForkField[] {
  const [first, ...others] = sides;
  if (!first) return [];
  const fields = new Map<string, string[]>();
  others.forEach((other, n) => {
    for (const { field, before, after } of differences(first, other, names)) {
      const values = fields.get(field) ?? sides.map(() => before);
      values[n + 1] = after;
      fields.set(field, values);
    }
  });
  return [...fields].map(([field, values]) => ({ field, values }));
}

/** Has nothing but the time of work been said twice? */
export function isMovedTwice(fields: readonly ForkField[]): boolean {
  return fields.length > 0 && fields.every(({ field }) => timeFields.has(field));
}
const timeFields = new Set(['Earliest start', 'Planned start', 'Planned duration', 'Latest end']);

export function windowForkFields(sides: readonly WindowBody[], names: FieldNames): ForkField[] {
  const said: Said<WindowBody> = [
    ['Title', ({ title }) => title],
    ['Effect', ({ effect, closedOutside }) => `${effect}${closedOutside ? ', closed outside' : ''}`],
    ['Covers', (body) => scopeSentence(body, names)],
    ['When', ({ schedule, zone }) => `${scheduleWords(schedule)}, ${zone === 'site' ? 'on each site’s clock' : zone}`],
    ['Changes to occurrences', ({ schedule }) => occurrencesOf(schedule)],
    ['What runs', ({ edge }) => (edge === 'finish' ? 'may finish' : 'stops at its next stage')],
    ['Owner', ({ owner }) => names.person(owner)],
    ['Standing', ({ standing }) => standing],
    ['Reason', ({ reason }) => reason],
  ];
  return differing(sides, said);
}

export function siteForkFields(sides: readonly SiteBody[]): ForkField[] {
  return differing(sides, [
    ['Name', ({ name }) => name],
    ['Kind', ({ kind }) => kind],
    ['Clock', ({ zone }) => zone],
    ['Country', ({ country }) => country],
    ['Retired', ({ retired }) => (retired ? 'yes' : 'no')],
  ]);
}

export function serviceForkFields(sides: readonly ServiceBody[], names: FieldNames): ForkField[] {
  return differing(sides, [
    ['Name', ({ name }) => name],
    ['Kind', ({ kind }) => kind],
    ['Tier', ({ tier }) => String(tier)],
    ['Tenancy', ({ tenancy }) => tenancy],
    ['Owner', ({ owner }) => names.person(owner)],
    ['Sites', ({ sites }) => sites.map((id) => names.site(id)).join(', ')],
    [
      'Depends on',
      ({ dependsOn }) => dependsOn.map(({ to, strength }) => `${names.service(to)} (${strength})`).join(', '),
    ],
    ['Retired', ({ retired }) => (retired ? 'yes' : 'no')],
  ]);
}

function differing<T>(sides: readonly T[], said: Said<T>): ForkField[] {
  return said
    .map(([field, read]) => ({ field, values: sides.map((side) => read(side)) }))
    .filter(({ values }) => new Set(values).size > 1);
}

const counted = (count: number, what: string) => (count > 0 ? [`${count} ${what}`] : []);

function occurrencesOf(schedule: WindowBody['schedule']): string {
  const { exceptions = [], additions = [], moved = [] } = 'exceptions' in schedule ? schedule : {};
  return [
    ...counted(exceptions.length, 'left out'),
    ...counted(additions.length, 'added'),
    ...counted(moved.length, 'moved'),
  ].join(', ');
}
