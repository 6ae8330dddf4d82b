import type { FileWindow } from '../../shared/api/exchangeCalls.ts';
import type { Handlers } from '../../shared/api/contract.ts';
import { TidegateError } from '../../shared/errors.ts';
import { legibleLine } from '../../shared/audit/legible.ts';
import { guessFormat } from '../../shared/exchange/guessFormat.ts';
import { readWindows } from '../../shared/exchange/readWindows.ts';
import { joinable, joinDates } from '../../shared/exchange/joinDates.ts';
import type { ReadWindow } from '../../shared/exchange/windowReading.ts';
import type { WindowBody, WindowOrigin } from '../../shared/record/body/windowBody.ts';
import { isZone } from '../../shared/time/zone.ts';
import { nextOccurrences } from '../../shared/window/occurrences.ts';
import { scheduleProblems } from '../../shared/window/scheduleProblems.ts';
import type { Span } from '../../shared/window/span.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import { adoptionPreview } from './adoptionPreview.ts';
import { calendarFile } from './calendarFile.ts';
import { freshName } from './freshName.ts';
import { publishedBody, unknownNames } from './windowPreview.ts';
import { windowSides } from './windowSides.ts';

type Answers = Pick<Handlers, 'windows.readFile' | 'windows.previewAdoption' | 'windows.adopt' | 'calendar.export'>;

const SHOWN_OCCURRENCES = 3;

/** Windows of other programs, brought in; the calendar, handed out. */
export function createExchangeService(desk: DeskParts): Answers {
  const { model, scribe, now } = desk;

  /** The windows that were imported before, by where they came from. */
  const known = (from: WindowOrigin): Map<string, FileWindow['known']> => {
    const { board, proposals } = model.context();
    const bodies = [...board.windows.values(), proposals].flat().map(({ record }) => record.body);
    return new Map(
      bodies
        .filter(({ origin, standing }) => origin?.from === from && standing !== 'withdrawn')
        .map(({ origin, window, title, standing }) => [origin?.key ?? '', { window, title, standing }]),
    );
  };

  return {
    'windows.readFile': ({ name, text, format, zone, join }) => {
      if (!isZone(zone)) throw new TidegateError('unknown-zone', { zone });
      const is = format ?? guessFormat(name, text) ?? 'holidays';
      const before = known(is);
      const whole = readWindows(is, text);
      const { windows, refused } = join ? joinDates(whole, titleOf(name)) : whole;
      return {
        format: is,
        refused,
        joinable: joinable(whole.windows),
        windows: windows.map((read) => ({
          ...read,
          occurrences: nextOf(read, zone, now()),
          known: before.get(read.key) ?? null,
        })),
      };
    },
    'windows.previewAdoption': ({ entries }) => adoptionPreview(desk, entries),
    'windows.adopt': ({ entries, standing }) => {
      const taken = new Set<string>();
      const bodies = entries.map(({ window, draft }): WindowBody => {
        const [problem] = [...scheduleProblems(draft), ...unknownNames(draft, desk)];
        if (problem)
          throw new TidegateError('input-rejected', {
            ...problem,
            problem: `${draft.title}: ${problem.problem}`,
          });
        const sides = window === null ? [] : windowSides(model.context(), window);
        if (window !== null && sides.length === 0) throw new TidegateError('window-not-found', { window });
        const isTaken = (id: string) => taken.has(id) || model.revisions('window', id).length > 0;
        const id = window ?? freshName(draft.title, isTaken);
        if (taken.has(id)) throw new TidegateError('input-rejected', { field: 'entries', problem: `${id} twice` });
        taken.add(id);
        const body = {
          ...publishedBody(
            draft,
            id,
            sides.map(({ digest }) => digest),
          ),
          standing,
        };
        if (standing === 'published' && scribe.standing({ kind: 'window', body }) !== 'counted')
          throw new TidegateError('not-entitled', { window: id, person: desk.acting.person() });
        return body;
      });
      const row = scribe.say({
        what: standing === 'proposed' ? 'propose' : 'publish',
        subject: bodies.length === 1 ? (bodies[0]?.window ?? null) : null,
        statements: bodies.map((body) => ({ kind: 'window', body })),
      });
      return { windows: bodies.map(({ window }) => window), row };
    },
    'calendar.export': (asked) => calendarFile(desk, asked),
  };
}

/** When a read window happens next; nothing while it happens never, or its rule cannot be read. */
function nextOf(read: ReadWindow, zone: string, now: number): readonly Span[] {
  const { title, effect, closedOutside, schedule } = read;
  // What the file cannot know has no say in when it happens.
  const placed: WindowBody = {
    window: 'read',
    title,
    effect,
    closedOutside,
    schedule,
    zone: read.zone ?? zone,
    scope: { everything: true },
    owner: '',
    ownerRole: 'business-owner',
    reason: '',
    reach: 'direct',
    edge: 'finish',
    standing: 'proposed',
    follows: [],
  };
  if (scheduleProblems(placed).length > 0) return [];
  return nextOccurrences(placed, new Map(), now, SHOWN_OCCURRENCES);
}

/** `bank-holidays.ics` as a title: "bank-holidays". */
function titleOf(name: string): string {
  return legibleLine(name.replace(/\.[^.]{1,8}$/, '')).slice(0, 120) || 'Dates';
}
