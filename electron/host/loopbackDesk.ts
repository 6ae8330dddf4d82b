import type { Desk } from '../../shared/api/desk.ts';
import { TidegateError } from '../../shared/errors.ts';

/** What a browser page offers: nothing of the system. Views see that in the capabilities and ask for a typed path. */
export function createLoopbackDesk(): Desk {
  return {
    capabilities: { host: 'browser', pickFolder: false, reveal: false },
    pickFolder: () => Promise.reject(new TidegateError('not-here', { what: 'pickFolder' })),
    reveal: () => Promise.reject(new TidegateError('not-here', { what: 'reveal' })),
  };
}
