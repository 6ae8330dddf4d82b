import type { DeskKeysView, EnrolInput } from '../../shared/api/peopleCalls.ts';
import type { Handlers } from '../../shared/api/contract.ts';
import { TidegateError } from '../../shared/errors.ts';
import { holderOf } from '../../shared/people/editRoster.ts';
import { sixWords } from '../../shared/people/sixWords.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import { makePipelineKey } from '../seal/pipelineKey.ts';
import { listAgentKeys } from '../seal/sshAgent.ts';
import { openRequests } from './peopleRequests.ts';

type Answers = Pick<
  Handlers,
  | 'people.myKeys'
  | 'people.agentKeys'
  | 'people.newKey'
  | 'people.useAgentKey'
  | 'people.useKeyFile'
  | 'people.enrol'
  | 'people.pipelineKey'
>;

/** The keys of this desk: what it holds, what else it could sign with, and how one of them asks to be let in. */
export function createPeopleKeys(desk: DeskParts): Answers {
  const { keyring, model, newsroom, scribe } = desk;
  const added = ({ fingerprint }: { readonly fingerprint: string }) => {
    newsroom.tell('me');
    return { fingerprint };
  };
  return {
    'people.myKeys': () => myKeys(desk),
    'people.agentKeys': () => listAgentKeys(),
    'people.newKey': ({ label }) => added(keyring.make(label)),
    'people.useAgentKey': async ({ publicKey }) => added(await keyring.useAgent(publicKey)),
    'people.useKeyFile': ({ path }) => added(keyring.useFile(path)),
    'people.enrol': (given) => {
      // A key that is made is kept: none is made for a request that cannot be signed now.
      scribe.check([]);
      const key = keyFor(desk, given);
      const { person, name, email, label, wishes, replaces } = given;
      const body = {
        person,
        name,
        ...(email ? { email } : {}),
        key: { fingerprint: key.fingerprint, publicKey: key.publicKey, label },
        ...(replaces === null ? {} : { replaces }),
        wishes,
      };
      const row = scribe.ask(body, key);
      newsroom.tell('me');
      return { row, fingerprint: key.fingerprint };
    },
    'people.pipelineKey': ({ name }) => {
      const made = makePipelineKey(name);
      if (holderOf(model.board().roster.people, made)) throw new TidegateError('key-known', {});
      return made;
    },
  };
}

/** A key that asks is nobody's yet: one that was revoked never comes back. */
function keyFor({ keyring, model }: DeskParts, { key: wanted, label }: EnrolInput) {
  if (wanted === null) return keyring.make(label);
  const key = keyring.keys().find(({ fingerprint }) => fingerprint === wanted);
  if (!key) throw new TidegateError('key-unusable', { fingerprint: wanted });
  const { roster, rootFingerprint } = model.board();
  if (holderOf(roster.people, key) || key.fingerprint === rootFingerprint)
    throw new TidegateError('key-known', { fingerprint: wanted });
  return key;
}

async function myKeys(desk: DeskParts): Promise<DeskKeysView> {
  const { keyring, model } = desk;
  const { roster, ledger } = model.board();
  const requests = await openRequests(desk);
  const members = keyring.keys().filter(({ fingerprint }) => fingerprint !== model.board().rootFingerprint);
  const keys = members.map(({ fingerprint, publicKey, place }) => {
    const holder = holderOf(roster.people, { fingerprint });
    const known = holder?.keys.find((key) => key.fingerprint === fingerprint);
    const request = requests.find(({ key }) => key.fingerprint === fingerprint);
    return {
      fingerprint,
      publicKey,
      place,
      person: holder?.person ?? null,
      revoked: known?.revoked !== undefined,
      words: sixWords(ledger, publicKey),
      askedAt: request?.at ?? null,
      unsent: request?.unsent ?? false,
    };
  });
  return { keys, troubles: keyring.troubles(), keeps: keyring.keeps() };
}
