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
  return { name: '', kind: 'office', zone: readerZone, country: new Intl.Locale(navigator.language).region ?? '' };
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

/** The board that the form asks for, or null while something is missing. */
export function foundingOf(form: FoundingForm): NewBoard | null {
  const person = form.person.trim() || idOf(form.adminName);
  const sites = form.sites.filter(({ name }) => name.trim() !== '');
  const isWhole =
    form.title.trim() !== '' &&
    form.adminName.trim() !== '' &&
    /^[a-z0-9][a-z0-9-]{0,62}$/.test(person) &&
    sites.length > 0 &&
    sites.every(({ country, zone }) => /^[A-Z]{2}$/.test(country) && zone !== '');
  if (!isWhole) return null;
  return {
    title: form.title.trim(),
    adminName: form.adminName.trim(),
    person,
    roles: [...form.roles],
    sites: sites.map((site) => ({ ...site, name: site.name.trim() })),
    services: form.services
      .filter(({ name }) => name.trim() !== '')
      .map(({ name, tier }) => ({ name: name.trim(), tier })),
    keepRoot: form.keepRoot,
  };
}
