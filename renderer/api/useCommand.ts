import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import type { CommandName, Input, Output } from '../../shared/api/contract.ts';
import { useAsk } from './AskContext.ts';

/** Runs one command of the contract. On refusal nothing typed is lost: the error stands beside it. */
export function useCommand<N extends CommandName>(name: N): UseMutationResult<Output<N>, Error, Input<N>> {
  const ask = useAsk();
  return useMutation({ mutationKey: [name], mutationFn: (input: Input<N>) => ask(name, input) });
}
