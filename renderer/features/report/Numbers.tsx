import { useAsked } from '../../api/useAsked.ts';
import { Loading } from '../../ui/Loading.tsx';
import { Problem } from '../../ui/Problem.tsx';

function percent(share: number | null): string {
  if (share === null) return 'No data';
  // Among thousands of changes a few failures are not none.
  if (share > 0 && share < 0.005) return 'Under 1 %';
  return `${Math.round(share * 100)} %`;
}

/** The board's own figures, with what each one means. */
export function Numbers() {
  const today = useAsked('today.read', {});
  if (today.isPending) return <Loading what="the figures" />;
  if (today.isError) return <Problem error={today.error} onRetry={() => void today.refetch()} />;
  const { open, next7Days, frozenHits, emergencyShare, failureRate, medianApprovalHours, brokenGlass, quarter } =
    today.data.numbers;
  const figures = [
    ['Failed change rate', percent(failureRate), 'Of the changes that closed with an outcome'],
    ['Emergency share', percent(emergencyShare), 'Of the changes asked for'],
    [
      'Median approval time',
      medianApprovalHours === null
        ? 'No data'
        : `${medianApprovalHours.toLocaleString('en', { maximumFractionDigits: 1 })} h`,
      'From the request to the last approval it needed',
    ],
    ['Broken glass', brokenGlass.toLocaleString('en'), `Freezes lifted by one person alone in ${quarter}`],
    ['Open changes', open.toLocaleString('en'), 'Neither closed nor rejected, cancelled or expired'],
    ['Next seven days', next7Days.toLocaleString('en'), 'Planned to start'],
    ['Meet a freeze', frozenHits.toLocaleString('en'), 'Open changes whose time lies in a freeze'],
  ] as const;
  return (
    <section aria-labelledby="tg-numbers" className="tg-stack">
      <h2 id="tg-numbers" className="tg-heading">
        The board in figures
      </h2>
      <dl className="tg-report-figures">
        {figures.map(([name, value, meaning]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="tg-report-value">{value}</dd>
            <dd className="tg-quiet">{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
