import { createContext, useContext } from 'react';
import type { Ask } from './client.ts';

export const AskContext = createContext<Ask | null>(null);

/** The client of this window. @throws RangeError outside of the app */
export function useAsk(): Ask {
  const ask = useContext(AskContext);
  if (!ask) throw new RangeError('useAsk outside of AskContext');
  return ask;
}
