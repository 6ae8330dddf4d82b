import type { TimelineBar } from '../../../shared/api/calendarCalls.ts';
import { countBands, type LaneItem } from '../../../shared/view/laneClusters.ts';
import { bands } from '../../../shared/record/words.ts';
import { placeTime, zoneName } from '../../../shared/time/placeTime.ts';
import type { LaidBand } from '../../../shared/view/laneBands.ts';
import { countWords } from '../../ui/spanWords.ts';
import { bandWords, effectWords, stateWords } from '../../ui/tradeWords.ts';
import { spanWords } from './PickedList.tsx';

/** What a bar is called by who listens: title, band, state, time, hits. */
export function barWords(bar: TimelineBar, zone: string): string {
  const hits = bar.hits === 0 ? '' : `, meets ${bar.hits === 1 ? 'one thing' : `${String(bar.hits)} things`}`;
  const movable = bar.movable ? ', movable' : '';
  return `${bar.title}, ${bandWords[bar.band]}, ${stateWords[bar.state]}, ${spanWords(bar, zone)} ${zoneName(zone)}${hits}${movable}`;
}

/** What a counted mark is called. */
export function clusterWords(members: readonly LaneItem[], zone: string): string {
  const counts = countBands(members);
  const parts = bands.toReversed().filter((band) => counts[band] > 0);
  const said = parts.map((band) => `${String(counts[band])} ${bandWords[band]}`).join(', ');
  const first = members[0];
  return `${String(members.length)} changes, ${said}${first ? `, from ${placeTime(first.start, zone)}` : ''}`;
}

/** What a window's band is called. */
export function bandWordsOf({ band, times, start, end }: LaidBand, zone: string): string {
  const proposed = band.proposed ? ', proposed' : '';
  const often = times > 1 ? `, ${countWords(times, 'time')}` : '';
  return `${effectWords[band.effect]}: ${band.title}${proposed}${often}, ${placeTime(start, zone)} to ${placeTime(end, zone)} ${zoneName(zone)}`;
}
