import type { Handlers } from '../../shared/api/contract.ts';
import { TidegateError } from '../../shared/errors.ts';
import { guessFormat } from '../../shared/exchange/guessFormat.ts';
import type { WindowBody, WindowOrigin } from '../../shared/record/body/windowBody.ts';
import { isZone } from '../../shared/time/zone.ts';
import { scheduleProblems } from '../../shared/window/scheduleProblems.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import { adoptionPreview } from './adoptionPreview.ts';
import { calendarFile } from './calendarFile.ts';
import { freshName } from './freshName.ts';
import { readInThread } from './readInThread.ts';
import { publishedBody, unknownNames } from './windowPreview.ts';
import { followed, windowSides } from './windowSides.ts';

type Answers = Pick<Handlers, 'windows.readFile' | 'windows.previewAdoption' | 'windows.adopt' | 'calendar.export'>;

/** Windows of other programs, brought in; the calendar, handed out. */
export function createExchangeService(desk: DeskParts): Answers {
  const { model, scribe, now } = desk;

  /** The windows that were imported before, by where they came from. */
  const known = (from: WindowOrigin): Map<string, WindowBody> => {
    const { board, proposals } = model.context();
    const bodies = [...proposals, ...[...board.windows.values()].flat()].map(({ record }) => record.body);
    return new Map(
      bodies
        .filter(({ origin, standing }) => origin?.from === from && standing !== 'withdrawn')
        .map((body) => [body.origin?.key ?? '', body]),
    );
  };

  return {
    'windows.readFile': async ({ name, text, format, zone, join }) => {
      if (!isZone(zone)) throw new TidegateError('unknown-zone', { zone });
      const is = format ?? guessFormat(name, text) ?? 'holidays';
      const reading = await readInThread({ format: is, name, text, zone, join, now: now() });
      const before = known(is);
      return {
        ...reading,
        format: is,
        windows: reading.windows.map((read) => ({ ...read, known: before.get(read.key) ?? null })),
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
        if (window !== null && windowSides(model.context(), window).length === 0)
          throw new TidegateError('window-not-found', { window });
        const isTaken = (id: string) => taken.has(id) || model.revisions('window', id).length > 0;
        const id = window ?? freshName(draft.title, isTaken);
        if (taken.has(id)) throw new TidegateError('input-rejected', { field: 'entries', problem: `${id} twice` });
        taken.add(id);
        const published = publishedBody(draft, id, window === null ? [] : followed(model.context(), window));
        const reaches = scribe.standing({ kind: 'window', body: published });
        if (standing === 'published' && reaches !== 'counted')
          throw new TidegateError('not-entitled', { window: id, person: desk.acting.person() });
        // Beyond reach its author asks the change manager to put it in force as it is; within, only for opinions.
        return reaches === 'pending' ? published : { ...published, standing };
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
