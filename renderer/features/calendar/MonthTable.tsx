import type { MonthView } from '../../../shared/api/calendarCalls.ts';
import { bands } from '../../../shared/record/words.ts';
import { placeDay } from '../../../shared/time/placeTime.ts';
import { bandWords } from '../../ui/tradeWords.ts';

/** The month once more as a plain table, for who listens and for who copies. */
export function MonthTable({ month, label }: { readonly month: MonthView; readonly label: string }) {
  return (
    <table className="tg-hidden">
      <caption>{label}</caption>
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col">Changes</th>
          {bands.map((band) => (
            <th key={band} scope="col">
              {bandWords[band]}
            </th>
          ))}
          <th scope="col">Windows</th>
        </tr>
      </thead>
      <tbody>
        {month.days.map((day) => (
          <tr key={day.day}>
            <th scope="row">{placeDay(day.start, month.zone)}</th>
            <td>{day.total}</td>
            {bands.map((band) => (
              <td key={band}>{day.byBand[band]}</td>
            ))}
            <td>{day.spans.map((index) => month.spans[index]?.title).join(', ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
