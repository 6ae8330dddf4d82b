import { useState } from 'react';
import { startOfMonthWall } from '../../../shared/view/reportPeriod.ts';
import { zoneName } from '../../../shared/time/placeTime.ts';
import { instantAt, wallAt } from '../../../shared/time/zone.ts';
import { isInstant, toInstant } from '../../../shared/time/instant.ts';
import { useAsked } from '../../api/useAsked.ts';
import { useCommand } from '../../api/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Page } from '../../ui/Page.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { readerZone } from '../../ui/readerZone.ts';
import { Select } from '../../ui/Select.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { Numbers } from './Numbers.tsx';
import { PackJob } from './PackJob.tsx';
import './report.css';

/** Also refuses days that no month has: 2026-02-31. */
const isDay = (text: string) => isInstant(`${text}T00:00:00Z`);

/** The board's own numbers, and the audit pack of a period. */
export function ReportsPage() {
  const status = useAsked('app.status', {});
  const catalogue = useAsked('catalogue.read', {});
  const [zone, setZone] = useState(readerZone);
  const { now, head } = status.data ?? {};
  if (status.isError)
    return (
      <Page title="Reports">
        <Problem error={status.error} onRetry={() => void status.refetch()} />
      </Page>
    );
  if (now === undefined || head === undefined)
    return (
      <Page title="Reports">
        <Loading what="the board" />
      </Page>
    );
  const zones = [...new Set([readerZone, ...(catalogue.data?.sites.map((site) => site.zone) ?? [])])];
  return (
    <Page title="Reports" sentence={`Figures are computed from the record as it stands at ${head.slice(0, 10)}.`}>
      <div className="tg-report">
        <Numbers />
        <PackForm key={zone} now={now} zone={zone} zones={zones} onZone={setZone} />
      </div>
    </Page>
  );
}

interface PackFormProps {
  readonly now: number;
  readonly zone: string;
  readonly zones: readonly string[];
  readonly onZone: (zone: string) => void;
}

function PackForm({ now, zone, zones, onZone }: PackFormProps) {
  const today = wallAt(now, zone);
  const [first, setFirst] = useState(startOfMonthWall(today, 0).slice(0, 10));
  const [last, setLast] = useState(today.slice(0, 10));
  const [job, setJob] = useState<string | null>(null);
  const start = isDay(first) ? instantAt(`${first}T00:00`, zone, 'earlier') : null;
  // The last day belongs to the period: it ends when the following day begins.
  const end = isDay(last) ? instantAt(`${nextDay(last)}T00:00`, zone, 'earlier') : null;
  const period =
    start !== null && end !== null && start < end ? { start: toInstant(start), end: toInstant(end) } : null;
  const preview = useAsked('audit.preview', period ?? { start: '', end: '' }, {
    enabled: period !== null,
    keepPrevious: true,
  });
  const run = useCommand('audit.export');
  const month = (back: number) => {
    const from = startOfMonthWall(today, back);
    setFirst(from.slice(0, 10));
    setLast(back === 0 ? today.slice(0, 10) : dayBefore(startOfMonthWall(today, back - 1).slice(0, 10)));
  };
  return (
    <section className="tg-report-pack tg-stack" aria-labelledby="tg-pack">
      <h2 id="tg-pack" className="tg-heading">
        Audit pack
      </h2>
      <p className="tg-quiet">
        One PDF: every change of the period with its approvals and their signatures, and each record attached as the
        file it is, so that an auditor can check it without Tidegate.
      </p>
      <div className="tg-row tg-report-quick">
        <Button size="small" onPress={() => month(0)}>
          This month
        </Button>
        <Button size="small" onPress={() => month(1)}>
          Last month
        </Button>
        <Button size="small" onPress={() => month(2)}>
          The month before
        </Button>
      </div>
      <div className="tg-report-days">
        <TextInput
          label="First day"
          mono
          value={first}
          onChange={setFirst}
          error={start === null ? 'A day such as 2026-11-01' : undefined}
        />
        <TextInput
          label="Last day"
          mono
          value={last}
          onChange={setLast}
          error={end === null ? 'A day such as 2026-11-30' : period ? undefined : 'Not before the first day'}
        />
        <Select
          label="By the clock of"
          options={zones.map((id) => ({ id, label: `${zoneName(id)} time` }))}
          value={zone}
          onChange={onZone}
        />
      </div>
      {preview.isError && period ? <Problem error={preview.error} onRetry={() => void preview.refetch()} /> : null}
      {preview.data && period ? (
        <p>
          {preview.data.changes.toLocaleString('en')} changes, {preview.data.emergencies.toLocaleString('en')} of them
          emergency, with {preview.data.decisions.toLocaleString('en')} decisions.
        </p>
      ) : null}
      {run.isError ? <Problem error={run.error} /> : null}
      <div className="tg-row">
        <Button
          kind="primary"
          isDisabled={!period || run.isPending}
          onPress={() => period && run.mutate({ ...period, zone }, { onSuccess: (started) => setJob(started.job) })}
        >
          Export pack
        </Button>
      </div>
      {job ? <PackJob key={job} job={job} /> : null}
    </section>
  );
}

const shifted = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const nextDay = (day: string) => shifted(day, 1);
const dayBefore = (day: string) => shifted(day, -1);
