import type { UseQueryResult } from '@tanstack/react-query';
import type { WindowPreview } from '../../../shared/api/windowCalls.ts';
import { draftOf, type WindowForm } from '../../../shared/view/windowForm.ts';
import { useAsked } from '../../api/useAsked.ts';
import { useDebounced } from '../../ui/useDebounced.ts';
import { missingIn } from './missingIn.ts';

const ASK_AFTER_MS = 250;

export interface AskedPreview {
  readonly preview: UseQueryResult<WindowPreview>;
  /** The answer is for what the form holds at this moment. */
  readonly isCurrent: boolean;
  readonly missing: readonly string[];
}

/** What the board says to the form, asked once the hand rests; the last answer stands until the next is read. */
export function useWindowPreview(window: string | null, form: WindowForm): AskedPreview {
  const draft = draftOf(form);
  // The board reads a draft as a whole: an empty title must not keep it from saying what the rest would do.
  const asking = JSON.stringify({ ...draft, title: draft.title.trim() || 'New window' });
  const asked = useDebounced(asking, ASK_AFTER_MS);
  const preview = useAsked('windows.preview', { window, draft: JSON.parse(asked) as unknown }, { keepPrevious: true });
  const isCurrent = asked === asking && !preview.isPlaceholderData && preview.data !== undefined;
  return { preview, isCurrent, missing: missingIn(form, preview.data?.problems ?? []) };
}
