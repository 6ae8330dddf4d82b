import { Download } from 'lucide-react';
import { useEffect, useSyncExternalStore } from 'react';
import type { Ms, Period } from '../../../shared/time/instant.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { ExportDialog } from '../window/exchange/ExportDialog.tsx';
import { exportWish } from '../window/exchange/exportWish.ts';
import type { CalendarRoute } from './useCalendarRoute.ts';

export interface CalendarExportProps {
  readonly route: CalendarRoute;
  /** What the view shows now; asked when the dialog opens. */
  readonly period: () => Period | null;
  readonly boardName: string;
  readonly now: Ms;
}

/** Hands what is shown to another calendar program. */
export function CalendarExport({ route, period, boardName, now }: CalendarExportProps) {
  const isAsked = useSyncExternalStore(exportWish.subscribe, exportWish.get);
  useEffect(() => exportWish.end, []);
  return (
    <>
      <IconButton label="Export as .ics" icon={Download} onPress={exportWish.begin} />
      {isAsked && (
        <ExportDialog
          name={boardName}
          shown={period()}
          now={now}
          zone={route.zone}
          filter={route.filter}
          effects={route.effects}
          onClose={exportWish.end}
        />
      )}
    </>
  );
}
