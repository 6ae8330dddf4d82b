import * as z from 'zod';
import { SHORT_NAME } from './shortName.ts';

/** Crockford's alphabet: no I, L, O, U, so that an id can be read out over the telephone. */
const CROCKFORD = '0-9A-HJKMNP-TV-Z';

/** A short name chosen by people: a site, a service, a window, a person. */
const shortName = (what: string) =>
  z.string().regex(SHORT_NAME, `${what}: small letters, digits and hyphens, 63 at most`);

export const siteId = shortName('site');
export const serviceId = shortName('service');
export const windowId = shortName('window');
export const personId = shortName('person');
export const tenantId = shortName('tenant');
/** The name of a template. */
export const shortId = shortName('template');
/** `CHG-2026-7K3FQ2M`: the year and seven Crockford characters, made offline. */
export const changeId = z.string().regex(new RegExp(`^CHG-\\d{4}-[${CROCKFORD}]{7}$`), 'CHG-YYYY-XXXXXXX');
/** Identity of one record file; sorts by the time its author's clock showed. */
export const recordId = z.string().regex(new RegExp(`^[0-7][${CROCKFORD}]{25}$`), 'a ULID');
export const ledgerId = recordId;
export const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/, 'sha256: and 64 hexadecimal digits');
/** Git's object name, SHA-1 or SHA-256 repositories. */
export const commitId = z.string().regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/, 'a full Git object name');
/** OpenSSH's SHA256 fingerprint of a public key. */
export const fingerprint = z.string().regex(/^SHA256:[A-Za-z0-9+/]{43}$/, 'an SSH key fingerprint');

export type SiteId = string;
export type ServiceId = string;
export type WindowId = string;
export type PersonId = string;
export type TenantId = string;
export type ChangeId = string;
export type RecordId = string;
export type LedgerId = string;
export type Digest = string;
export type CommitId = string;
export type Fingerprint = string;
