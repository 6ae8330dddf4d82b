import type { Handlers } from '../../shared/api/contract.ts';
import { TidegateError } from '../../shared/errors.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import type { HolidayDesk } from './holidayService.ts';

type Answers = Pick<Handlers, 'suggestions.list' | 'suggestions.draft' | 'suggestions.propose'>;

/** Ready-made windows, fitted to what the board has. */
export function createSuggestionService(_desk: DeskParts, _holidays: HolidayDesk): Answers {
  return {
    'suggestions.list': ({ country, region }) => ({ country, region, sites: [], rows: [] }),
    'suggestions.draft': ({ id }) => {
      throw new TidegateError('not-here', { id });
    },
    'suggestions.propose': () => {
      throw new TidegateError('not-here');
    },
  };
}
