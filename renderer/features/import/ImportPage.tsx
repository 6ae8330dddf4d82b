import { useState } from 'react';
import type { StagedLog } from '../../../shared/api/recordCalls.ts';
import { guessMapping } from '../../../shared/importer/guessMapping.ts';
import type { Mapping } from '../../../shared/importer/mapping.ts';
import { useAsked } from '../../api/useAsked.ts';
import { useCommand } from '../../api/useCommand.ts';
import { hrefOf } from '../../route.ts';
import { NotOffered } from '../../ui/NotOffered.tsx';
import { Page } from '../../ui/Page.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { ChooseLog } from './ChooseLog.tsx';
import './import.css';
import { ImportJob } from './ImportJob.tsx';
import { MappingForm } from './MappingForm.tsx';
import { PreviewPart } from './PreviewPart.tsx';

/** Brings a change log of another system onto the board: choose, map, look, import as one commit. */
export function ImportPage() {
  const [log, setLog] = useState<StagedLog | null>(null);
  const [mapping, setMapping] = useState<Mapping | null>(null);
  const [job, setJob] = useState<string | null>(null);
  const saved = useAsked('imports.mappings', {});
  const run = useCommand('imports.run');
  const status = useAsked('app.status', {});

  const startOver = () => {
    setLog(null);
    setMapping(null);
    setJob(null);
    run.reset();
  };
  const take = (staged: StagedLog) => {
    setLog(staged);
    const names = new Set(staged.columns.map(({ name }) => name));
    const fits = saved.data?.find(({ columns }) =>
      Object.values(columns)
        .flat()
        .every((column) => column !== undefined && names.has(column)),
    );
    setMapping(fits ?? guessMapping(staged.name.replace(/\.csv(\.gz)?$/i, ''), [...names]));
  };

  const me = status.data?.me;
  if (me && !me.may.request)
    return (
      <Page title="Import">
        <NotOffered me={me} what="import" />
      </Page>
    );
  if (job)
    return (
      <Page title="Import" sentence="The log becomes one signed commit, or nothing.">
        <ImportJob job={job} onAgain={startOver} />
      </Page>
    );
  return (
    <Page
      title="Import"
      sentence="Changes of another system join the calendar, the track record and the reports. They never count as approvals."
    >
      {log && mapping ? (
        <div className="tg-import">
          <MappingForm
            log={log}
            saved={saved.data ?? []}
            mapping={mapping}
            onChange={setMapping}
            onStartOver={startOver}
          />
          <div className="tg-stack">
            {run.isError ? <Problem error={run.error} /> : null}
            <PreviewPart
              log={log}
              mapping={mapping}
              isStarting={run.isPending}
              onRun={() => run.mutate({ staged: log.staged, mapping }, { onSuccess: (started) => setJob(started.job) })}
            />
          </div>
        </div>
      ) : (
        <div className="tg-stack">
          <ChooseLog onStaged={take} />
          <p>
            Bring freeze windows of other programs:{' '}
            <a className="tg-import-show" href={hrefOf('windows', null, { import: '1' })}>
              Import windows
            </a>
            .
          </p>
        </div>
      )}
    </Page>
  );
}
