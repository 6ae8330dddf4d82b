import type { Handlers } from '../../shared/api/contract.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import { delegate, endDelegation } from './peopleDelegations.ts';
import { createPeopleKeys } from './peopleKeys.ts';
import { rosterPreview } from './peoplePreview.ts';
import { putAway } from './peoplePutAway.ts';
import { admission, hearRequest, openRequests } from './peopleRequests.ts';
import { sayRoster } from './peopleRoster.ts';
import { signedRecords, signedRows } from './peopleSigned.ts';
import { peopleView } from './peopleView.ts';
import { cosign, overtakenRevisions, signAgain, waitingRevisions } from './peopleWaiting.ts';

type PeopleCall = Extract<keyof Handlers, `people.${string}`>;

/** A person picks from so many of what a key has signed. */
const SHOWN_ROWS = 200;

/** Who is on the board, with which keys and roles, and everything that changes it. */
export function createPeopleService(desk: DeskParts): Pick<Handlers, PeopleCall> {
  return {
    ...createPeopleKeys(desk),
    'people.list': () => peopleView(desk),
    'people.requests': () => openRequests(desk),
    'people.hear': ({ request, words }) => hearRequest(desk, request, words),
    'people.admit': async (given) => ({ row: sayRoster(desk, await admission(desk, given)) }),
    'people.putAway': ({ path }) => {
      putAway(desk, path);
      return null;
    },
    'people.preview': ({ edits }) => rosterPreview(desk, edits),
    'people.edit': ({ edits }) => ({ row: sayRoster(desk, edits) }),
    'people.signedBy': async ({ fingerprint }) => {
      const holders = desk.model
        .board()
        .roster.people.filter(({ keys }) => keys.some((key) => key.fingerprint === fingerprint));
      const signed = signedRecords(desk, new Set(holders.map(({ person }) => person)));
      const own = signed.filter(({ trace }) => trace.key === fingerprint);
      return { total: own.length, rows: await signedRows(desk, own, SHOWN_ROWS) };
    },
    'people.waiting': async () => ({ waiting: waitingRevisions(desk), overtaken: await overtakenRevisions(desk) }),
    'people.cosign': ({ kind, digest }) => ({ row: cosign(desk, kind, digest) }),
    'people.signAgain': async ({ path }) => ({ row: await signAgain(desk, path) }),
    'people.delegate': (given) => ({ row: delegate(desk, given) }),
    'people.endDelegation': () => ({ row: endDelegation(desk) }),
  };
}
