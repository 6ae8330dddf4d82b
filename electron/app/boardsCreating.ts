import { join } from 'node:path';
import type { CreatedBoard, NewBoard } from '../../shared/api/boardCalls.ts';
import { TidegateError } from '../../shared/errors.ts';
import { isZone } from '../../shared/time/zone.ts';
import type { Ms } from '../../shared/time/instant.ts';
import { boardFolder, ensureLedger } from '../desk/boardFolder.ts';
import { rememberFacts } from '../desk/boards/boardFacts.ts';
import { foundBoard } from '../desk/boards/foundBoard.ts';
import { boardNames } from '../desk/boards/listBoards.ts';
import { newPrivateKey } from '../seal/ed25519.ts';
import { writeKey } from '../seal/keyFile.ts';
import { openKeyring } from '../seal/keyring.ts';
import type { KeyStore } from '../seal/keyStore.ts';
import { writeOpensshKey } from '../seal/opensshKey.ts';
import { createSigner } from '../seal/sshsig.ts';
import type { SettingTable } from '../workspace/settingTable.ts';
import { freshName } from './freshName.ts';

/** No person's id has a dot, so that no member's key is ever called so. */
const ROOT_FILE = 'root.key';

/** Founds a board in the data folder. The root key leaves with the answer; the desk keeps it only when asked to. */
export async function createBoard(
  given: {
    readonly home: string;
    readonly sample: string;
    readonly keyStore: KeyStore | null;
    readonly settings: SettingTable;
    readonly now: () => Ms;
  },
  wanted: NewBoard,
): Promise<CreatedBoard> {
  const { home, settings, keyStore, now } = given;
  const strange = wanted.sites.find(({ zone }) => !isZone(zone));
  if (strange) throw new TidegateError('unknown-zone', { zone: strange.zone });
  const taken = new Set([...boardNames(home), given.sample]);
  const name = freshName(wanted.title, (each) => taken.has(each), 'board');
  const sites = named(wanted.sites, 'site').map(({ id, item }) => ({ site: id, ...item }));
  const services = named(wanted.services, 'service').map(({ id, item }) => ({
    service: id,
    name: item.name,
    kind: 'application' as const,
    tier: item.tier,
    tenancy: 'dedicated' as const,
    owner: wanted.person,
    sites: sites.map(({ site }) => site),
    dependsOn: [],
  }));
  const rootKey = newPrivateKey();
  const root = createSigner(rootKey);
  const comment = `${name} root (Tidegate)`;
  const folder = boardFolder(home, name);
  await ensureLedger(folder, async (ledgerFolder, keysFolder) => {
    const founder = openKeyring(keysFolder, keyStore).make(wanted.person);
    const { ledger } = await foundBoard(ledgerFolder, { ...wanted, sites, services }, { root, founder, now: now() });
    if (wanted.keepRoot) writeKey(join(keysFolder, ROOT_FILE), rootKey, comment);
    settings.save(`root:${name}`, root.fingerprint);
    rememberFacts(settings, name, { title: wanted.title, sample: false, ledger, root: root.fingerprint });
  });
  return {
    name,
    title: wanted.title,
    rootKey: {
      fingerprint: root.fingerprint,
      file: `${name}-root-key`,
      text: writeOpensshKey(rootKey, comment),
    },
  };
}

/** Gives each a short name that no other has. */
function named<T extends { readonly name: string }>(items: readonly T[], fallback: string) {
  const taken = new Set<string>();
  return items.map((item) => {
    const id = freshName(item.name, (each) => taken.has(each), fallback);
    taken.add(id);
    return { id, item };
  });
}
