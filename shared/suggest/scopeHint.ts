import type { Environment, ServiceKind } from '../record/words.ts';
import type { SiteBody } from '../record/body/siteBody.ts';

/** What a suggestion would cover, in the trade's words: matched to what the board has. */
export interface ScopeHint {
  /** Business processes by words in their names; tried first. */
  readonly processes: readonly string[];
  /** Services by words in their names and by kind; tried when no process fits. */
  readonly services: { readonly words: readonly string[]; readonly kinds?: readonly ServiceKind[] };
  /** Sites of these kinds; `none` for what no place bounds, such as the books. */
  readonly sites: readonly SiteBody['kind'][] | 'all' | 'none';
  /** Names no sites where none in particular are meant, so that those to come are covered. */
  readonly boundless?: true;
  /** All that runs at its sites, whatever it is. */
  readonly everything?: true;
  readonly environments: readonly Environment[];
  readonly reach: 'direct' | 'feeders';
}
