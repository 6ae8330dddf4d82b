import FullCalendar from '@fullcalendar/react';
import dayGrid from '@fullcalendar/react/daygrid';
import interaction from '@fullcalendar/react/interaction';
import '@fullcalendar/react/skeleton.css';
import classicTheme from '@fullcalendar/react/themes/classic';
import '@fullcalendar/react/themes/classic/palette.css';
import '@fullcalendar/react/themes/classic/theme.css';
import { createRoot, type Root } from 'react-dom/client';
import { madeView, NOW, ZONE, type Spread } from './items.ts';
import { settled, untilPainted } from './painted.ts';

/** The peer's month of the same items, as its own manual sets it up. */
const box = document.getElementById('root')!;
let root: Root | null = null;

const page = {
  /**
   * @param isEqual the same task as ours: days counted by the place's clock while the reader sits elsewhere, changes that
   *   can be dragged and stretched, windows behind them that can be drawn; otherwise a month to look at by the reader's own clock
   */
  async first(count: number, spread: Spread, isEqual: boolean): Promise<number> {
    const { bars, bands } = madeView(count, spread);
    const windows = bands.map(({ window: id, title, start, end }) => ({
      id,
      title,
      start,
      end,
      display: 'background',
    }));
    const changes = bars.map(({ change, title, start, end, movable, band }) => ({
      id: change,
      title,
      start,
      end,
      editable: movable,
      extendedProps: { band },
    }));
    const events = isEqual ? [...changes, ...windows] : changes;
    root = createRoot(box);
    await settled();
    return untilPainted(
      box,
      () =>
        root?.render(
          <FullCalendar
            plugins={isEqual ? [dayGrid, interaction, classicTheme] : [dayGrid, classicTheme]}
            initialView="dayGridMonth"
            initialDate={NOW}
            dayMaxEvents={4}
            height={760}
            events={events}
            {...(isEqual ? { timeZone: ZONE, selectable: true } : {})}
          />,
        ),
      () => box.querySelectorAll('[aria-haspopup=dialog]').length > 20,
    );
  },
  /** How many each day says it does not show. */
  left: () =>
    [...box.querySelectorAll('[aria-haspopup=dialog]')].map((link) => Number(/\d+/.exec(link.textContent)?.[0] ?? 0)),
  close() {
    root?.unmount();
    root = null;
  },
};
Object.assign(window, { page });
