import type { NewBoard } from '../../../shared/api/boardCalls.ts';
import type { Role } from '../../../shared/record/words.ts';
import { SHORT_NAME, shortNameOf } from '../../../shared/shortName.ts';
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

/** What is still to be filled in, in the order of the form. */
export function missingIn(form: FoundingForm): readonly string[] {
  const sites = namedRows(form.sites);
  const homeless = sites.find(({ country }) => country === '');
  return [
    form.title.trim() === '' && 'the board’s name',
    form.adminName.trim() === '' && 'your name',
    form.adminName.trim() !== '' && !SHORT_NAME.test(personOf(form)) && 'your short name, in small letters',
    sites.length === 0 && 'a first site',
    homeless && `the country of ${homeless.name.trim()}`,
  ].filter((each) => typeof each === 'string');
}

/** Rows without a name are not made. */
export function namedRows<T extends { readonly name: string }>(rows: readonly T[]): readonly T[] {
  return rows.filter(({ name }) => name.trim() !== '');
}

function personOf({ person, adminName }: FoundingForm): string {
  return person.trim() || shortNameOf(adminName);
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
