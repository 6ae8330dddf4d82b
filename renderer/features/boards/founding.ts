import type { NewBoard } from '../../../shared/api/boardCalls.ts';
import type { Role } from '../../../shared/record/words.ts';
import { readerZone } from '../../ui/readerZone.ts';

type SiteRow = NewBoard['sites'][number];

/** What the form holds; rows without a name are not made. */
export interface FoundingForm {
  readonly title: string;
  readonly adminName: string;
  /** Empty: made from the name. */
  readonly person: string;
  readonly roles: readonly Role[];
  readonly sites: readonly SiteRow[];
  readonly services: NewBoard['services'];
  readonly keepRoot: boolean;
}

export const PERSON = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** What a founder may be besides admin and change manager, in the order of the form. */
export const founderRoles = [
  'chair',
  'requester',
  'implementer',
  'peer',
  'service-owner',
  'business-owner',
  'security',
] as const satisfies readonly Role[];

export function newSite(): SiteRow {
  return { name: '', kind: 'office', zone: readerZone, country: '' };
}

export function emptyFounding(): FoundingForm {
  return {
    title: '',
    adminName: '',
    person: '',
    roles: ['requester', 'implementer', 'service-owner'],
    sites: [newSite()],
    services: [{ name: '', tier: 2 }],
    keepRoot: false,
  };
}

/** A short id from a name: `ines-martel`. */
export function idOf(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 50);
}

/** What is still to be filled in, in the order of the form. */
export function missingIn(form: FoundingForm): readonly string[] {
  const sites = namedRows(form.sites);
  const homeless = sites.find(({ country }) => country === '');
  return [
    form.title.trim() === '' && 'the board’s name',
    form.adminName.trim() === '' && 'your name',
    form.adminName.trim() !== '' && !PERSON.test(personOf(form)) && 'your id, in small letters',
    sites.length === 0 && 'a first site',
    homeless && `the country of ${homeless.name.trim()}`,
  ].filter((each) => typeof each === 'string');
}

/** Rows without a name are not made. */
export function namedRows<T extends { readonly name: string }>(rows: readonly T[]): readonly T[] {
  return rows.filter(({ name }) => name.trim() !== '');
}

function personOf({ person, adminName }: FoundingForm): string {
  return person.trim() || idOf(adminName);
}

/** The board that a form asks for in which nothing is missing. */
export function foundingOf(form: FoundingForm): NewBoard {
  return {
    title: form.title.trim(),
    adminName: form.adminName.trim(),
    person: personOf(form),
    roles: [...form.roles],
    sites: namedRows(form.sites).map((site) => ({ ...site, name: site.name.trim() })),
    services: namedRows(form.services).map(({ name, tier }) => ({ name: name.trim(), tier })),
    keepRoot: form.keepRoot,
  };
}
