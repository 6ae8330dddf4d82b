import type { CallName, Input, Output, Transport } from '../../shared/api/contract.ts';
import { legibleAnswer, legibleFacts } from '../../shared/api/legibleAnswer.ts';
import { TidegateError } from '../../shared/errors.ts';

export type Ask = <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>;

/** Turns replies into values that may be drawn as they are. @throws TidegateError with the code and facts of a refusal */
export function createAsk(transport: Transport): Ask {
  return async <N extends CallName>(name: N, input: Input<N>) => {
    const reply = await transport(name, input);
    if (!reply.ok) throw new TidegateError(reply.code, legibleFacts(reply.facts));
    return legibleAnswer(name, reply.value as Output<N>); // the contract ties a name to its value on both sides
  };
}
