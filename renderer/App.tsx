import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { I18nProvider } from 'react-aria-components';
import { AskContext } from './api/AskContext.ts';
import type { Ask } from './api/client.ts';
import { Frame } from './features/frame/Frame.tsx';

export interface AppProps {
  readonly ask: Ask;
  readonly queries: QueryClient;
}

/** The whole window. The locale is fixed: words and dates of the trade read the same at every desk. */
export function App({ ask, queries }: AppProps) {
  return (
    <I18nProvider locale="en-GB">
      <AskContext value={ask}>
        <QueryClientProvider client={queries}>
          <Frame />
        </QueryClientProvider>
      </AskContext>
    </I18nProvider>
  );
}
