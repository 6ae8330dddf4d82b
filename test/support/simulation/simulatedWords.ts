import { TidegateError } from '../../../shared/errors.ts';
import { materialDigest } from '../../../shared/change/material.ts';
import type { ChangeFile } from '../../../shared/change/changeFile.ts';
import type { Statement } from '../../../electron/desk/scribe.ts';
import type { BoardModel } from '../../../electron/desk/boardModel.ts';
import type { RequestBody } from '../../../shared/record/body/requestBody.ts';
import type { Dice } from '../../../shared/sample/dice.ts';
import { HOUR_MS, toInstant, type Ms } from '../../../shared/time/instant.ts';
import { decisionOf, requestOf, windowOf } from '../ledgerBodies.ts';

/** What a desk of the simulation says; all but the first speak of a change that it knows of. */
export type Word = 'request' | 'comment' | 'evidence' | 'decision' | 'revision' | 'window';

/** Whose desks there are, and what their roles let them say. */
export const trades = {
  rita: ['request', 'revision', 'comment', 'evidence'],
  petra: ['decision', 'evidence', 'comment'],
  ivan: ['request', 'revision', 'evidence', 'comment'],
  carl: ['revision', 'window', 'comment', 'request'],
} as const satisfies Readonly<Record<string, readonly Word[]>>;
export type Trader = keyof typeof trades;

interface Speaker {
  readonly person: Trader;
  readonly dice: Dice;
  readonly now: Ms;
  readonly model: Pick<BoardModel, 'change'>;
}

/** Null: this desk does not know the change. */
export function statementOf(word: Word, change: string, { person, dice, now, model }: Speaker): Statement | null {
  if (word === 'request')
    return { kind: 'request', body: requestOf({ change, requester: person, timing: someDay(dice) }) };
  if (word === 'window') return { kind: 'window', body: someWindow(change, dice) };
  const file = knownAt(model, change);
  const text = file && dice.pick([...file.heads]);
  if (!file || !text) return null;
  const { body } = text.record;
  const follows = word === 'revision' ? file.heads.map(({ digest }) => digest) : [];
  switch (word) {
    case 'comment':
      return { kind: 'comment', body: { change, text: `Seen by ${person}`, follows } };
    case 'evidence': {
      const measuredAt = toInstant(now - HOUR_MS);
      return {
        kind: 'evidence',
        body: { change, evidence: 'build-test', title: 'Build', measuredAt, detail: '', follows },
      };
    }
    case 'decision': {
      const verdict = dice.pick(['approve', 'reject'] as const);
      const reason = verdict === 'reject' ? { reason: 'Not now.' } : {};
      const material = { version: 1 as const, digest: materialDigest(body) };
      return { kind: 'decision', body: decisionOf({ change, verdict, material, ...reason }) };
    }
    case 'revision':
      return { kind: 'request', body: { ...body, timing: someDay(dice), follows } };
  }
}

function knownAt(model: Speaker['model'], change: string): ChangeFile | null {
  try {
    return model.change(change).file;
  } catch (error) {
    if (error instanceof TidegateError && error.code === 'change-not-found') return null;
    throw error;
  }
}

/** An hour in the year to come: works that all fell on one would all collide. */
function someDay(dice: Dice): RequestBody['timing'] {
  const start = Date.parse('2026-12-01T00:00:00Z') + dice.between(0, 24 * 365) * HOUR_MS;
  const [from, to] = [start, start + 2 * HOUR_MS].map(toInstant);
  return { earliestStart: from ?? '', start: from ?? '', minutes: 60, latestEnd: to ?? '' };
}

const day = (n: number): string => toInstant(Date.parse('2027-01-01T00:00:00Z') + n * 24 * HOUR_MS).slice(0, 16);

/** A freeze of two days of that year, named after the change that would have been said instead. */
function someWindow(name: string, dice: Dice) {
  const first = dice.between(0, 330);
  const schedule = { form: 'once' as const, start: day(first), end: day(first + 2) };
  return windowOf({ window: name.toLowerCase(), owner: 'carl', ownerRole: 'change-manager', schedule });
}
