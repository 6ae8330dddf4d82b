import type { Ms } from '../../time/instant.ts';
import { quoted } from '../cleanText.ts';
import { zoneNamed } from '../zoneNames.ts';
import type { Block, Calendar } from './scanCalendar.ts';
import { zoneByOffsets } from './zoneByOffsets.ts';

export interface ZoneAnswer {
  /** Null: no zone of this build can be meant for sure. */
  readonly zone: string | null;
  readonly note: string | null;
}

export interface IcsZones {
  /** What the calendar shows floating times in: X-WR-TIMEZONE, if this build knows it. */
  readonly own: string | null;
  /** Which zone does a TZID of the calendar mean, for times from `at` on? */
  named(tzid: string, at: Ms): ZoneAnswer;
}

/** Comparing clocks with every zone there is costs; a file that names more is not a calendar. */
const MOST_COMPARED = 20;

/** The zones of one calendar of a file. */
export function icsZones({ lines, inner }: Calendar): IcsZones {
  const described = new Map<string, Block>();
  for (const block of inner) if (block.kind === 'VTIMEZONE') described.set(valueOf(block, 'TZID'), block);
  const answers = new Map<string, ZoneAnswer>();
  let compared = 0;
  const own = lines.find(({ name }) => name === 'X-WR-TIMEZONE')?.value;
  return {
    own: own === undefined ? null : zoneNamed(own),
    named(tzid, at) {
      const known = answers.get(tzid);
      if (known) return known;
      const block = described.get(tzid.trim());
      const named = zoneNamed(tzid) ?? (block ? zoneNamed(valueOf(block, 'X-LIC-LOCATION')) : null);
      let answer: ZoneAnswer = { zone: named, note: null };
      if (named === null && block && compared < MOST_COMPARED) {
        compared += 1;
        const zone = zoneByOffsets(block, at);
        answer = { zone, note: zone && `Its zone ${quoted(tzid)} keeps the clocks of ${zone} and is read as that.` };
      } else if (named !== null && !tzid.toLowerCase().includes(named.toLowerCase()))
        answer = { zone: named, note: `Its zone ${quoted(tzid)} is read as ${named}.` };
      answers.set(tzid, answer);
      return answer;
    },
  };
}

function valueOf(block: Block, name: string): string {
  return block.lines.find((line) => line.name === name)?.value.trim() ?? '';
}
