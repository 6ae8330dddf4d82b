import { changeId, type ChangeId } from '../../shared/ids.ts';
import type { Filed } from '../../shared/record/envelope.ts';

/** The records of each change, in the order in which they came; of a list that only grows. */
export interface ChangeIndex {
  /** Takes in what the list holds since the last time. */
  readonly take: (filed: readonly Filed[]) => void;
  readonly of: (change: ChangeId) => readonly Filed[];
  readonly changes: () => Iterable<ChangeId>;
}

export function createChangeIndex(): ChangeIndex {
  const known = new Map<ChangeId, Filed[]>();
  let taken = 0;
  return {
    take: (filed) => {
      for (const each of filed.slice(taken)) {
        const change = changeOf(each);
        const those = change === null ? [] : known.get(change);
        if (those) those.push(each);
        else if (change !== null) known.set(change, [each]);
      }
      taken = filed.length;
    },
    of: (change) => known.get(change) ?? [],
    changes: () => known.keys(),
  };
}

/** Which change does it speak of? A signature on a waiver names it as its subject. */
function changeOf({ record: { body } }: Filed): ChangeId | null {
  const named = 'change' in body ? body.change : 'of' in body ? body.of.subject : undefined;
  const change = changeId.safeParse(named);
  return change.success ? change.data : null;
}
