import { CalendarClock, type LucideIcon } from 'lucide-react';
import { lazy, type ComponentType } from 'react';

export interface PageEntry {
  /** The first part of the address. */
  readonly page: string;
  readonly label: string;
  readonly Component: ComponentType;
  /** Drawn in the rail when it has an icon. */
  readonly icon?: LucideIcon;
  /** The rail's entry that is current while this page shows; itself when left out. */
  readonly under?: string;
  /** Pressed after `g`. */
  readonly key?: string;
}

/** Every page, in the order of the rail. A page loads when it is first shown. */
export const pages: readonly PageEntry[] = [
  {
    page: 'today',
    label: 'Today',
    icon: CalendarClock,
    key: 't',
    Component: lazy(async () => ({ default: (await import('../today/TodayPage.tsx')).TodayPage })),
  },
];
