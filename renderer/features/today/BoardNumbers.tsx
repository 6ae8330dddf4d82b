import type { TodayView } from '../../../shared/api/calendarCalls.ts';

/** The board's own numbers; what cannot be known yet says so. */
export function BoardNumbers({ numbers }: { readonly numbers: TodayView['numbers'] }) {
  const figures: readonly (readonly [string, string])[] = [
    [numbers.open.toLocaleString('en-GB'), 'open changes'],
    [String(numbers.next7Days), 'in the next 7 days'],
    [String(numbers.frozenHits), 'inside a freeze'],
    [shareWords(numbers.emergencyShare), 'emergencies, 90 days'],
    [shareWords(numbers.failureRate), 'failed, 90 days'],
    [hoursWords(numbers.medianApprovalHours), 'median to approval'],
  ];
  return (
    <dl className="tg-numbers">
      {figures.map(([figure, name]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  );
}

function shareWords(share: number | null): string {
  return share === null ? 'No data' : `${Math.round(share * 1_000) / 10} %`;
}

function hoursWords(hours: number | null): string {
  if (hours === null) return 'No data';
  return hours < 48 ? `${Math.round(hours)} h` : `${Math.round(hours / 24)} d`;
}
