import type { Reply } from '../../shared/api/call.ts';
import type { CallName, Transport } from '../../shared/api/contract.ts';
import { newsKinds, type News } from '../../shared/api/news.ts';
import { sayHostAnswers } from './hostAnswers.ts';
import { readFrames } from './readFrames.ts';

export type Listen = (listener: (news: News) => void) => () => void;
/** The desktop's door: two functions that the preload script leaves on the window. */
interface Bridge {
  readonly ask: (name: CallName, input: unknown) => Promise<Reply>;
  readonly listen: Listen;
}
declare global {
  interface Window {
    readonly tidegate?: Bridge;
  }
}
export interface Doors {
  readonly ask: Transport;
  readonly listen: Listen;
}

const TOKEN_KEY = 'tidegate-token';
/** Between two tries to hear news again; short enough that a restart is hardly noticed. */
const RELISTEN_MS = 2_000;
const everything: News = { kinds: newsKinds };

/** Which door is open here: the desktop's bridge, else the loopback host. */
export function openDoors(): Doors {
  if (window.tidegate) return window.tidegate;
  const token = takeToken();
  return { ask: askByFetch(token), listen: listenByFetch(token) };
}

/** The launch token comes once in the fragment and must not stay in the address, its history or a screenshot. */
function takeToken(): string {
  const given = /^#t=([\w-]+)/.exec(location.hash)?.[1];
  if (given !== undefined) {
    sessionStorage.setItem(TOKEN_KEY, given);
    history.replaceState(null, '', `${location.pathname}${location.search}#/today`);
  }
  return sessionStorage.getItem(TOKEN_KEY) ?? '';
}

function askByFetch(token: string): Transport {
  return async (name, input) => {
    const response = await fetch(`/api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-tidegate-token': token },
      body: JSON.stringify(input),
    });
    if (!response.ok) throw new Error(`the host answered ${response.status}`);
    // Our own host is the only one that knows the token; it answers in the shape of Reply.
    return (await response.json()) as Reply;
  };
}

function listenByFetch(token: string): Listen {
  return (listener) => {
    const ended = new AbortController();
    const hear = async (): Promise<void> => {
      while (!ended.signal.aborted) {
        try {
          const response = await fetch('/api/events', { headers: { 'x-tidegate-token': token }, signal: ended.signal });
          if (!response.ok || !response.body) throw new Error(`the host answered ${response.status}`);
          sayHostAnswers(true);
          listener(everything); // what was told before the line stood, at the start or after a break, is not known
          for await (const frame of readFrames(response.body)) listener(frame as News); // as above
        } catch {
          // The host is gone or restarting: try again below. What is on screen stays.
        }
        if (!ended.signal.aborted) sayHostAnswers(false);
        await new Promise((resolve) => setTimeout(resolve, RELISTEN_MS));
      }
    };
    void hear();
    return () => ended.abort();
  };
}
