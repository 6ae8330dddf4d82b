import type { WindowImpact } from '../api/windowCalls.ts';
import { HOUR_MS, type Ms } from '../time/instant.ts';
import { wallAt } from '../time/zone.ts';

/**
 * What stops, in numbers: `3 approved changes tonight, 2 of them emergency; 14 planned.`
 *
 * @param zone by whose clock it is night
 */
export function impactSentence(impact: WindowImpact, { now, zone }: { now: Ms; zone: string }): string {
  const { planned, approved, emergencies, hits } = impact;
  if (planned === 0) return 'No planned change falls inside.';
  if (approved === 0) {
    const urgent = emergencies > 0 ? `, ${emergencies} of them emergency` : '';
    return `${counted(planned, 'planned change')} ${planned === 1 ? 'falls' : 'fall'} inside${urgent}, none approved yet.`;
  }
  // Of a very long list only the first are at hand: then all emergencies are counted, approved or not.
  const isWhole = hits.length === planned;
  const agreed = hits.filter((hit) => hit.approved);
  const urgent = isWhole ? agreed.filter(({ row }) => row.type === 'emergency').length : 0;
  const others = isWhole || emergencies === 0 ? '' : `, ${emergencies} emergency`;
  const when = isWhole ? whenWords(agreed, now, zone) : '';
  return `${counted(approved, 'approved change')}${when}${urgent > 0 ? `, ${urgent} of them emergency` : ''}; ${planned} planned${others}.`;
}

/** What else it costs; a sentence each, none for what it does not. */
export function costSentences({ approvalsVoided, changesVoided, maintenanceCount }: WindowImpact): string[] {
  return [
    ...(approvalsVoided > 0
      ? [
          `${counted(approvalsVoided, 'approval')} of ${counted(changesVoided, 'change')} would no longer suffice: more people must agree.`,
        ]
      : []),
    ...(maintenanceCount > 0
      ? [
          `${counted(maintenanceCount, 'maintenance window')} of the next 400 days ${maintenanceCount === 1 ? 'lies' : 'lie'} inside.`,
        ]
      : []),
  ];
}

function whenWords(agreed: WindowImpact['hits'], now: Ms, zone: string): string {
  const isNight = ({ start }: { start: Ms }) => {
    const hour = Number(wallAt(start, zone).slice(11, 13));
    return start < now + 18 * HOUR_MS && (hour >= 17 || hour < 6);
  };
  if (agreed.every(isNight)) return ' tonight';
  return agreed.every(({ start }) => start < now + 48 * HOUR_MS) ? ' within 48 hours' : '';
}

function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}
