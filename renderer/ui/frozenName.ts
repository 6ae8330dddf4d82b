/** What the catalogue says of a window that names no site. */
export const EVERYWHERE = 'everywhere';

/** What to call something frozen in one word or two: its place, or its title when it has none. */
export function frozenName({ where, title }: { readonly where: string; readonly title: string }): string {
  return where === EVERYWHERE ? title : where;
}
