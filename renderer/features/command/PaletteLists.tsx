import { Command } from 'cmdk';
import { ArrowRight, Download, FileUp, Keyboard, Plus, Snowflake, UserRound, type LucideIcon } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import type { StatusView } from '../../../shared/api/appCalls.ts';
import { useAsked } from '../../api/useAsked.ts';
import { useCommand } from '../../api/useCommand.ts';
import { hrefOf, navigate } from '../../route.ts';
import { BandMark } from '../../ui/BandMark.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { useDebounced } from '../../ui/useDebounced.ts';
import { useBoardActions } from '../boards/useBoardActions.ts';
import { pages } from '../frame/pages.ts';
import { wishExport } from '../window/exchange/exportWish.ts';

const FOUND = 8;
const TYPING_MS = 120;
interface Action {
  readonly id: string;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly run: () => void;
}
export interface PaletteListsProps {
  readonly text: string;
  readonly status: StatusView;
  readonly onDone: () => void;
  readonly onKeys: () => void;
  /** Told which line is first when the found changes come, so that Enter opens it. */
  readonly onFirst: (id: string) => void;
}

const newChange: Action = {
  id: 'new-change',
  label: 'New change',
  icon: Plus,
  run: () => navigate(hrefOf('new-change')),
};
const windowActions: readonly Action[] = [
  {
    id: 'ready-made',
    label: 'Ready-made windows',
    icon: Snowflake,
    run: () => navigate(hrefOf('windows', null, { suggest: '1' })),
  },
  {
    id: 'import-windows',
    label: 'Import windows',
    icon: FileUp,
    run: () => navigate(hrefOf('windows', null, { import: '1' })),
  },
];

/** What the palette offers for a text: changes that match, then pages and actions whose name holds it. */
export function PaletteLists({ text, status, onDone, onKeys, onFirst }: PaletteListsProps) {
  const asked = useDebounced(text, TYPING_MS);
  const found = useAsked(
    'changes.list',
    { filter: { text: asked }, sort: { by: 'start', descending: true }, offset: 0, limit: FOUND },
    { keepPrevious: true, enabled: asked !== '' },
  );
  const actAs = useCommand('me.actAs');
  const boardActions = useBoardActions(status);
  const { may } = status.me;
  const actions: Action[] = [
    ...(may.request ? [newChange] : []),
    ...(may.window ? windowActions : []),
    { id: 'export-calendar', label: 'Export this calendar', icon: Download, run: wishExport },
    ...pages.flatMap(({ page, label, icon }) =>
      icon ? [{ id: `page-${page}`, label, icon, run: () => navigate(hrefOf(page)) }] : [],
    ),
    ...boardActions,
    { id: 'keys', label: 'Keyboard shortcuts', icon: Keyboard, run: onKeys },
    ...status.me.canActAs
      .filter(({ person }) => person !== status.me.person)
      .map(({ person, name }) => ({
        id: `as-${person}`,
        label: `Act as ${name}`,
        icon: UserRound,
        run: () => actAs.mutate({ person }),
      })),
  ];
  const wanted = text.toLowerCase();
  const fitting = actions.filter(({ label }) => label.toLowerCase().includes(wanted));
  const first = text === '' ? undefined : found.data?.rows[0]?.change;
  useEffect(() => {
    if (first !== undefined) onFirst(first);
  }, [first, onFirst]);
  const changes = text === '' ? [] : (found.data?.rows ?? []);
  return (
    <>
      {changes.length > 0 && (
        <Command.Group heading={`Changes (${found.data?.total})`}>
          {changes.map((row) => (
            <Line
              key={row.change}
              id={row.change}
              onSelect={() => navigate(hrefOf('change', row.change))}
              onDone={onDone}
            >
              <BandMark band={row.band} />
              <span className="tg-clip tg-palette-title">{row.title}</span>
              <StateMark state={row.state} hypercare={row.hypercare} />
              <span className="tg-mono tg-quiet">{row.change}</span>
            </Line>
          ))}
        </Command.Group>
      )}
      {text !== '' && (
        <Command.Group heading="In the table">
          <Line id="all" onSelect={() => navigate(hrefOf('changes', null, { text }))} onDone={onDone}>
            <ArrowRight size={16} aria-hidden />
            <span className="tg-clip">Show all changes with “{text}”</span>
          </Line>
        </Command.Group>
      )}
      {fitting.length > 0 && (
        <Command.Group heading="Pages and actions">
          {fitting.map(({ id, label, icon: Icon, run }) => (
            <Line key={id} id={id} onSelect={run} onDone={onDone}>
              <Icon size={16} aria-hidden />
              <span className="tg-clip">{label}</span>
            </Line>
          ))}
        </Command.Group>
      )}
    </>
  );
}

interface LineProps {
  readonly id: string;
  readonly onSelect: () => void;
  readonly onDone: () => void;
  readonly children: ReactNode;
}

function Line({ id, onSelect, onDone, children }: LineProps) {
  return (
    <Command.Item
      className="tg-option"
      value={id}
      onSelect={() => {
        onSelect();
        onDone();
      }}
    >
      {children}
    </Command.Item>
  );
}
