import * as z from 'zod';
import { serviceId } from '../ids.ts';
import type { Dependency, ServiceBody, SiteBody } from '../record/body/siteBody.ts';
import type { Band, Category, Role } from '../record/words.ts';
import type { Reached } from '../topology/topology.ts';
import { query } from './call.ts';
import { input, nothing } from './decode.ts';

export interface MapNode {
  readonly service: string;
  readonly name: string;
  readonly kind: ServiceBody['kind'];
  readonly tier: number;
  readonly owner: string;
  readonly sites: readonly string[];
  /** Open changes that touch it, and the worst band among them. */
  readonly open: number;
  readonly worst: Band | null;
  readonly frozen: boolean;
}
export interface MapEdge extends Dependency {
  readonly from: string;
}
export interface MapView {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
  /** Changes when nodes or edges do; the layout's cache key. */
  readonly shape: string;
}
export interface Blast {
  /** What is hit when the asked services stop, nearest first. */
  readonly reached: readonly Reached[];
}

/** What pickers offer: everything small that the board knows. */
export interface Catalogue {
  readonly sites: readonly SiteBody[];
  readonly services: readonly {
    readonly service: string;
    readonly name: string;
    readonly kind: ServiceBody['kind'];
    readonly tier: number;
    readonly sites: readonly string[];
  }[];
  readonly people: readonly { readonly person: string; readonly name: string; readonly roles: readonly Role[] }[];
  readonly tenants: readonly string[];
  readonly categories: readonly Category[];
}

export const mapCalls = {
  'map.read': query<z.infer<z.ZodObject>, MapView>(nothing),
  'map.blast': query<{ services: string[] }, Blast>(input(z.strictObject({ services: z.array(serviceId).max(200) }))),
  'catalogue.read': query<z.infer<z.ZodObject>, Catalogue>(nothing),
};
