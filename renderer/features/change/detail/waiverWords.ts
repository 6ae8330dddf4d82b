import type { WaiverView } from '../../../../shared/api/waiverCalls.ts';
import type { outcomes } from '../../../../shared/record/words.ts';
import type { WaiverVoice } from '../../../../shared/waiver/waiverSignatures.ts';
import type { Tone } from '../../../ui/Badge.tsx';

export const voiceWords = {
  owner: 'Owner of the freeze',
  'change-manager': 'Change manager',
  director: 'Director',
} satisfies Record<WaiverVoice, string>;

const states = {
  'in-force': ['In force', 'good'],
  unsigned: ['Waits for signatures', 'warn'],
  ahead: ['Signed, not open yet', 'accent'],
  expired: ['Expired', 'neutral'],
  used: ['Used', 'neutral'],
  stale: ['For an earlier text', 'neutral'],
  withdrawn: ['Withdrawn', 'neutral'],
  refused: ['Lifts nothing', 'danger'],
} as const satisfies Record<WaiverView['state'], readonly [string, Tone]>;

/** What the waiver is worth, in a word. */
export function standingOf({ state, isBreakGlass }: WaiverView): readonly [string, Tone] {
  return isBreakGlass && state === 'in-force' ? ['Glass is broken', 'danger'] : states[state];
}

export const outcomeWords = {
  successful: 'Successful',
  'successful-with-issues': 'Successful, with issues',
  'failed-rolled-back': 'Failed, taken back',
  'failed-fixed-forward': 'Failed, fixed forward',
  partial: 'Done in part',
  'not-implemented': 'Not done',
} satisfies Record<(typeof outcomes)[number], string>;
