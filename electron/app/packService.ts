import type { Handlers } from '../../shared/api/contract.ts';
import { TidegateError } from '../../shared/errors.ts';
import type { DeskParts } from '../desk/deskParts.ts';

type Answers = Pick<Handlers, 'audit.preview' | 'audit.export' | 'audit.file'>;

export function createPackService(_desk: DeskParts): Answers {
  return {
    'audit.preview': () => ({ changes: 0, decisions: 0, emergencies: 0 }),
    'audit.export': () => {
      throw new TidegateError('not-here');
    },
    'audit.file': () => {
      throw new TidegateError('not-here');
    },
  };
}
