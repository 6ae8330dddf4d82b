import type { ReactNode } from 'react';

export type Tone = 'neutral' | 'accent' | 'good' | 'warn' | 'danger' | 'freeze';

/** A word in a small box: a fact, never a button. */
export function Badge({ tone = 'neutral', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return (
    <span className="tg-badge" data-tone={tone}>
      {children}
    </span>
  );
}
