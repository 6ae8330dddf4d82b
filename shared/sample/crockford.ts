import type { ChangeId, RecordId } from '../ids.ts';
import type { Ms } from '../time/instant.ts';
import type { Dice } from './dice.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const letters = (dice: Dice, count: number): string =>
  Array.from({ length: count }, () => ALPHABET[dice.between(0, 31)] ?? '0').join('');

/** A ULID whose time part is `at` and whose rest comes from the dice. */
export function diceRecordId(at: Ms, dice: Dice): RecordId {
  let time = '';
  for (let left = Math.floor(at), digit = 0; digit < 10; digit += 1, left = Math.floor(left / 32))
    time = (ALPHABET[left % 32] ?? '0') + time;
  return time + letters(dice, 16);
}

/** The id of a change planned in the UTC year of `at`. */
export function diceChangeId(at: Ms, dice: Dice): ChangeId {
  return `CHG-${new Date(at).getUTCFullYear()}-${letters(dice, 7)}`;
}
