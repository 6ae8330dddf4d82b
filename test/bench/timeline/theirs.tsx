import FullCalendar from '@fullcalendar/react';
import classicTheme from '@fullcalendar/react/themes/classic';
import dayGrid from '@fullcalendar/react/daygrid';
import interaction from '@fullcalendar/react/interaction';
import '@fullcalendar/react/skeleton.css';
import '@fullcalendar/react/themes/classic/palette.css';
import '@fullcalendar/react/themes/classic/theme.css';
import { createRoot, type Root } from 'react-dom/client';
import { madeView, NOW } from './items.ts';
import { settled, untilPainted } from './painted.ts';

/** The peer's month of the same items, as its own manual sets it up. */
const box = document.getElementById('root')!;
let root: Root | null = null;

const page = {
  async first(count: number, options: object = {}): Promise<number> {
    const events = madeView(count).bars.map(({ change, title, start, end, band }) => ({
      id: change,
      title,
      start,
      end,
      extendedProps: { band },
    }));
    root = createRoot(box);
    await settled();
    return untilPainted(
      box,
      () =>
        root?.render(
          <FullCalendar
            plugins={[dayGrid, interaction, classicTheme]}
            initialView="dayGridMonth"
            initialDate={NOW}
            dayMaxEvents={4}
            height={760}
            events={events}
            {...options}
          />,
        ),
      () => box.querySelectorAll('[aria-haspopup=dialog]').length > 20,
    );
  },
  html: () => box.innerHTML,
  text: () => box.innerText,
  close() {
    root?.unmount();
    root = null;
  },
};
Object.assign(window, { page });
