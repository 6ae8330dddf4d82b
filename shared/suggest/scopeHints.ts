import type { ScopeHint } from './scopeHint.ts';

const production = { environments: ['production'], reach: 'direct' } as const;

/** What sells: tills, the web shop, and the hands that pick and send what they sold. */
export const selling: ScopeHint = {
  ...production,
  processes: ['checkout', 'web order', 'online order', 'picking', 'dispatch', 'despatch', 'sales'],
  services: { words: ['pos', 'point of sale', 'till', 'webshop', 'web shop', 'shop', 'sales', 'payment', 'pricing'] },
  sites: ['store', 'warehouse', 'hub', 'web'],
  boundless: true,
};
/** Tills and the web shop alone. */
export const trading: ScopeHint = {
  ...production,
  processes: ['checkout', 'web order', 'online order'],
  services: { words: ['pos', 'point of sale', 'till', 'webshop', 'web shop', 'payment'] },
  sites: ['store', 'web'],
};
export const prices: ScopeHint = {
  ...production,
  processes: ['pricing', 'promotion'],
  services: { words: ['price', 'prices', 'pricing', 'promotion', 'pos', 'point of sale', 'webshop', 'web shop'] },
  sites: ['store', 'web'],
};
export const returns: ScopeHint = {
  ...production,
  processes: ['return', 'refund'],
  services: { words: ['return', 'returns', 'refund', 'payment'] },
  sites: ['store', 'web', 'warehouse'],
};
/** The books: no place bounds them. */
export const finance: ScopeHint = {
  ...production,
  processes: ['month-end', 'month end', 'financial close', 'period close', 'posting', 'bookkeeping', 'accounting'],
  services: { words: ['accounting', 'ledger', 'invoicing', 'finance', 'posting', 'bank'] },
  sites: 'none',
};
/** What writes into the books from outside of them. */
export const bookSources: ScopeHint = {
  ...production,
  processes: [],
  services: { words: ['sales', 'purchase', 'purchasing', 'inventory', 'stock', 'billing', 'payroll', 'returns'] },
  sites: 'none',
};
export const stock: ScopeHint = {
  ...production,
  processes: ['stock', 'inventory', 'count'],
  services: { words: ['inventory', 'stock', 'barcode', 'wms', 'warehouse'] },
  sites: ['warehouse', 'store'],
};
export const dispatch: ScopeHint = {
  ...production,
  processes: ['dispatch', 'despatch', 'shipping'],
  services: { words: ['carrier', 'label', 'shipping', 'delivery', 'wms'] },
  sites: ['warehouse', 'hub'],
};
export const receiving: ScopeHint = {
  ...production,
  processes: ['receiving', 'inbound', 'goods in'],
  services: { words: ['purchasing', 'purchase', 'receiving', 'inbound', 'asn'] },
  sites: ['warehouse', 'hub'],
};
export const shopFloor: ScopeHint = {
  ...production,
  processes: ['picking', 'receiving', 'dispatch', 'packing', 'production'],
  services: { words: ['barcode', 'scanner', 'handheld', 'wms'] },
  sites: ['warehouse', 'hub'],
};
export const partners: ScopeHint = {
  ...production,
  processes: ['edi', 'partner'],
  services: { words: ['edi', 'as2', 'supplier'], kinds: ['partner-endpoint', 'integration'] },
  sites: 'none',
};
/** Whatever runs at its sites. */
export const wholePlace: ScopeHint = {
  ...production,
  processes: [],
  services: { words: [] },
  sites: 'all',
  everything: true,
};
