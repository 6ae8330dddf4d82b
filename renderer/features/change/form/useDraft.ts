import { useEffect, useRef, useState } from 'react';
import type { ChangeDraft } from '../../../../shared/api/changeCalls.ts';
import { useCommand } from '../../../api/useCommand.ts';

/** Between the last key and the keeping of the draft. */
const SETTLED_MS = 700;

export interface KeptDraft {
  readonly body: ChangeDraft;
  readonly edit: (body: ChangeDraft) => void;
  readonly draft: string | null;
  readonly standing: 'untouched' | 'writing' | 'kept' | 'not-kept';
  /** Stops keeping: it was submitted or thrown away. */
  readonly end: () => void;
}

/** What is being written, kept on this machine as it grows. */
export function useDraft(first: ChangeDraft, change: string | null, known: string | null): KeptDraft {
  const [body, setBody] = useState(first);
  const [draft, setDraft] = useState(known);
  const [standing, setStanding] = useState<KeptDraft['standing']>(known === null ? 'untouched' : 'kept');
  const { mutateAsync } = useCommand('drafts.save');
  const isEnded = useRef(false);

  useEffect(() => {
    if (standing !== 'writing') return undefined;
    const timer = setTimeout(() => {
      if (isEnded.current) return;
      mutateAsync({ draft, change, body }).then(
        (kept) => {
          setDraft(kept.draft);
          setStanding('kept');
        },
        () => setStanding('not-kept'),
      );
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [body, change, draft, standing, mutateAsync]);

  return {
    body,
    edit: (next) => {
      setBody(next);
      setStanding('writing');
    },
    draft,
    standing,
    end: () => {
      isEnded.current = true;
    },
  };
}
