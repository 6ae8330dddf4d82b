import type { ImportedFacts } from '../record/body/requestBody.ts';
import type { Category, ChangeType, Environment } from '../record/words.ts';
import type { Ms } from '../time/instant.ts';

/** One change of the log, as it would stand on the board. */
export interface MappedChange {
  /** Line of its first row. */
  readonly line: number;
  readonly sourceId: string;
  readonly title: string;
  readonly type: ChangeType;
  readonly category: Category;
  readonly environment: Environment;
  readonly start: Ms;
  readonly end: Ms;
  /** Names of services as the log writes them; slugs are made when records are. */
  readonly services: readonly string[];
  /** Configuration items, as text: kept in the summary, never on the map. */
  readonly items: readonly string[];
  readonly risk: string | null;
  readonly state: ImportedFacts['state'];
  readonly outcome: NonNullable<ImportedFacts['outcome']> | null;
  readonly openedAt: Ms | null;
  readonly closedAt: Ms | null;
  readonly actualStart: Ms | null;
  readonly actualEnd: Ms | null;
  readonly team: string | null;
}
