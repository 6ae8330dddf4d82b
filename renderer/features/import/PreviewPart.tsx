import { useEffect, useState } from 'react';
import type { ImportPreview, StagedLog } from '../../../shared/api/recordCalls.ts';
import type { Mapping } from '../../../shared/importer/mapping.ts';
import { toMs } from '../../../shared/time/instant.ts';
import { placeTime } from '../../../shared/time/placeTime.ts';
import { isZone } from '../../../shared/time/zone.ts';
import { useAsked } from '../../api/useAsked.ts';
import { Button } from '../../ui/Button.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { ReasonTable } from './ReasonTable.tsx';

interface PreviewPartProps {
  readonly log: StagedLog;
  readonly mapping: Mapping;
  readonly isStarting: boolean;
  readonly onRun: () => void;
}

/** Long enough that typing a zone does not map the log at every letter. */
const SETTLE_MS = 250;

/** What the import would bring, before anything is written. */
export function PreviewPart({ log, mapping, isStarting, onRun }: PreviewPartProps) {
  const [settled, setSettled] = useState(mapping);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(mapping), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [mapping]);
  const preview = useAsked('imports.preview', { staged: log.staged, mapping: settled }, { keepPrevious: true });
  if (preview.isPending) return <Loading what="the log" rows={10} />;
  if (preview.isError) return <Problem error={preview.error} onRetry={() => void preview.refetch()} />;
  const { changes, rejected } = preview.data;
  const refused = rejected.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <div className="tg-section-head">
        <h2>
          {changes.toLocaleString('en')} changes of {preview.data.rows.toLocaleString('en')} rows,{' '}
          {refused.toLocaleString('en')} rows rejected
        </h2>
        <Button kind="primary" isDisabled={changes === 0 || isStarting || preview.isPlaceholderData} onPress={onRun}>
          Import {changes.toLocaleString('en')} changes
        </Button>
      </div>
      <p className="tg-quiet">
        {preview.data.newServices.toLocaleString('en')} services of the log are not on the board yet and would join it.
      </p>
      <ReasonTable caption="Rejected rows" reasons={rejected} />
      <ReasonTable caption="Taken with a remark" reasons={preview.data.warnings} />
      <SampleTable sample={preview.data.sample} zone={isZone(settled.zone) ? settled.zone : 'UTC'} />
    </>
  );
}

interface SampleTableProps {
  readonly sample: ImportPreview['sample'];
  /** Of the log, so that its times read as they stand in it. */
  readonly zone: string;
}

function SampleTable({ sample, zone }: SampleTableProps) {
  return (
    <div className="tg-import-scroll">
      <table className="tg-plain-table">
        <caption>The first {sample.length} as they would stand</caption>
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Number</th>
            <th scope="col">Title</th>
            <th scope="col">State</th>
            <th scope="col">Start</th>
            <th scope="col">End</th>
            <th scope="col">Services</th>
          </tr>
        </thead>
        <tbody>
          {sample.map((row) => (
            <tr key={row.line}>
              <td>{row.line}</td>
              <td className="tg-mono">{row.sourceId}</td>
              <td>{row.title}</td>
              <td>{row.state}</td>
              <td>{placeTime(toMs(row.start), zone)}</td>
              <td>{placeTime(toMs(row.end), zone)}</td>
              <td>{row.services}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
