import { useEffect } from 'react';
import * as z from 'zod';
import type { MeView } from '../../../../shared/api/appCalls.ts';
import type { Catalogue } from '../../../../shared/api/mapCalls.ts';
import { trades, type Trade } from '../../../../shared/suggest/suggestion.ts';
import { useAsked } from '../../../api/useAsked.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { hrefOf, navigate, useRoute } from '../../../route.ts';

const VIEW = 'ready-made';
/** In the address and in what is remembered: wherever the board has sites. */
export const EVERYWHERE = 'all';

export interface ChosenPlace {
  /** ISO 3166-1 alpha-2, or `all`. */
  readonly country: string;
  readonly region: string | null;
  readonly trade: Trade | null;
}
const kept = z.object({
  country: z.string().regex(/^([A-Z]{2}|all)$/),
  region: z.string().nullable(),
  trade: z.enum(trades).nullable(),
});

/**
 * For where and for which trade suggestions are shown: what the address says, else what was chosen last, else the
 * country of the reader's own sites. Null until that is known.
 */
export function useSuggestPlace(me: MeView | undefined, catalogue: Catalogue | null) {
  const { query } = useRoute();
  const read = useAsked('view.read', { view: VIEW });
  const { mutate } = useCommand('view.save');
  const asked = query.get('country');
  const isReady = me !== undefined && catalogue !== null && !read.isPending;
  const before = kept.safeParse(read.data).data;
  const first = isReady ? (before ?? { country: homeCountry(me, catalogue), region: null, trade: null }) : null;
  const place: ChosenPlace | null =
    asked === null
      ? null
      : {
          country: asked,
          region: query.get('region') || null,
          trade: trades.find((trade) => trade === query.get('trade')) ?? null,
        };

  // Leaving is heard here before this page is gone: an address that is no longer its own stays as it is.
  const toOpen = query.has('suggest') && place === null && first !== null ? hrefWith(first) : null;
  useEffect(() => {
    if (toOpen !== null) navigate(toOpen, { replace: true });
  }, [toOpen]);

  const choose = (next: ChosenPlace) => {
    mutate({ view: VIEW, state: { ...next } });
    navigate(hrefWith(next), { replace: true });
  };
  return { place, choose };
}

function hrefWith({ country, region, trade }: ChosenPlace): string {
  return hrefOf('windows', null, {
    suggest: '1',
    country,
    ...(region !== null && { region }),
    ...(trade !== null && { trade }),
  });
}

/** The one country that my sites lie in, or the board's; several are everywhere. */
function homeCountry({ owns }: MeView, { sites }: Catalogue): string {
  const mine = sites.filter(({ site }) => owns.sites.includes(site));
  const countries = new Set((mine.length > 0 ? mine : sites).map(({ country }) => country));
  const [only] = countries;
  return countries.size === 1 && only !== undefined ? only : EVERYWHERE;
}
