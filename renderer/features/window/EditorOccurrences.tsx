import { useState } from 'react';
import type { Schedule } from '../../../shared/record/body/scheduleBody.ts';
import {
  movedTo,
  putBack,
  restored,
  skipped,
  standingOf,
  withoutAddition,
  type Changeable,
} from '../../../shared/view/occurrenceChanges.ts';
import { wallWords } from '../../../shared/view/repeatWords.ts';
import type { Span } from '../../../shared/window/span.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { OccurrenceList } from './OccurrenceList.tsx';
import { OccurrenceWords } from './OccurrenceWords.tsx';
import { SpanFields } from './SpanFields.tsx';

export interface EditorOccurrencesProps {
  readonly schedule: Schedule;
  readonly zone: string;
  /** A skipped one from then on is shown. */
  readonly today: string;
  readonly spans: readonly Span[];
  readonly onChange: (schedule: Schedule) => void;
}

/** As many as the board answers with: then there may be more behind them. */
const LISTED = 10;

/** The occurrences to come; of a repetition each can be skipped or moved, and the skipped ones put back. */
export function EditorOccurrences({ schedule, zone, today, spans, onChange }: EditorOccurrencesProps) {
  const [moving, setMoving] = useState<string | null>(null);
  if (schedule.form === 'once' || schedule.form === 'dates') return <OccurrenceList spans={spans} />;
  const out = new Set(schedule.exceptions);
  const shown = spans.filter(({ startWall }) => !out.has(startWall));
  const last = spans.length < LISTED ? undefined : spans.at(-1)?.startWall;
  const lines = [
    ...shown.map((span) => ({ at: span.startWall, span })),
    ...[...out].filter((at) => at >= today && (last === undefined || at <= last)).map((at) => ({ at, span: null })),
  ].toSorted((a, b) => (a.at < b.at ? -1 : 1));
  // On the clocks of several sites one start shows once for each zone, and is changed for all of them.
  const isFirstAt = (index: number) => lines[index - 1]?.at !== lines[index]?.at;
  if (lines.length === 0) return <OccurrenceList spans={[]} />;
  return (
    <ol className="tg-occurrences">
      {lines.map(({ at, span }, index) =>
        span === null ? (
          <li key={`out ${at}`} data-skipped>
            <del>{wallWords(at)}</del>
            <div className="tg-occurrence-acts">
              <Badge>Skipped</Badge>
              <Button
                size="small"
                kind="quiet"
                aria-label={`Restore ${wallWords(at)}`}
                onPress={() => onChange(restored(schedule, at))}
              >
                Restore
              </Button>
            </div>
          </li>
        ) : (
          <li key={`${span.site ?? span.zone}/${at}`}>
            <OccurrenceWords span={span} />
            {moving === at && isFirstAt(index) ? (
              <SpanFields
                label={`Move ${wallWords(at)}`}
                verb="Move it"
                zone={zone}
                walls={{ start: span.startWall, end: span.endWall }}
                onCancel={() => setMoving(null)}
                onDone={(walls) => {
                  setMoving(null);
                  const standing = standingOf(schedule, at);
                  onChange(movedTo(schedule, standing.kind === 'moved' ? standing.from : at, walls));
                }}
              />
            ) : (
              isFirstAt(index) && (
                <Acts schedule={schedule} zone={zone} at={at} onChange={onChange} onMove={() => setMoving(at)} />
              )
            )}
          </li>
        ),
      )}
    </ol>
  );
}

interface ActsProps {
  readonly schedule: Changeable;
  readonly zone: string;
  readonly at: string;
  readonly onChange: (schedule: Changeable) => void;
  readonly onMove: () => void;
}

function Acts({ schedule, zone, at, onChange, onMove }: ActsProps) {
  const standing = standingOf(schedule, at);
  const words = wallWords(at);
  const act = (label: string, apply: () => void) => (
    <Button size="small" kind="quiet" aria-label={`${label.replace('…', '')} ${words}`} onPress={apply}>
      {label}
    </Button>
  );
  return (
    <div className="tg-occurrence-acts">
      {standing.kind === 'moved' && <Badge tone="accent">Moved from {wallWords(standing.from)}</Badge>}
      {standing.kind === 'added' && <Badge tone="accent">Added</Badge>}
      {standing.kind === 'computed' &&
        act(zone === 'site' ? 'Skip everywhere' : 'Skip', () => onChange(skipped(schedule, at)))}
      {standing.kind === 'moved' && act('Put back', () => onChange(putBack(schedule, standing.from)))}
      {standing.kind === 'added'
        ? act('Take out', () => onChange(withoutAddition(schedule, at)))
        : act(zone === 'site' ? 'Move everywhere…' : 'Move…', onMove)}
    </div>
  );
}
