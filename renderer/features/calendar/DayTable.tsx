import { Children, type ReactNode } from 'react';
import type { TimelineBand, TimelineBar } from '../../../shared/api/calendarCalls.ts';
import type { Ms } from '../../../shared/time/instant.ts';
import { isOver } from '../../../shared/view/isOver.ts';
import { spanTime } from '../../../shared/view/spanTime.ts';
import { hrefOf } from '../../route.ts';
import { BandMark } from '../../ui/BandMark.tsx';
import { EffectMark } from '../../ui/EffectMark.tsx';
import { readersClock } from '../../ui/PlaceTime.tsx';
import { StateMark } from '../../ui/StateMark.tsx';

/** One day's table, or one of the windows; a day without lines is its heading alone. */
export function DayTable({
  title,
  facts,
  children,
}: {
  readonly title: string;
  readonly facts: string;
  readonly children: ReactNode;
}) {
  return (
    <table className="tg-wlist-day">
      <caption>
        <strong>{title}</strong> <span className="tg-quiet">{facts}</span>
      </caption>
      {Children.count(children) > 0 && (
        <>
          <thead>
            <tr>
              {['When', 'What', 'Title', 'Where', 'Hits'].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </>
      )}
    </table>
  );
}

interface LineProps {
  readonly where: string;
  readonly zone: string;
  readonly now: Ms;
}

export function WindowRowLine({ span, where, zone, now }: LineProps & { readonly span: TimelineBand }) {
  return (
    <tr>
      <td>{spanTime(span, zone, now)}</td>
      <td>
        <EffectMark effect={span.effect} proposed={span.proposed} />
      </td>
      <td>
        <a href={hrefOf('windows', span.window)}>{span.title}</a>
      </td>
      <td>{where}</td>
      <td className="tg-quiet">–</td>
    </tr>
  );
}

export function ChangeRowLine({ bar, where, zone, now }: LineProps & { readonly bar: TimelineBar }) {
  const other = readersClock(bar.start, zone);
  return (
    <tr data-over={isOver(bar.state) || undefined}>
      <td>
        {spanTime(bar, zone, now)}
        {other && <span className="tg-quiet"> ({other})</span>}
      </td>
      <td>
        <span className="tg-row">
          <BandMark band={bar.band} />
          <StateMark state={bar.state} />
        </span>
      </td>
      <td>
        <a href={hrefOf('change', bar.change)}>{bar.title}</a>
      </td>
      <td>{where}</td>
      <td>{bar.hits > 0 ? bar.hits : ''}</td>
    </tr>
  );
}
