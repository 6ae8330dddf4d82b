import { useAsked } from '../api/useAsked.ts';
import { useCommand } from '../api/useCommand.ts';
import { Button } from './Button.tsx';
import './job.css';
import { Problem } from './Problem.tsx';
import { ProgressLine } from './ProgressLine.tsx';
import { TidegateError, type ErrorCode } from '../../shared/errors.ts';

const ended = { done: 'Done', failed: 'It did not work', cancelled: 'Cancelled; nothing was kept' } as const;

/** Long work: what it is at, how far, and a way to stop it. */
export function JobProgress({ job }: { readonly job: string }) {
  const jobs = useAsked('jobs.list', {});
  const cancel = useCommand('jobs.cancel');
  const view = jobs.data?.find((each) => each.job === job);
  // The list is a breath behind the answer that named the job.
  if (!view)
    return (
      <output className="tg-quiet" aria-busy="true">
        Starting
      </output>
    );
  const isRunning = view.state === 'running';
  return (
    <div className="tg-job">
      <ProgressLine
        title={view.title}
        words={isRunning || (view.state === 'done' && view.kind === 'verify') ? view.step : ended[view.state]}
        done={view.state === 'done' ? Math.max(1, view.total) : view.done}
        total={isRunning ? view.total : Math.max(1, view.total)}
      />
      {isRunning ? (
        <Button size="small" onPress={() => cancel.mutate({ job })}>
          Cancel
        </Button>
      ) : null}
      {/* The code comes from the same union the table of words is made from. */}
      {view.problem ? (
        <Problem compact error={new TidegateError(view.problem.code as ErrorCode, view.problem.facts)} />
      ) : null}
    </div>
  );
}
