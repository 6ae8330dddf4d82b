import { byteAttacks } from './byteAttacks.ts';
import { claimAttacks } from './claimAttacks.ts';
import { lineAttacks } from './lineAttacks.ts';
import { pathAttacks } from './pathAttacks.ts';
import { roleAttacks } from './roleAttacks.ts';
import { rosterAttacks } from './rosterAttacks.ts';
import { signerAttacks } from './signerAttacks.ts';
import { waiverAttacks } from './waiverAttacks.ts';

export const everyAttack = [
  ...byteAttacks,
  ...pathAttacks,
  ...signerAttacks,
  ...roleAttacks,
  ...rosterAttacks,
  ...claimAttacks,
  ...waiverAttacks,
  ...lineAttacks,
];
