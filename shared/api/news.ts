/** What can change behind a view. */
export const newsKinds = ['board', 'changes', 'clock', 'drafts', 'jobs', 'me', 'sync', 'view'] as const;
export type NewsKind = (typeof newsKinds)[number];

/** Told to every window: what became outdated. */
export interface News {
  readonly kinds: readonly NewsKind[];
}
