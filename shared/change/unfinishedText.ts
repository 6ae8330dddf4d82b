import type { RequestText } from './requestText.ts';

export interface Unfinished {
  readonly field: string;
  readonly problem: string;
}

const isBlank = (text: string) => text.trim() === '';

/** What must still be written before the board can assess this text? Path of the field and what is missing. */
export function unfinishedText(text: RequestText): Unfinished[] {
  const { plans } = text;
  const found: (Unfinished | false)[] = [
    isBlank(text.title) && { field: 'title', problem: 'a title is missing' },
    text.services.length === 0 && { field: 'services', problem: 'no service is named' },
    isBlank(text.implementer) && { field: 'implementer', problem: 'nobody is named to do it' },
    text.timing === null && { field: 'timing', problem: 'no time is given' },
    isBlank(plans.implementation) && { field: 'plans.implementation', problem: 'the implementation plan is missing' },
    isBlank(plans.validation) && { field: 'plans.validation', problem: 'the validation plan is missing' },
    plans.rollback.readiness !== 'none' &&
      isBlank(plans.rollback.steps) && { field: 'plans.rollback.steps', problem: 'the way back is not written' },
    text.type === 'emergency' &&
      isBlank(text.incident ?? '') && { field: 'incident', problem: 'an emergency needs its incident' },
  ];
  return found.filter((item) => item !== false);
}
