import { createColumnHelper, tableFeatures } from '@tanstack/react-table';
import { FileInput, Siren, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { ChangeRow } from '../../../../shared/api/changeCalls.ts';
import { toInstant, type Ms } from '../../../../shared/time/instant.ts';
import { placeClock, placeDay, placeTime, zoneName } from '../../../../shared/time/placeTime.ts';
import type { Names } from '../../../api/useCatalogue.ts';
import { hrefOf } from '../../../route.ts';
import { BandMark } from '../../../ui/BandMark.tsx';
import { readerZone } from '../../../ui/readerZone.ts';
import { StateMark } from '../../../ui/StateMark.tsx';
import { roleWords } from '../../../ui/tradeWords.ts';

/** Rows come sorted and filtered by the catalogue; the table only knows its columns. */
export const features = tableFeatures({});
const helper = createColumnHelper<typeof features, ChangeRow>();

/** The columns, with names for ids. Their ids are sort keys where a column sorts. */
export function columnsWith(names: Names) {
  return helper.columns([
    helper.accessor('score', {
      header: 'Risk',
      cell: ({ row: { original } }) => <BandMark band={original.band} score={original.score} />,
    }),
    helper.accessor('title', {
      header: 'Title',
      cell: ({ row: { original } }) => (
        <>
          <a
            className="tg-clip tg-cell-title"
            href={hrefOf('change', original.change)}
            tabIndex={-1}
            title={original.title}
          >
            {original.title}
          </a>
          {original.type === 'emergency' && <Sign icon={Siren} tone="danger" words="Emergency" />}
          {original.imported && <Sign icon={FileInput} tone="quiet" words="Imported" />}
        </>
      ),
    }),
    helper.accessor('services', {
      header: 'Services',
      cell: ({ row: { original } }) => <First ids={original.services} name={names.service} />,
    }),
    helper.accessor('state', {
      header: 'State',
      cell: ({ row: { original } }) => <StateMark state={original.state} hypercare={original.hypercare} />,
    }),
    helper.accessor('start', {
      header: 'Starts',
      cell: ({ row: { original } }) => {
        if (original.start === null) return <span className="tg-quiet">No time yet</span>;
        const { zone, name } = names.place(original.sites);
        return (
          <time
            className="tg-start"
            dateTime={toInstant(original.start)}
            title={`${placeTime(original.start, zone)} ${name}`}
          >
            {placeDay(original.start, zone)}, {placeClock(original.start, zone)}{' '}
            <span className="tg-clip tg-quiet">{name}</span>
          </time>
        );
      },
    }),
    helper.display({
      id: 'here',
      header: () => zoneName(readerZone),
      cell: ({ row: { original } }) =>
        original.start !== null && (
          <span className="tg-quiet">{clockHere(original.start, names.place(original.sites).zone)}</span>
        ),
    }),
    helper.accessor('waitingFor', {
      header: 'Waits for',
      cell: ({ row: { original } }) => <First ids={original.waitingFor} name={(role) => roleWords[role]} />,
    }),
    helper.accessor('hits', {
      header: 'Meets',
      cell: ({ row: { original } }) =>
        original.hits > 0 && (
          <span className="tg-hits">
            <TriangleAlert size={16} aria-hidden />
            {original.hits}
            <span className="tg-hidden"> windows or changes met</span>
          </span>
        ),
    }),
    helper.accessor('change', {
      header: 'Change',
      cell: ({ row: { original } }) => <span className="tg-mono tg-quiet">{original.change}</span>,
    }),
  ]);
}

/** The reader's clock; with the weekday where the reader's day is another. */
function clockHere(at: Ms, zone: string): string {
  const clock = placeClock(at, readerZone);
  const day = placeDay(at, readerZone);
  return day === placeDay(at, zone) ? clock : `${day.slice(0, 3)} ${clock}`;
}

interface SignProps {
  readonly icon: LucideIcon;
  readonly tone: 'danger' | 'quiet';
  readonly words: string;
}

/** A word that a narrow column shows as an icon. */
function Sign({ icon: Icon, tone, words }: SignProps) {
  return (
    <span className="tg-state" data-tone={tone} title={words}>
      <Icon size={16} aria-hidden />
      <span className="tg-hidden">{words}</span>
    </span>
  );
}

interface FirstProps<T extends string> {
  readonly ids: readonly T[];
  readonly name: (id: T) => string;
}

/** The first of several, and how many more; all of them on hover. */
function First<T extends string>({ ids, name }: FirstProps<T>) {
  const first = ids[0];
  if (first === undefined) return null;
  return (
    <span className="tg-row" title={ids.map(name).join(', ')}>
      <span className="tg-clip">{name(first)}</span>
      {ids.length > 1 && <span className="tg-quiet">+{ids.length - 1}</span>}
    </span>
  );
}
