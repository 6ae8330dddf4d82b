import { TidegateError } from '../../shared/errors.ts';
import { Button } from './Button.tsx';
import { problemWords, reasonsOfProblems } from './problemWords.ts';

export interface ProblemProps {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
  readonly compact?: boolean;
}

/** A failure: what happened, what is safe, what to do. */
export function Problem({ error, onRetry, compact }: ProblemProps) {
  const refused = error instanceof TidegateError;
  const facts = refused ? Object.entries(error.facts).map(([name, value]) => `${name}: ${value}`) : [];
  return (
    <div className="tg-face tg-problem" data-compact={compact || undefined} role="alert">
      <p className="tg-face-title">{problemSentence(error)}</p>
      {facts.length > 0 && <p className="tg-mono tg-quiet">{facts.join(' · ')}</p>}
      {onRetry && (
        <p className="tg-face-actions">
          <Button onPress={onRetry}>Try again</Button>
        </p>
      )}
    </div>
  );
}

/** The sentence for anything that was thrown. */
export function problemSentence(error: unknown): string {
  if (error instanceof TidegateError)
    return reasonsOfProblems[`${error.code} ${error.facts['why']}`] ?? problemWords[error.code];
  return 'Tidegate itself does not answer. What you wrote is kept in this page; start Tidegate again, then try again.';
}
