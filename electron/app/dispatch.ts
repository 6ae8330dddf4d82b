import type { Reply } from '../../shared/api/call.ts';
import { contract, type CallName, type Handlers } from '../../shared/api/contract.ts';
import { TidegateError } from '../../shared/errors.ts';
import { isUnwritable } from '../desk/unwritable.ts';

export type Dispatch = (name: string, input: unknown) => Promise<Reply>;

/** Decodes, runs, and turns every failure into data; never rejects. Hosts speak only to this. */
export function createDispatch(handlers: Handlers, report: (call: string, defect: unknown) => void): Dispatch {
  return async (name, input) => {
    try {
      if (!Object.hasOwn(contract, name))
        throw new TidegateError('input-rejected', { field: '', problem: 'no such call' });
      const call = name as CallName; // `hasOwn` has just proved it
      // TypeScript cannot tie this name to its own input type; `decode` proves it at run time.
      const handler = handlers[call] as (decoded: unknown) => unknown;
      return { ok: true, value: await handler(contract[call].decode(input)) };
    } catch (error) {
      if (error instanceof TidegateError) return { ok: false, code: error.code, facts: error.facts };
      report(name, error);
      if (isUnwritable(error)) return { ok: false, code: 'not-saved', facts: { call: name.slice(0, 60) } };
      return { ok: false, code: 'unexpected', facts: { call: name.slice(0, 60) } };
    }
  };
}
