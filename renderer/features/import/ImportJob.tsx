import { useAsked } from '../../api/useAsked.ts';
import { hrefOf } from '../../route.ts';
import { Button } from '../../ui/Button.tsx';
import { JobProgress } from '../../ui/JobProgress.tsx';
import { saveBytes } from '../../ui/saveBytes.ts';
import { ReasonTable } from './ReasonTable.tsx';

/** The running import, then its report. */
export function ImportJob({ job, onAgain }: { readonly job: string; readonly onAgain: () => void }) {
  const jobs = useAsked('jobs.list', {});
  const state = jobs.data?.find((each) => each.job === job)?.state;
  const report = useAsked('imports.report', { job }, { enabled: state === 'done' });
  return (
    <div className="tg-stack tg-import-job">
      <JobProgress job={job} />
      {report.data ? (
        <>
          <p>
            {report.data.preview.changes.toLocaleString('en')} changes are on the board.{' '}
            <a className="tg-import-show" href={hrefOf('changes', null, { imported: 'yes' })}>
              Show them
            </a>
          </p>
          <ReasonTable caption="Rejected rows" reasons={report.data.preview.rejected} />
          <ReasonTable caption="Taken with a remark" reasons={report.data.preview.warnings} />
        </>
      ) : null}
      <div className="tg-row">
        {report.data ? (
          <Button onPress={() => saveBytes('import-report.csv', new TextEncoder().encode(report.data.csv), 'text/csv')}>
            Save the report as CSV
          </Button>
        ) : null}
        {state && state !== 'running' ? (
          <Button kind="quiet" onPress={onAgain}>
            Import another log
          </Button>
        ) : null}
      </div>
    </div>
  );
}
