import * as z from 'zod';
import { TidegateError } from '../errors.ts';

/** A decoder from a definition. @throws TidegateError `input-rejected` naming the first field at fault */
export function input<S extends z.ZodType>(definition: S): (value: unknown) => z.infer<S> {
  return (value) => {
    const result = definition.safeParse(value);
    if (result.success) return result.data;
    const issue = result.error.issues[0];
    throw new TidegateError('input-rejected', {
      field: issue?.path.join('.') ?? '',
      problem: issue?.message ?? 'not understood',
    });
  };
}

/** The input of a call that takes nothing. */
export const nothing = input(z.strictObject({}));
