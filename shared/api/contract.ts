import { appCalls } from './appCalls.ts';
import { boardCalls } from './boardCalls.ts';
import { calendarCalls } from './calendarCalls.ts';
import type { Reply } from './call.ts';
import { changeCalls } from './changeCalls.ts';
import { exchangeCalls } from './exchangeCalls.ts';
import { ledgerCalls } from './ledgerCalls.ts';
import { mapCalls } from './mapCalls.ts';
import type { NewsKind } from './news.ts';
import { peopleCalls } from './peopleCalls.ts';
import { recordCalls } from './recordCalls.ts';
import { suggestionCalls } from './suggestionCalls.ts';
import { syncCalls } from './syncCalls.ts';
import { waiverCalls } from './waiverCalls.ts';
import { windowCalls } from './windowCalls.ts';

/** The whole surface between the renderer and the rest. Nothing crosses that is not named here. */
export const contract = {
  ...appCalls,
  ...changeCalls,
  ...windowCalls,
  ...calendarCalls,
  ...mapCalls,
  ...peopleCalls,
  ...recordCalls,
  ...ledgerCalls,
  ...suggestionCalls,
  ...exchangeCalls,
  ...syncCalls,
  ...waiverCalls,
  ...boardCalls,
};

type Contract = typeof contract;
export type CallName = keyof Contract;
export type Input<N extends CallName> = ReturnType<Contract[N]['decode']>;
export type Output<N extends CallName> = NonNullable<Contract[N]['out']> | Extract<Contract[N]['out'], null>;
/** Names of the calls that only read: the ones a query hook accepts. */
export type QueryName = { [N in CallName]: Contract[N]['kind'] extends 'query' ? N : never }[CallName];
export type CommandName = Exclude<CallName, QueryName>;

/** The services, as a host sees them. A call without a handler does not compile. */
export type Handlers = {
  readonly [N in CallName]: (input: Input<N>) => Output<N> | Promise<Output<N>>;
};
/** What each host hands the renderer: a preload bridge in Electron, `fetch` on loopback. */
export type Transport = (name: CallName, input: unknown) => Promise<Reply>;

/** Which news outdates which query. */
export const outdatedBy: Readonly<Record<QueryName, readonly NewsKind[]>> = {
  'app.status': ['board', 'changes', 'clock', 'me'],
  'jobs.list': ['jobs'],
  'unsent.list': ['changes', 'board', 'clock'],
  'view.read': ['view'],
  'changes.list': ['board', 'changes', 'clock', 'me'],
  'changes.read': ['board', 'changes', 'clock', 'me'],
  'evidence.file': ['sync'],
  'changes.preview': ['board', 'changes', 'me'],
  'changes.slots': ['board', 'changes'],
  'slots.find': ['board', 'changes'],
  'drafts.list': ['drafts'],
  'windows.list': ['board', 'clock'],
  'windows.read': ['board', 'clock', 'me'],
  'windows.preview': ['board', 'changes', 'me'],
  'today.read': ['board', 'changes', 'clock', 'me'],
  'calendar.month': ['board', 'changes'],
  'calendar.timeline': ['board', 'changes'],
  'calendar.tryMove': ['board', 'changes'],
  'map.read': ['board', 'changes'],
  'map.blast': ['board'],
  'catalogue.read': ['board'],
  'imports.mappings': ['view'],
  'imports.preview': ['board'],
  'imports.report': ['jobs'],
  'audit.preview': ['board', 'changes'],
  'audit.file': ['jobs'],
  'windows.readFile': ['board', 'clock'],
  'windows.previewAdoption': ['board', 'changes', 'me'],
  'calendar.export': ['board', 'changes'],
  'people.list': ['board', 'changes', 'me', 'clock'],
  'people.requests': ['board', 'changes', 'me'],
  'people.hear': [],
  'people.preview': ['board', 'changes', 'me'],
  'people.signedBy': ['board', 'changes'],
  'people.waiting': ['board', 'changes', 'me'],
  'people.myKeys': ['board', 'changes', 'me'],
  'people.agentKeys': [],
  'ledger.health': ['board', 'changes', 'jobs'],
  'ledger.history': ['board', 'changes'],
  'ledger.storage': ['jobs', 'sync'],
  'ledger.break': ['board', 'changes', 'me', 'sync'],
  'ledger.forks': ['board', 'changes', 'me'],
  'holidays.countries': [],
  'holidays.days': [],
  'suggestions.list': ['board', 'clock', 'me'],
  'suggestions.draft': ['board', 'me'],
  'suggestions.drafts': ['board', 'me'],
  'sync.status': ['sync', 'changes', 'board'],
  'boards.list': ['board', 'jobs'],
  'boards.opening': ['board', 'jobs'],
  'boards.joined': ['jobs'],
  'boards.leaving': ['board', 'changes', 'drafts'],
};
