import type { Handlers } from '../../shared/api/contract.ts';
import type {
  SuggestedDraft,
  SuggestionPick,
  SuggestionPlace,
  SuggestionRow,
} from '../../shared/api/suggestionCalls.ts';
import type { WindowDraft } from '../../shared/api/windowCalls.ts';
import { TidegateError } from '../../shared/errors.ts';
import type { Schedule } from '../../shared/record/body/scheduleBody.ts';
import type { WindowBody } from '../../shared/record/body/windowBody.ts';
import { allSuggestions } from '../../shared/suggest/allSuggestions.ts';
import { draftSuggestion, isAdopted } from '../../shared/suggest/draftSuggestion.ts';
import { missingValues, readValues } from '../../shared/suggest/readValues.ts';
import { shifted } from '../../shared/suggest/schedules.ts';
import type { Given, Suggestion } from '../../shared/suggest/suggestion.ts';
import { toInstant } from '../../shared/time/instant.ts';
import { nextOccurrences } from '../../shared/window/occurrences.ts';
import { coveredWords } from '../../shared/suggest/coveredWords.ts';
import type { Span } from '../../shared/window/span.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import { shownWindows } from './calendarSpans.ts';
import type { HolidayDesk } from './holidayService.ts';
import { placeFor, suggestedOwner, type SuggestedPlace } from './suggestedPlace.ts';
import { weekendOf } from './weekend.ts';
import { namesOf } from './windowRow.ts';

type Answers = Pick<Handlers, 'suggestions.list' | 'suggestions.draft' | 'suggestions.drafts'>;

/** Days are written out so far ahead when a window is signed: nobody remembers to renew them sooner. */
const YEARS_WRITTEN = 10;
/** For a list it is enough to find the next. */
const YEARS_LISTED = 2;

/** Ready-made windows, fitted to what the board has and to who looks. */
export function createSuggestionService(desk: DeskParts, holidays: HolidayDesk): Answers {
  const { model, now } = desk;

  const givenFor = async (
    { needs }: Suggestion,
    { country }: SuggestedPlace,
    region: string | null,
    value: Given['value'],
    years: number,
  ): Promise<Given> => {
    const present = new Date(now()).getUTCFullYear();
    const [year, lastYear] = [present - 1, present + years];
    const days =
      needs.holidays && country !== null ? await holidays.days({ country, region, from: year, to: lastYear }) : null;
    return {
      country,
      year,
      lastYear,
      weekend: country === null ? ['SA', 'SU'] : weekendOf(country, region),
      holidays: days,
      feasts: needs.feast ? { [needs.feast]: await holidays.feast(needs.feast, year, lastYear) } : {},
      value,
    };
  };
  const placeName = async (country: string | null): Promise<string | null> =>
    country === null ? null : ((await holidays.countries()).find((each) => each.country === country)?.name ?? country);

  const make = async (
    { id, values = {} }: SuggestionPick,
    asked: SuggestionPlace,
    years: number,
  ): Promise<SuggestedDraft> => {
    const suggestion = allSuggestions.find((each) => each.id === id);
    if (!suggestion) throw new TidegateError('input-rejected', { field: 'id', problem: `unknown: ${id}` });
    const countryZone = asked.country === null ? null : await holidays.zone(asked.country, asked.region);
    const place = placeFor(desk, asked, countryZone)(suggestion);
    const value = readValues(suggestion, values);
    const missing = missingValues(suggestion, value);
    const given = await givenFor(suggestion, place, asked.region, value, years);
    const schedule = suggestion.schedule(given);
    const draft = draftSuggestion(suggestion, {
      country: asked.country,
      placeName: await placeName(asked.country),
      region: asked.region,
      ...suggestedOwner(desk, suggestion.ownerRole, place.scope),
      scope: place.scope,
      zone: place.zone,
      schedule: schedule ?? aWeekAhead(),
    });
    return { draft, notes: notesFor(suggestion, place, given), missing };
  };
  /** Stands where days are still to be named. */
  const aWeekAhead = (): Schedule => {
    const start = `${toInstant(now()).slice(0, 10)}T00:00`;
    return { form: 'once', start: shifted(start, 7 * 1_440), end: shifted(start, 8 * 1_440) };
  };
  const rowOf = async (suggestion: Suggestion, asked: SuggestionPlace): Promise<SuggestionRow> => {
    const { id, title, words, effect, trades, countries, fields } = suggestion;
    const { draft, missing } = await make({ id }, asked, YEARS_LISTED);
    const adopted = new Map(
      shownWindows(model.context())
        .filter(({ origin }) => origin?.from === 'suggestion' && isAdopted(origin.key, id, asked.country))
        .map((body) => [
          body.window,
          { window: body.window, title: body.title, proposed: body.standing === 'proposed' },
        ]),
    );
    return {
      id,
      title,
      words,
      effect,
      trades,
      countries,
      fields,
      zone: draft.zone,
      next: missing.length > 0 ? null : nextOf(draft),
      covers: coveredWords(draft.scope, namesOf(model.board())),
      adopted: [...adopted.values()],
    };
  };
  const nextOf = (draft: WindowDraft): Span | null => {
    const body: WindowBody = { ...draft, window: 'suggested', standing: 'proposed', follows: [] };
    return nextOccurrences(body, model.board().sites, now(), 1)[0] ?? null;
  };
  /** Meant for the country; for none in particular, what is meant for any that the board has sites in. */
  const isMeantFor = (country: string | null): ((suggestion: Suggestion) => boolean) => {
    const ours = new Set([...model.board().sites.values()].map((site) => site.country));
    return ({ countries }) =>
      countries === null || (country === null ? countries.some((each) => ours.has(each)) : countries.includes(country));
  };

  return {
    'suggestions.list': (asked) =>
      Promise.all(allSuggestions.filter(isMeantFor(asked.country)).map((suggestion) => rowOf(suggestion, asked))),
    'suggestions.draft': ({ id, values, ...asked }) => make({ id, values }, asked, YEARS_WRITTEN),
    'suggestions.drafts': ({ picks, ...asked }) => Promise.all(picks.map((pick) => make(pick, asked, YEARS_WRITTEN))),
  };
}

function notesFor({ needs, note }: Suggestion, { scope, country }: SuggestedPlace, { holidays, lastYear }: Given) {
  return [
    ...(scope === null ? ['Nothing on this board fits it by name: say what it covers.'] : []),
    ...(needs.holidays && country === null
      ? ['No public holidays are counted: its sites lie in several countries. Choose one to count them.']
      : []),
    ...(holidays === null
      ? []
      : [`Public and bank holidays of ${holidays.name} are written in through ${String(lastYear)}.`]),
    ...(note === undefined ? [] : [note]),
  ];
}
