import { monotonicFactory } from 'ulid';
import type { CommitId, Digest, LedgerId } from '../../../shared/ids.ts';
import { defaultPolicy } from '../../../shared/policy/defaultPolicy.ts';
import type { Member } from '../../../shared/record/body/rosterBody.ts';
import type { ServiceBody, SiteBody } from '../../../shared/record/body/siteBody.ts';
import type { BodyOf, Kind } from '../../../shared/record/kinds.ts';
import { schemaFiles } from '../../../shared/record/schemas.ts';
import { sealRecord, type Sealed } from '../../../shared/record/seal.ts';
import type { Role } from '../../../shared/record/words.ts';
import { toInstant, type Ms } from '../../../shared/time/instant.ts';
import { initBare } from '../../git/repository.ts';
import { openNewLine } from '../../git/openNewLine.ts';
import type { Signer } from '../../seal/sshsig.ts';

/** What its founder says of a board before there is one. */
export interface Founding {
  readonly title: string;
  readonly person: string;
  readonly adminName: string;
  readonly roles: readonly Role[];
  readonly sites: readonly Omit<SiteBody, 'follows'>[];
  readonly services: readonly Omit<ServiceBody, 'follows'>[];
}

/** Without these nobody could set the board up. */
const FOUNDER_ROLES: readonly Role[] = ['admin', 'change-manager'];

/**
 * Writes the line of a new board as a bare repository: the first commit signed by the root key in the founder's name,
 * then its places, signed with the founder's own.
 */
export async function foundBoard(
  ledgerFolder: string,
  founding: Founding,
  by: {
    readonly root: Signer;
    readonly founder: Signer;
    readonly now: Ms;
  },
): Promise<{ readonly ledger: LedgerId }> {
  const { title, person, adminName, sites, services } = founding;
  const { root, founder, now } = by;
  const ulid = monotonicFactory();
  const ledger = ulid(now);
  const seal = <K extends Kind>(kind: K, body: BodyOf<K>, seen: CommitId | null): Sealed<K> => {
    const key = seen === null ? root : founder;
    const id = kind === 'ledger' ? ledger : ulid(now); // the first ledger record gives the ledger its id
    const claim = { kind, body, ledger, by: person, key: key.fingerprint, at: toInstant(now), id };
    return sealRecord(seen === null ? claim : { ...claim, seen }, key.sign);
  };
  const follows: Digest[] = [];
  const identity = { publicKey: root.publicKey, fingerprint: root.fingerprint };
  const member: Member = {
    person,
    name: adminName,
    keys: [{ fingerprint: founder.fingerprint, publicKey: founder.publicKey, label: 'First desk' }],
    roles: [...new Set([...FOUNDER_ROLES, ...founding.roles])].map((role) => ({ role, reach: 'everything' })),
  };
  const author = { name: adminName, email: `${person}@tidegate.invalid` };

  await initBare(ledgerFolder);
  const line = await openNewLine(ledgerFolder);
  const first = await line.commit({
    files: [
      seal('ledger', { format: 1, name: title, sample: false, root: identity, follows }, null),
      seal('roster', { people: [member], follows }, null),
      seal('policy', { ...defaultPolicy(), follows }, null),
      ...schemaFiles(),
    ],
    message: 'Found the board',
    author,
    at: now,
  });
  const places = [
    ...sites.map((site) => seal('site', { ...site, follows }, first)),
    ...services.map((service) => seal('service', { ...service, follows }, first)),
  ];
  if (places.length > 0) await line.commit({ files: places, message: 'First sites and services', author, at: now });
  await line.close();
  return { ledger };
}
