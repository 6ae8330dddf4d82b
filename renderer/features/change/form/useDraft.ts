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
    const keep = async () => {
      if (isEnded.current) return;
      try {
        const kept = await mutateAsync({ draft, change, body });
        setDraft(kept.draft);
        setStanding('kept');
      } catch {
        setStanding('not-kept'); // said above the form; what was typed stays in the page
      }
    };
    const timer = setTimeout(() => void keep(), SETTLED_MS);
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
