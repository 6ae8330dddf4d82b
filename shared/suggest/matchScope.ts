import type { ServiceBody, SiteBody } from '../record/body/siteBody.ts';
import type { Scope } from '../record/body/windowBody.ts';
import type { ScopeHint } from './scopeHint.ts';

type Named = Pick<ServiceBody, 'service' | 'name' | 'kind'>;

/** What a board has to match with, and what of it is the drawer's own. */
export interface Matchable {
  readonly services: readonly Named[];
  /** Those that are meant; null: wherever it may be. */
  readonly sites: readonly Pick<SiteBody, 'site' | 'kind'>[] | null;
  /** Every site of the board, for kinds when none in particular is meant. */
  readonly allSites: readonly Pick<SiteBody, 'site' | 'kind'>[];
  readonly own: { readonly services: readonly string[]; readonly processes: readonly string[] };
}

/**
 * The scope that a hint means on this board; null when nothing there fits it.
 *
 * Processes whose names have one of the words, the drawer's own if any of them do; else services in the same way, by
 * words, then by kind. Sites of the hint's kinds among those that are meant.
 */
export function matchScope(hint: ScopeHint, board: Matchable): Scope | null {
  const sites = sitesOf(hint, board);
  if (sites?.length === 0) return null;
  const where = { ...(sites !== null && { sites }), environments: [...hint.environments] };
  if (hint.everything) return { everything: false, ...where };

  const processes = preferOwn(board.services.filter(isProcess).filter(named(hint.processes)), board.own.processes);
  if (processes.length > 0) return { everything: false, processes, ...where };

  const others = board.services.filter((each) => !isProcess(each));
  const byWord = others.filter(named(hint.services.words));
  const fitting = byWord.length > 0 ? byWord : others.filter(({ kind }) => hint.services.kinds?.includes(kind));
  const services = preferOwn(fitting, board.own.services);
  return services.length > 0 ? { everything: false, services, ...where } : null;
}

const isProcess = ({ kind }: Named) => kind === 'business-process';
const named = (words: readonly string[]) => (each: Named) => hasWord(`${each.service} ${each.name}`, words);

function sitesOf({ sites: kinds, boundless }: ScopeHint, { sites, allSites }: Matchable): string[] | null {
  if (kinds === 'none' || (sites === null && (boundless || kinds === 'all'))) return null;
  const wanted = (sites ?? allSites).filter(({ kind }) => kinds === 'all' || kinds.includes(kind));
  return wanted.map(({ site }) => site).toSorted();
}

function preferOwn(found: readonly Named[], own: readonly string[]): string[] {
  const ids = found.map(({ service }) => service).toSorted();
  const mine = ids.filter((id) => own.includes(id));
  return mine.length > 0 ? mine : ids;
}

/** Whole words, one or many: "pos" is in "erp-pos" and not in "postgres". */
function hasWord(text: string, words: readonly string[]): boolean {
  const plain = ` ${text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return words.some((word) => {
    const said = word.replaceAll('-', ' ');
    return plain.includes(` ${said} `) || plain.includes(` ${said}s `);
  });
}
