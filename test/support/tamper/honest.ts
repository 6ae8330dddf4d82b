import type { Census } from '../../../shared/ledger/census.ts';
import type { Standing } from '../../../shared/ledger/line.ts';
import type { RequestBody } from '../../../shared/record/body/requestBody.ts';
import type { Filed } from '../../../shared/record/envelope.ts';
import type { BodyOf, Kind } from '../../../shared/record/kinds.ts';
import type { Sealed } from '../../../shared/record/seal.ts';
import type { Dice } from '../../../shared/sample/dice.ts';
import type { Ms } from '../../../shared/time/instant.ts';
import type { Line, TextFile } from '../ledgerLine.ts';

/** Who says what, signed by the clock of the ledger over its head unless told otherwise. */
export type Say = <K extends Kind>(
  kind: K,
  body: BodyOf<K>,
  by: string,
  given?: Parameters<Line['sign']>[2],
) => Sealed<K>;

/** A board that nobody tampered with. */
export interface Honest {
  readonly dice: Dice;
  readonly line: Line;
  readonly census: Census;
  readonly say: Say;
  readonly add: (...files: readonly TextFile[]) => readonly Standing[];
  /** The ledger's own time; every commit is some minutes later. */
  readonly now: () => Ms;
  /** When the gate is asked. */
  readonly at: Ms;
  /** The gate allows the first and none of the others. */
  readonly texts: Readonly<Record<'ready' | 'rejected' | 'frozen' | 'bare', RequestBody>>;
  /** Every record that counted when it was added, in line order. */
  readonly filed: readonly Filed[];
  /** Everything that was sealed and stands on the line, oldest first. */
  readonly of: <K extends Kind>(kind: K) => readonly Sealed<K>[];
}

let made = 0;
/** A change that no ledger of this run has. */
export function nextChange(): string {
  made += 1;
  return `CHG-2026-${String(made).padStart(7, '0')}`;
}
