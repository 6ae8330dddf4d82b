import type { MeView, StatusView, UnsentView } from '../../shared/api/appCalls.ts';
import type { Handlers } from '../../shared/api/contract.ts';
import { TidegateError } from '../../shared/errors.ts';
import { entitledRoles } from '../../shared/ledger/entitledRoles.ts';
import type { Role } from '../../shared/record/words.ts';
import { rolesAt } from '../desk/acting.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import { ofLostNumber } from '../desk/lostNumbers.ts';
import { frozenNow } from './frozenNow.ts';
import { ownedBy } from './ownedBy.ts';
import { actsFor } from './peopleDelegations.ts';
import { countRequests } from './peopleRequests.ts';
import { healCommand } from './proofCommands.ts';
import { waitingRevisions } from './peopleWaiting.ts';

type Answers = Pick<
  Handlers,
  'app.status' | 'me.actAs' | 'jobs.list' | 'jobs.cancel' | 'unsent.list' | 'unsent.undo' | 'view.read' | 'view.save'
>;

/** The desk itself: who acts, what waits, what runs, what can still be undone. */
export function createAppService(desk: DeskParts): Answers {
  const { model, acting, workspace, jobs, newsroom, boardName, now } = desk;
  const { settings, outbox } = workspace;

  const me = (): MeView => {
    const member = acting.reader();
    const isMember = member.person !== '';
    return {
      isMember,
      ...named(member),
      roles: rolesAt(member, now()),
      may: mayBegin(rolesAt(member, now())),
      fingerprint: isMember ? acting.key().fingerprint : null,
      zone: desk.zone,
      owns: ownedBy(member, now()),
      actsFor: actsFor(desk, member.person).map(({ person, name, until }) => ({ person, name, until })),
      canActAs: acting.could().map((each) => ({ ...named(each), roles: rolesAt(each, now()) })),
    };
  };
  const status = (): StatusView => {
    const board = model.board();
    const halt = model.replay().halt();
    return {
      boardName: board.identity.name,
      ledger: board.ledger,
      sample: board.identity.sample,
      rootFingerprint: board.rootFingerprint,
      head: model.replay().board().head,
      ledgerFolder: desk.ledgerFolder,
      remote: desk.remote,
      changes: desk.catalog.find.count({}, ''),
      waitingForMe: desk.catalog.find.count({ mine: 'waiting' }, acting.reader().person),
      peopleWaiting: peopleWaiting(desk),
      frozenNow: frozenNow(model.context(), now()),
      unsent: outbox.list(boardName).length,
      setAside: model.replay().problems().length,
      halted: halt === null ? null : halt.why,
      healCommand: halt && healCommand(halt, desk.ledgerFolder),
      damaged: desk.workspace.damaged.at(-1) ?? null,
      me: me(),
      capabilities: desk.capabilities,
      now: now(),
      version: desk.version,
    };
  };

  /** Filters and forms name what is on this board; how the page looks is the same on all of them. */
  const keptAs = (view: string): string => (view === 'appearance' ? view : `${boardName}/${view}`);

  return {
    'app.status': status,
    'me.actAs': ({ person }) => {
      acting.actAs(person);
      newsroom.tell('me');
      return me();
    },
    'jobs.list': () => jobs.list(),
    'jobs.cancel': ({ job }) => {
      jobs.cancel(job);
      return null;
    },
    'unsent.list': () => {
      const rows = outbox.list(boardName);
      const isOfLost = ofLostNumber({ model, renumberings: desk.renumberings, rows });
      return rows.map(({ row, what, subject, sendAfter, problem, files }): UnsentView => {
        // It would count, as said of another change: so it is not sent either.
        const why = problem ?? (files.some(isOfLost) ? 'collision' : null);
        const change = subject?.startsWith('CHG-') ? subject : null;
        return { row, what, change, sendAfter, ...(why === null ? {} : { problem: why }) };
      });
    },
    'unsent.undo': ({ row }) => {
      const rows = outbox.list(boardName);
      const undone = rows.find((each) => each.row === row);
      if (!undone || desk.writer.isSending(row)) throw new TidegateError('outbox-sent', { row });
      // What was said later about the same change or window rests on this and goes with it.
      const later = rows.filter((each) => each.row > row && each.subject !== null && each.subject === undone.subject);
      outbox.remove([row, ...later.map((each) => each.row)]);
      model.outboxChanged();
      return null;
    },
    'view.read': ({ view }) => settings.readView(keptAs(view)),
    'view.save': ({ view, state }) => {
      settings.saveView(keptAs(view), state);
      newsroom.tell('view');
      return null;
    },
  };
}

function named({ person, name }: { readonly person: string; readonly name: string }) {
  return { person, name };
}

function mayBegin(held: readonly Role[]): MeView['may'] {
  const holdsOne = (roles: readonly Role[]): boolean => roles.some((role) => held.includes(role));
  const { request, window, evidence, decision } = entitledRoles;
  return {
    request: holdsOne(request),
    window: holdsOne(window),
    evidence: holdsOne(evidence),
    decision: holdsOne(decision),
  };
}

/** Only an admin can answer them. */
function peopleWaiting(desk: DeskParts): number {
  if (!rolesAt(desk.acting.reader(), desk.now()).includes('admin')) return 0;
  return countRequests(desk) + waitingRevisions(desk).filter(({ maySign }) => maySign).length;
}
