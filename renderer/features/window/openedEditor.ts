import type { WindowForm } from '../../../shared/view/windowForm.ts';

/** Where the editor's contents come from, besides the hand. */
export type Source =
  | { readonly kind: 'own' }
  | { readonly kind: 'copy'; readonly title: string }
  | { readonly kind: 'suggestion'; readonly title: string; readonly notes: readonly string[] };

/** What the editor was opened with. */
export interface Opened {
  /** What is signed, or what a new window begins with. */
  readonly first: WindowForm;
  /** Edits of an earlier visit that stand in the form; null for none. */
  readonly kept: WindowForm | null;
  /** When those were last kept, in milliseconds. */
  readonly keptAt: number | null;
  /** Edits of an earlier visit that belong to another beginning, or to an earlier revision: offered, not taken. */
  readonly other: WindowForm | null;
  readonly source: Source;
  readonly query: string;
  readonly basis: string | null;
}
