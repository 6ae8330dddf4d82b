import type { ErrorCode, Facts } from '../errors.ts';

export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: ErrorCode; readonly facts: Facts };

export interface Call<I, O> {
  readonly kind: 'query' | 'command';
  /** @throws TidegateError `input-rejected` with the path of the field */
  readonly decode: (input: unknown) => I;
  /** Carries the result's type; never set. */
  readonly out?: O;
}

/** A call that only reads; its name and input are the cache key. */
export function query<I, O>(decode: (input: unknown) => I): Call<I, O> & { readonly kind: 'query' } {
  return { kind: 'query', decode };
}

/** A call that acts. */
export function command<I, O>(decode: (input: unknown) => I): Call<I, O> & { readonly kind: 'command' } {
  return { kind: 'command', decode };
}
