import type { ChangeDraft } from '../../../../shared/api/changeCalls.ts';
import { categories, environments } from '../../../../shared/record/words.ts';
import { HOUR_MS, MINUTE_MS, toInstant, toMs, type Ms } from '../../../../shared/time/instant.ts';
import { listIn } from '../../../route.ts';

const empty: ChangeDraft = {
  title: '',
  summary: '',
  type: 'normal',
  category: 'application-release',
  environment: 'production',
  services: [],
  sites: [],
  tenants: [],
  implementer: '',
  timing: null,
  artifacts: [],
  plans: {
    implementation: '',
    validation: '',
    rollback: { steps: '', criteria: '', readiness: 'written' },
    communication: '',
    fallback: '',
  },
  data: 'reversible',
  phases: [],
};

/** Ten years: the record holds no longer work. */
const MOST_MINUTES = 5_256_000;
/** Minutes of work while nobody has said how long. */
export const USUAL_MINUTES = 60;

/** A new change, with what the address already knows: a slot from the calendar, services from the map. */
export function emptyDraft(query: URLSearchParams, implementer: string): ChangeDraft {
  const start = Number(query.get('start'));
  const isTime = query.has('start') && Number.isSafeInteger(start);
  const minutes = Number(query.get('minutes') ?? USUAL_MINUTES);
  const isLength = Number.isSafeInteger(minutes) && minutes >= 1 && minutes <= MOST_MINUTES;
  return {
    ...empty,
    implementer,
    environment: environments.find((known) => known === query.get('environment')) ?? empty.environment,
    category: categories.find((known) => known === query.get('category')) ?? empty.category,
    services: [...listIn(query, 'services')],
    sites: [...listIn(query, 'sites')],
    timing: isTime ? timingFrom(start, isLength ? minutes : USUAL_MINUTES) : null,
  };
}

/** A start with an agreed time that has room for the way back: as long as it takes, or else as long as the work. */
function timingFrom(start: Ms, minutes: number, wayBack = minutes): NonNullable<ChangeDraft['timing']> {
  return {
    earliestStart: toInstant(start),
    start: toInstant(start),
    minutes,
    latestEnd: toInstant(start + (minutes + wayBack) * MINUTE_MS),
  };
}

/**
 * The draft with another start. Work that no longer lies inside the agreed time takes that time along, as long as it
 * was: trying one slot after another must not agree to all the days between them.
 */
export function startingAt(draft: ChangeDraft, start: Ms): ChangeDraft {
  const { timing, plans } = draft;
  if (!timing) return { ...draft, timing: timingFrom(start, USUAL_MINUTES, plans.rollback.minutes) };
  const early = toMs(timing.earliestStart);
  const late = toMs(timing.latestEnd);
  const isInside = start >= early && start + timing.minutes * MINUTE_MS <= late;
  const shift = isInside ? 0 : start - toMs(timing.start);
  return {
    ...draft,
    timing: {
      ...timing,
      start: toInstant(start),
      earliestStart: toInstant(early + shift),
      latestEnd: toInstant(late + shift),
    },
  };
}

/** What to ask free slots for: a change without a time still has a length. */
export function withSomeTime(draft: ChangeDraft, now: Ms): ChangeDraft {
  if (draft.timing) return draft;
  const nextHour = Math.ceil(now / HOUR_MS) * HOUR_MS;
  return { ...draft, timing: timingFrom(nextHour, USUAL_MINUTES) };
}
