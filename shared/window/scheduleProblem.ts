/** Why a schedule cannot be published: one sentence, at the field that must change. */
export interface ScheduleProblem {
  /** Path in the draft: `schedule.start.rule`. */
  readonly field: string;
  readonly problem: string;
}
export type SayProblem = (field: string, problem: string) => void;
