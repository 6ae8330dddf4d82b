import type { AssessContext } from '../change/assess.ts';
import { materialDigest } from '../change/material.ts';
import { beforeWork } from '../change/readEvidence.ts';
import { HOUR_MS, MINUTE_MS, toInstant, type Ms } from '../time/instant.ts';
import type { Act } from './act.ts';
import type { Dice } from './dice.ts';
import { nextSigner } from './nextSigner.ts';
import { agreeWords, cancelWords, evidenceWords, refuseWords } from './sampleWords.ts';
import type { Story } from './story.ts';
import { createTeller, type Teller } from './teller.ts';
import { tellWork } from './tellWork.ts';

/**
 * What did the members do about this change until `now`, in order of time?
 * Evidence and approvals are those the policy asks for at that moment, so that they count.
 */
export function tellStory(given: Story, context: AssessContext, now: Ms, dice: Dice): readonly Act[] {
  const story = asStandardIfLow(given, context, dice);
  const teller = createTeller(story, context);
  const { request, destination, openedAt } = story;
  teller.tell('request', request.requester, openedAt, request);

  const deadline = Math.min(now - 20 * MINUTE_MS, story.start - 10 * MINUTE_MS);
  const step = Math.max(MINUTE_MS, (deadline - openedAt) / 36);
  const evidenceDone = tellEvidence(teller, openedAt, step, dice);
  if (destination === 'assessment') return teller.acts;

  const decidedAt = tellDecisions(teller, context, evidenceDone, step, dice);
  if (destination === 'cancelled') {
    const body = { ...request, cancelled: { reason: dice.pick(cancelWords) } };
    teller.tell('request', request.requester, decidedAt + step, body, true);
  }
  if (destination === 'scheduled' || destination === 'authorization') renewEvidence(teller, deadline);
  tellWork(teller, now, dice);
  return teller.acts;
}

/** Some low changes run as standard ones; the band is known only after a first look. */
function asStandardIfLow(story: Story, context: AssessContext, dice: Dice): Story {
  if (story.request.type !== 'normal' || !dice.chance(0.6)) return story;
  const standard: Story = { ...story, request: { ...story.request, type: 'standard' } };
  const trial = createTeller(standard, context);
  trial.tell('request', story.request.requester, story.openedAt, standard.request);
  const { score, factors, floors } = trial.look(story.openedAt).risk;
  const missing = factors.find(({ factor }) => factor === 'evidence')?.points ?? 0;
  return floors.length === 0 && score - missing < context.board.policy.bands.moderate ? standard : story;
}

/** Files what is asked for, about half of it while the change is still being assessed. */
function tellEvidence(teller: Teller, from: Ms, step: Ms, dice: Dice): Ms {
  const { request, destination } = teller.story;
  let at = from;
  for (let round = 0; round < 3; round += 1) {
    const wanted = teller
      .look(at)
      .evidence.filter(({ kind, required, standing }) => required && standing === 'missing' && beforeWork(kind));
    const share = destination === 'assessment' ? Math.floor(wanted.length / 2) : wanted.length;
    for (const { kind } of wanted.slice(0, share)) {
      at += step * (0.4 + dice.next() * 0.8);
      const [title, detail] = evidenceWords[kind];
      // In an emergency everything is measured on the spot.
      const age = dice.between(1, 9) * (request.type === 'emergency' ? MINUTE_MS / 3 : HOUR_MS);
      const measuredAt = toInstant(at - age);
      const by = dice.chance(0.3) ? request.requester : request.implementer;
      teller.tell('evidence', by, at, { change: request.change, evidence: kind, title, measuredAt, detail });
    }
    if (destination === 'assessment') break;
  }
  return at;
}

/** What has grown too old since it was filed is measured again; evidence voids no approval. */
function renewEvidence({ story, look, tell }: Teller, at: Ms): void {
  const { change, implementer } = story.request;
  for (const { kind, required, standing } of look(at).evidence) {
    if (!required || standing === 'fresh' || standing === 'missing') continue;
    const [title, detail] = evidenceWords[kind];
    tell('evidence', implementer, at, { change, evidence: kind, title, measuredAt: toInstant(at - HOUR_MS), detail });
  }
}

function tellDecisions(teller: Teller, context: AssessContext, from: Ms, step: Ms, dice: Dice): Ms {
  const { request, destination, leaveOpen } = teller.story;
  const most = destination === 'expired' || destination === 'rejected' ? 1 : 12;
  let at = from;
  for (let turn = 0; turn < most; turn += 1) {
    at += step * (0.4 + dice.next() * 0.8);
    const seen = teller.look(at);
    const signer = nextSigner(seen, context.board, teller.file(), destination === 'authorization' ? leaveOpen : 0);
    if (signer === null) break;
    const refused = destination === 'rejected';
    const reason = refused ? dice.pick(refuseWords) : dice.chance(0.35) ? dice.pick(agreeWords) : null;
    teller.tell('decision', signer.person, at, {
      change: request.change,
      material: { version: 1, digest: materialDigest({ ...request, follows: [] }) },
      verdict: refused ? 'reject' : 'approve',
      role: signer.role,
      risk: {
        score: seen.risk.score,
        band: seen.risk.band,
        points: Object.fromEntries(seen.risk.factors.map(({ factor, points }) => [factor, points])),
      },
      ...(reason === null ? {} : { reason }),
    });
  }
  return at;
}
