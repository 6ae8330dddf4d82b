import { Label, ProgressBar } from 'react-aria-components';
import './job.css';

/** What is being done, and how much of it; without a total, that it goes on. */
export function ProgressLine(given: {
  readonly title: string;
  readonly words: string;
  readonly done: number;
  /** 0: not known. */
  readonly total: number;
}) {
  const { title, words, done, total } = given;
  return (
    <ProgressBar className="tg-job-bar" value={total > 0 ? (100 * done) / total : 0} isIndeterminate={total === 0}>
      {({ percentage }) => (
        <>
          <div className="tg-job-words">
            <Label>{title}</Label>
            <span className="tg-quiet">{words}</span>
          </div>
          <div className="tg-job-track">
            <div className="tg-job-fill" style={{ width: `${percentage ?? 30}%` }} />
          </div>
        </>
      )}
    </ProgressBar>
  );
}
