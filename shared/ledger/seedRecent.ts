import type { CheckpointBody } from '../record/body/ledgerBody.ts';
import type { Filed } from '../record/envelope.ts';
import { toMs } from '../time/instant.ts';
import { actOf, cosignsOn } from './admit.ts';
import { needsCosign } from './entitlement.ts';
import type { Act, LedgerState } from './state.ts';

/** When the latest texts were first seen, and who signed them as what, only the line itself could tell. */
export function noteRecent(state: LedgerState, { recent = [] }: CheckpointBody): void {
  const vouched = new Map(recent.map((text) => [text.digest, text]));
  for (const [digest, { managers }] of vouched) {
    const acts = state.cosigns.get(digest) ?? [];
    state.cosigns.set(
      digest,
      acts.map(({ isManager: _unknown, ...act }) =>
        managers.includes(act.person) ? { ...act, isManager: true } : act,
      ),
    );
  }
  const noted = ({ digest, record }: Filed) => {
    const text = vouched.get(digest);
    const isManaged = text?.managers.includes(record.signed.by) ?? false;
    return { seenAt: text ? toMs(text.seen) : null, ...(isManaged ? { isManaged } : {}) };
  };
  for (const [subject, revisions] of state.revisions)
    state.revisions.set(
      subject,
      revisions.map(({ isManaged: _unknown, ...revision }) => {
        const text = vouched.get(revision.filed.digest);
        const rests = text?.beyond
          ? { restsOn: managerOn(state, revision.filed) ?? revision.restsOn }
          : { restsOn: null };
        return { ...revision, ...noted(revision.filed), ...(text ? rests : {}) };
      }),
    );
  state.chains.policy = state.chains.policy.map(({ isManaged: _unknown, ...link }) => ({
    ...link,
    ...noted(link.filed),
  }));
}

/** Which revisions rest on a change manager's signature: it may still be taken away. */
export function noteCosigned(state: LedgerState): void {
  for (const [subject, revisions] of state.revisions) {
    if (!revisions.some(({ filed }) => state.cosigns.has(filed.digest))) continue;
    const noted = revisions.map((revision) => {
      const cosign = managerOn(state, revision.filed);
      return cosign && needsCosign(state, revision.filed) ? { ...revision, restsOn: cosign } : revision;
    });
    state.revisions.set(subject, noted);
  }
}

/** The change manager's signature on another's record. */
function managerOn(state: LedgerState, filed: Filed): Act | undefined {
  const author = actOf(state, filed).person;
  return cosignsOn(state, filed).find(({ person, isManager }) => isManager && person !== author);
}
