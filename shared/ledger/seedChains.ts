import type { Fingerprint } from '../ids.ts';
import type { Filed } from '../record/envelope.ts';
import { toMs } from '../time/instant.ts';
import { actOf, admit, cosignsOn } from './admit.ts';
import { adminsAmong, chainKinds, identityRefusal, isEnough, rosterRefusal, shownAt, thresholdOf } from './chain.ts';
import { isChainRecord } from './judgeFile.ts';
import type { SeedFile } from './seedFiles.ts';
import { memberOf } from './signatory.ts';
import { isOfKind, type Act, type ChainKind, type LedgerState } from './state.ts';
import { takeEffect } from './takeEffect.ts';

type Claim = Pick<Act, 'person' | 'at'>;
type ChainSeed = SeedFile & { readonly filed: Filed<ChainKind> };

/**
 * Verifies the whole roster, policy and ledger chain, link by link, from the root key on: no checkpoint is
 * believed in this.
 *
 * @param clock where the checkpoint says that the clock of the line stood
 * @returns whether every link that the checkpoint counts found its place
 */
export function seedChains(
  state: LedgerState,
  files: readonly SeedFile[],
  { clock, root }: { readonly clock: readonly Claim[]; readonly root: Fingerprint | undefined },
): boolean {
  const links = files.filter((seed): seed is ChainSeed => seed.standing === 'counted' && isChainRecord(seed.filed));
  if (!found(state, links, root)) return false;
  for (const { filed, blob, standing } of files)
    if (isOfKind(filed, 'cosign') && standing === 'counted')
      admit(state, filed, blob, { isManager: wasManager(files, filed) });
  // Rosters first: every other signature is judged by them.
  return ['roster' as const, ...chainKinds].every((kind) => {
    const waiting = new Set(
      links.filter(({ filed }) => filed.record.kind === kind && filed.record.body.follows.length > 0),
    );
    for (let next = nextOf(state, kind, waiting); next; next = nextOf(state, kind, waiting)) {
      waiting.delete(next);
      const from = completionOf(state, next.filed, clock);
      if (from === null) return false;
      takeEffect(state, next.filed, next.blob, from);
    }
    return [...waiting].every(({ filed }) => state.chains[kind].some((link) => link.filed.digest === filed.digest));
  });
}

/** Did any counted roster call the signer a change manager? */
function wasManager(files: readonly SeedFile[], { record }: Filed<'cosign'>): boolean {
  return files.some(
    ({ filed, standing }) =>
      standing === 'counted' &&
      isOfKind(filed, 'roster') &&
      filed.record.body.people.some(
        ({ person, roles }) => person === record.signed.by && roles.some(({ role }) => role === 'change-manager'),
      ),
  );
}

function nextOf(state: LedgerState, kind: ChainKind, waiting: ReadonlySet<ChainSeed>): ChainSeed | undefined {
  const head = state.chains[kind].at(-1)?.filed.digest ?? '';
  return [...waiting].find(({ filed }) => filed.record.body.follows.includes(head));
}

function found(state: LedgerState, links: readonly ChainSeed[], root: Fingerprint | undefined): boolean {
  const first = links.filter(({ filed }) => filed.record.body.follows.length === 0);
  const identity = first.map(({ filed }) => filed).find((filed) => isOfKind(filed, 'ledger'));
  const roster = first.map(({ filed }) => filed).find((filed) => isOfKind(filed, 'roster'));
  if (!identity || !roster || first.length !== 3 || identity.record.id !== identity.record.ledger) return false;
  const { fingerprint } = identity.record.body.root;
  if (root !== undefined && root !== fingerprint) return false;
  const byRoot = first.every(({ filed }) => {
    const member = memberOf(roster.record.body, filed.record.signed.by);
    const isAdmin = member?.roles.some((given) => given.role === 'admin') ?? false;
    const { key, seen } = filed.record.signed;
    return isAdmin && key === fingerprint && seen === undefined && filed.record.ledger === identity.record.id;
  });
  if (!byRoot || rosterRefusal(roster.record.body, () => false)) return false;
  state.ledger = identity.record.id;
  state.root = identity.record.body.root;
  for (const { filed, blob } of first) takeEffect(state, filed, blob, 0);
  return chainKinds.every((kind) => state.chains[kind].length === 1);
}

/** The position at which a link had the signatures it needed; null when it never had them. */
function completionOf(state: LedgerState, filed: Filed<ChainKind>, clock: readonly Claim[]): number | null {
  if (filed.record.ledger !== state.ledger) return null;
  if (isOfKind(filed, 'ledger') && identityRefusal(state, filed)) return null;
  if (isOfKind(filed, 'roster') && rosterRefusal(filed.record.body, () => true)) return null;
  if (filed.record.signed.key === state.root.fingerprint)
    return isOfKind(filed, 'roster') && filed.record.body.recovery ? filed.position : null;
  const acts = [actOf(state, filed), ...cosignsOn(state, filed)];
  const at = toMs(filed.record.signed.at);
  // A roster is judged by the one it follows, any other link by one of the rosters there were.
  const rosters = isOfKind(filed, 'roster') ? state.chains.roster.slice(-1) : state.chains.roster;
  const reached = rosters.flatMap(({ filed: roster }) => {
    const { record } = roster;
    // The line's clock never showed more than it does at the checkpoint.
    const shown = shownAt([...clock, ...acts], roster);
    if (shown < at && !isEnough(record.body, acts, shown)) return [];
    const admins = adminsAmong(record.body, acts, at);
    const last = admins.map(({ position }) => position).toSorted((a, b) => a - b)[thresholdOf(record.body, at) - 1];
    return last === undefined ? [] : [Math.max(last, filed.position)];
  });
  return reached.length > 0 ? Math.min(...reached) : null;
}
