/** What a short name looks like: of a site, a service, a window, a person, a board. */
export const SHORT_NAME = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** The short name that a name in any letters suggests, `ines-martel`; empty when no letter or digit is left of it. */
export function shortNameOf(name: string, most = 63): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, most)
    .replace(/-$/, '');
}
