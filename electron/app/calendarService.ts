import type { Handlers } from '../../shared/api/contract.ts';
import { shownText } from '../../shared/change/changeFile.ts';
import { TidegateError } from '../../shared/errors.ts';
import { isZone } from '../../shared/time/zone.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import { calendarMonth } from './calendarMonth.ts';
import { calendarTimeline } from './calendarTimeline.ts';
import { previewOf } from './changePreview.ts';
import { createLostChanges } from './lostChanges.ts';
import { movedTo } from './movedTo.ts';
import { putAway } from './peoplePutAway.ts';
import { markRenumberedRead } from './renumberedChanges.ts';
import { todayView } from './todayView.ts';

type Answers = Pick<
  Handlers,
  | 'today.read'
  | 'today.dismissRenumbered'
  | 'today.dismissLost'
  | 'today.writeLostAgain'
  | 'calendar.month'
  | 'calendar.timeline'
  | 'calendar.tryMove'
>;

/** Ten years: beyond that a timeline is a mistake. */
const LONGEST_MS = 3_660 * 86_400_000;

/** Changes and windows against time. */
export function createCalendarService(desk: DeskParts): Answers {
  const lost = createLostChanges(desk);
  return {
    'today.read': async () => ({ ...todayView(desk), lost: await lost.list() }),
    'today.dismissRenumbered': ({ change }) => {
      markRenumberedRead(desk, change);
      return null;
    },
    'today.dismissLost': ({ request }) => {
      putAway(desk, request);
      return null;
    },
    'today.writeLostAgain': async ({ request }) => ({ draft: await lost.writeAgain(request) }),
    'calendar.month': (asked) => {
      if (!isZone(asked.zone)) throw new TidegateError('unknown-zone', { zone: asked.zone });
      return calendarMonth(desk, asked);
    },
    'calendar.timeline': (asked) => {
      if (asked.end <= asked.start || asked.end - asked.start > LONGEST_MS)
        throw new TidegateError('input-rejected', { field: 'end', problem: 'after the start, within ten years' });
      return calendarTimeline(desk, asked);
    },
    'calendar.tryMove': ({ change, start, minutes }) => {
      const judged = desk.model.change(change);
      return previewOf(desk, movedTo(shownText(judged.file), start, minutes), judged);
    },
  };
}
