import { TidegateError } from '../../shared/errors.ts';
import type { Board } from '../../shared/ledger/board.ts';

/**
 * A place that the board does not know has no calendar: everything would look open there.
 *
 * @throws TidegateError `service-not-found`, `site-not-found`
 */
export function requirePlace(
  { service, site }: { readonly service?: string; readonly site?: string },
  { services, sites }: Board,
): void {
  if (service !== undefined && !services.has(service)) throw new TidegateError('service-not-found', { service });
  if (site !== undefined && !sites.has(site)) throw new TidegateError('site-not-found', { site });
}
