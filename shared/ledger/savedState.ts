import { TidegateError } from '../errors.ts';
import { copyClock } from './clock.ts';
import { emptyState, type LedgerState } from './state.ts';

/** Raised whenever the meaning of a saved state changes; an older one is then read again from the line. */
const VERSION = 4;
const maps = ['positions', 'revisions', 'changes', 'pending', 'cosigns', 'problems', 'revokedKeys'] as const;

/** The state as JSON. */
export function writeState(state: LedgerState): unknown {
  const { underMemo: _memo, ...rest } = { ...state, chains: { ...state.chains }, clock: copyClock(state.clock) };
  return { version: VERSION, ...rest, ...Object.fromEntries(maps.map((name) => [name, [...state[name]]])) };
}

/** @throws TidegateError `board-unreadable` unless this very version wrote it */
export function readState(saved: unknown): LedgerState {
  if (typeof saved !== 'object' || saved === null || !('version' in saved) || saved.version !== VERSION)
    throw new TidegateError('board-unreadable', { what: 'saved state' });
  const { version: _version, ...fields } = structure(saved);
  const restored = Object.fromEntries(maps.map((name) => [name, new Map(fields[name] as [string, unknown][])]));
  // Written by `writeState` of this version into storage of our own; a catalogue is rebuilt, never trusted.
  return { ...emptyState(), ...fields, ...restored } as LedgerState;
}

function structure(saved: object): Readonly<Record<string, unknown>> {
  return JSON.parse(JSON.stringify(saved)) as Readonly<Record<string, unknown>>; // a copy: the caller keeps its own
}
