import { useAsked } from '../../api/useAsked.ts';
import { Button } from '../../ui/Button.tsx';
import { JobProgress } from '../../ui/JobProgress.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { bytesOf, saveBytes } from '../../ui/saveBytes.ts';

/** The pack being made, then handed over. */
export function PackJob({ job }: { readonly job: string }) {
  const jobs = useAsked('jobs.list', {});
  const isDone = jobs.data?.find((each) => each.job === job)?.state === 'done';
  const file = useAsked('audit.file', { job }, { enabled: isDone });
  return (
    <div className="tg-stack">
      <JobProgress job={job} />
      {file.isError ? <Problem error={file.error} onRetry={() => void file.refetch()} /> : null}
      {file.data ? (
        <div className="tg-row">
          <Button
            kind="primary"
            onPress={() => saveBytes(file.data.name, bytesOf(file.data.base64), 'application/pdf')}
          >
            Save the PDF
          </Button>
          <span className="tg-quiet tg-clip">Also kept at {file.data.path}</span>
        </div>
      ) : null}
    </div>
  );
}
