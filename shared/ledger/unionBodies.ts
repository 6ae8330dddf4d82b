import type { Dependency, ServiceBody, SiteBody } from '../record/body/siteBody.ts';

/** The wider reading of each word, widest first. */
const tenancies = ['shared', 'hybrid', 'dedicated'] as const;

/** While a site is forked its first text is shown, with the tenants of all; it is retired once every side says so. */
export function unionSite(sides: readonly SiteBody[]): SiteBody {
  const [first, ...others] = sides;
  if (!first) throw new RangeError('a union of no texts');
  if (others.length === 0) return first;
  const { retired: _retired, tenants: _tenants, ...rest } = first;
  const tenants = merged(sides.map((side) => side.tenants ?? []));
  return { ...rest, ...(tenants.length > 0 ? { tenants } : {}), ...retirement(sides) };
}

/**
 * While a service is forked, or waits, every text applies: all edges and sites, the most critical tier, the widest tenancy;
 * what one of them calls a business process is one.
 */
export function unionService(sides: readonly ServiceBody[]): ServiceBody {
  const [first, ...others] = sides;
  if (!first) throw new RangeError('a union of no texts');
  if (others.length === 0) return first;
  const { retired: _retired, ...rest } = first;
  const edges = sides.flatMap(({ dependsOn }) => dependsOn);
  return {
    ...rest,
    kind: sides.find(({ kind }) => kind === 'business-process')?.kind ?? first.kind,
    tier: Math.min(...sides.map(({ tier }) => tier)),
    tenancy: tenancies.find((tenancy) => sides.some((side) => side.tenancy === tenancy)) ?? first.tenancy,
    // No sites means all of them, so one side without sites makes the union without sites.
    sites: sides.some((side) => side.sites.length === 0) ? [] : merged(sides.map((side) => side.sites)),
    dependsOn: [...new Map(edges.map((edge) => [edgeKey(edge), edge])).values()],
    ...retirement(sides),
  };
}

function retirement(sides: readonly { readonly retired?: true | undefined }[]): { retired?: true } {
  return sides.every(({ retired }) => retired) ? { retired: true } : {};
}

function merged(lists: readonly (readonly string[])[]): string[] {
  return [...new Set(lists.flat())];
}

function edgeKey({ to, kind, strength }: Dependency): string {
  return `${to} ${kind} ${strength}`;
}
