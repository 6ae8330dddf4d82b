import {
  BookCheck,
  CalendarClock,
  CalendarDays,
  FileChartColumn,
  FileInput,
  ListChecks,
  Snowflake,
  Users,
  Waypoints,
  type LucideIcon,
} from 'lucide-react';
import { lazy, type ComponentType } from 'react';

export interface PageEntry {
  /** The first part of the address. */
  readonly page: string;
  readonly label: string;
  readonly Component: ComponentType;
  /** Fetches the page before it is shown. */
  readonly load: () => Promise<unknown>;
  /** Drawn in the rail when it has an icon. */
  readonly icon?: LucideIcon;
  /** The rail's entry that is current while this page shows; itself when left out. */
  readonly under?: string;
  /** Pressed after `g`. */
  readonly key?: string;
}

function later(load: () => Promise<{ readonly default: ComponentType }>): Pick<PageEntry, 'Component' | 'load'> {
  return { Component: lazy(load), load };
}

/** Every page, in the order of the rail. A page loads when it is first shown, or before, when there is time. */
export const pages: readonly PageEntry[] = [
  {
    page: 'today',
    label: 'Today',
    icon: CalendarClock,
    key: 't',
    ...later(async () => ({ default: (await import('../today/TodayPage.tsx')).TodayPage })),
  },
  {
    page: 'calendar',
    label: 'Calendar',
    icon: CalendarDays,
    key: 'k',
    ...later(async () => ({ default: (await import('../calendar/CalendarPage.tsx')).CalendarPage })),
  },
  {
    page: 'changes',
    label: 'Changes',
    icon: ListChecks,
    key: 'c',
    ...later(async () => ({ default: (await import('../change/ChangesPage.tsx')).ChangesPage })),
  },
  {
    page: 'change',
    label: 'Change',
    under: 'changes',
    ...later(async () => ({ default: (await import('../change/ChangePage.tsx')).ChangePage })),
  },
  {
    page: 'new-change',
    label: 'New change',
    under: 'changes',
    ...later(async () => ({ default: (await import('../change/form/ChangeFormPage.tsx')).ChangeFormPage })),
  },
  {
    page: 'map',
    label: 'Map',
    icon: Waypoints,
    key: 'm',
    ...later(async () => ({ default: (await import('../map/MapPage.tsx')).MapPage })),
  },
  {
    page: 'windows',
    label: 'Windows',
    icon: Snowflake,
    key: 'w',
    ...later(async () => ({ default: (await import('../window/WindowsPage.tsx')).WindowsPage })),
  },
  {
    page: 'reports',
    label: 'Reports',
    icon: FileChartColumn,
    key: 'r',
    ...later(async () => ({ default: (await import('../report/ReportsPage.tsx')).ReportsPage })),
  },
  {
    page: 'imports',
    label: 'Import',
    icon: FileInput,
    key: 'i',
    ...later(async () => ({ default: (await import('../import/ImportPage.tsx')).ImportPage })),
  },
  {
    page: 'people',
    label: 'People',
    icon: Users,
    key: 'p',
    ...later(async () => ({ default: (await import('../people/PeoplePage.tsx')).PeoplePage })),
  },
  {
    page: 'ledger',
    label: 'Ledger',
    icon: BookCheck,
    key: 'l',
    ...later(async () => ({ default: (await import('../ledger/LedgerPage.tsx')).LedgerPage })),
  },
];
