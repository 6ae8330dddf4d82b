import type { Ms } from '../../../shared/time/instant.ts';
import { placeClock } from '../../../shared/time/placeTime.ts';
import { isOver } from '../../../shared/view/isOver.ts';
import { dayFraction, type WeekBand } from '../../../shared/view/monthBands.ts';
import { isLong, type StripItem, type WeekDrawing, type WeekWindow } from '../../../shared/view/weekModel.ts';
import type { Series } from '../../../shared/view/weekSeries.ts';
import { nodeIds } from '../../../shared/view/weekNodes.ts';
import { BandMark } from '../../ui/BandMark.tsx';
import { barWords } from './barWords.ts';
import { weekWindowWords } from './weekMarks.ts';

export interface WeekStripProps {
  readonly drawing: WeekDrawing;
  readonly zone: string;
  readonly active: string;
  readonly moving: string | null;
  readonly isWhole: boolean;
}

const ROW_PX = 20;

function placed({ from, to, row }: WeekBand, above: number) {
  return {
    insetInlineStart: `calc(${String((from / 7) * 100)}% + 1px)`,
    width: `calc(${String(((to - from) / 7) * 100)}% - 2px)`,
    top: above + row * ROW_PX,
  };
}

/** When a window of hours begins; of one that comes day after day from when to when. */
function hoursOf({ start, end, runs }: Series<WeekWindow>, zone: string): string {
  return runs.length > 1 ? `${placeClock(start, zone)}–${placeClock(end, zone)}` : placeClock(start, zone);
}

/** The hours of each day, as the month draws them. */
function SeriesRuns({ item, band, days }: StripItem<Series<WeekWindow>> & Pick<WeekDrawing, 'days'>) {
  const week = days.map(({ day }) => day);
  const percent = (at: Ms) => ((dayFraction(week, at) - band.from) / (band.to - band.from)) * 100;
  return (
    <span className="tg-wstrip-runs tg-mday-hours" aria-hidden>
      {item.runs.map(({ start, end }) => (
        <span
          key={start}
          data-effect={item.effect}
          data-proposed={item.proposed || undefined}
          style={{
            insetInlineStart: `${String(Math.max(0, percent(start)))}%`,
            width: `${String(Math.min(100, percent(end)) - Math.max(0, percent(start)))}%`,
          }}
        />
      ))}
    </span>
  );
}

/** Above the hours: every window of the week with its title, and the work that takes days. */
export function WeekStrip({ drawing, zone, active, moving, isWhole }: WeekStripProps) {
  const { windows, windowRows, work, workRows, days } = drawing;
  const windowsPx = 4 + windowRows * ROW_PX;
  const countsPx = days.some(({ hiddenWindows }) => hiddenWindows > 0) || isWhole ? ROW_PX : 0;
  const workTop = windowsPx + countsPx;
  const restPx = days.some(({ hiddenWork }) => hiddenWork.length > 0) ? ROW_PX : 0;
  const height = workTop + workRows * ROW_PX + restPx + 2;
  const tab = (id: string) => ({ 'data-node': id, tabIndex: active === id ? 0 : -1 });
  return (
    <div className="tg-wstrip" style={{ height }}>
      {windows.map(({ item, band }) => (
        <button
          key={nodeIds.window(item)}
          type="button"
          className="tg-band-strip"
          {...tab(nodeIds.window(item))}
          data-effect={item.effect}
          data-proposed={item.proposed || undefined}
          data-continues={band.continues || undefined}
          data-goes-on={band.goesOn || undefined}
          data-series={item.runs.length > 1 || undefined}
          title={weekWindowWords(item, zone)}
          style={placed(band, 4)}
        >
          <span className="tg-hidden">{weekWindowWords(item, zone)}</span>
          <span className="tg-band-strip-title" aria-hidden>
            {!isLong(item) && `${hoursOf(item, zone)} `}
            {item.title}
            {item.sites > 1 && <span className="tg-band-strip-sites"> · {item.sites} sites’ clocks</span>}
          </span>
          {item.runs.length > 1 && <SeriesRuns item={item} band={band} days={days} />}
        </button>
      ))}
      {work.map(({ item, band }) => (
        <button
          key={item.change}
          type="button"
          className="tg-wblock tg-wstrip-work"
          {...tab(nodeIds.change(item.change))}
          data-band={item.band}
          data-over={isOver(item.state) || undefined}
          data-movable={item.movable || undefined}
          data-moving={moving === item.change || undefined}
          data-continues={band.continues || undefined}
          data-goes-on={band.goesOn || undefined}
          style={placed(band, workTop)}
        >
          <span className="tg-hidden">{barWords(item, zone)}</span>
          <span className="tg-wblock-line" aria-hidden>
            <BandMark band={item.band} />
            {item.hits > 0 && <span className="tg-wblock-hits">⚠{item.hits}</span>}
            <span className="tg-wblock-title">{item.title}</span>
          </span>
        </button>
      ))}
      {days.map(({ day, hiddenWindows, hiddenWork }, index) => {
        const inset = `${String((index / 7) * 100)}%`;
        return [
          hiddenWindows > 0 && (
            <button
              key={`${day.day} windows`}
              type="button"
              className="tg-week-more"
              {...tab(nodeIds.moreWindows(index))}
              style={{ insetInlineStart: inset, top: windowsPx }}
            >
              +{hiddenWindows} {hiddenWindows === 1 ? 'window' : 'windows'}
            </button>
          ),
          isWhole && index === 0 && (
            <button
              key="fewer"
              type="button"
              className="tg-week-more"
              {...tab(nodeIds.moreWindows(index))}
              style={{ insetInlineStart: inset, top: windowsPx }}
            >
              Show fewer
            </button>
          ),
          hiddenWork.length > 0 && (
            <button
              key={`${day.day} work`}
              type="button"
              className="tg-week-more tg-wstrip-rest"
              {...tab(nodeIds.moreWork(index))}
              style={{ insetInlineStart: inset, top: workTop + workRows * ROW_PX }}
            >
              +{hiddenWork.length} more
            </button>
          ),
        ];
      })}
    </div>
  );
}
