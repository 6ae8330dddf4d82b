import type { DeskParts } from '../desk/deskParts.ts';

/** A list of this length is cut at its old end. */
const MOST = 2_000;

type Where = Pick<DeskParts, 'workspace' | 'boardName' | 'newsroom'>;

/** What its reader has dealt with and does not want to see again: requests, overtaken revisions. Of this desk alone. */
export function pathsPutAway(desk: Where): ReadonlySet<string> {
  return new Set(listed(desk));
}

export function putAway(desk: Where, path: string): void {
  const kept = [...listed(desk).filter((each) => each !== path), path].slice(-MOST);
  desk.workspace.settings.save(setting(desk), JSON.stringify(kept));
  desk.newsroom.tell('me');
}

function listed(desk: Where): readonly string[] {
  try {
    const kept: unknown = JSON.parse(desk.workspace.settings.read(setting(desk)) ?? '[]');
    return Array.isArray(kept) ? kept.map(String) : [];
  } catch {
    return [];
  }
}

function setting({ boardName }: Where): string {
  return `putAway:${boardName}`;
}
