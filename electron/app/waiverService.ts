import type { Handlers } from '../../shared/api/contract.ts';
import { shownText } from '../../shared/change/changeFile.ts';
import { TidegateError } from '../../shared/errors.ts';
import type { Filed } from '../../shared/record/envelope.ts';
import { toInstant, toMs } from '../../shared/time/instant.ts';
import type { Judged } from '../desk/changeShelf.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import { standingsOf, voicesOf } from './waiverViews.ts';

type Answers = Pick<
  Handlers,
  'waivers.propose' | 'waivers.cosign' | 'waivers.withdraw' | 'reviews.write' | 'comments.write'
>;

/** Waivers, reviews and comments: each is refused before it is signed when it would not count. */
export function createWaiverService(desk: DeskParts): Answers {
  const { model, acting, scribe, now } = desk;

  return {
    'waivers.propose': ({ change, material, breakGlass, ...given }) => {
      const judged = model.change(change);
      requireRead(judged, material);
      const { incident } = shownText(judged.file);
      if (breakGlass && (incident === undefined || incident.trim() === ''))
        throw new TidegateError('input-rejected', { field: 'incident', problem: 'the change names no incident' });
      if (toMs(given.expires) <= now())
        throw new TidegateError('input-rejected', { field: 'expires', problem: 'after now' });
      const body = {
        ...given,
        change,
        material: { version: 1 as const, digest: material },
        ...(breakGlass && incident !== undefined ? { breakGlass: { incident } } : {}),
        follows: [],
      };
      const what = breakGlass ? 'break-glass' : 'waiver';
      return { row: scribe.say({ what, subject: change, statements: [{ kind: 'waiver', body }] }) };
    },
    'waivers.cosign': ({ change, waiver: digest, voice }) => {
      const judged = model.change(change);
      const waiver = waiverOf(judged, digest);
      const context = model.context();
      const standing = standingsOf(judged, context, now()).find((each) => each.waiver === waiver);
      const member = acting.member();
      if (!standing || !voicesOf(standing, judged, member, context, now()).includes(voice))
        throw new TidegateError('not-entitled', { change, person: member.person, role: voice });
      const body = {
        of: { kind: 'waiver' as const, subject: change, digest },
        ...(voice === 'owner' ? {} : { role: voice }),
      };
      return { row: scribe.say({ what: 'cosign', subject: change, statements: [{ kind: 'cosign', body }] }) };
    },
    'waivers.withdraw': ({ change, waiver: digest }) => {
      const { record } = waiverOf(model.change(change), digest);
      // A waiver that is over when it is signed lifts nothing; it takes the place of the one it follows.
      const { breakGlass: _broken, ...rest } = record.body;
      const body = { ...rest, expires: toInstant(Math.min(now(), toMs(rest.expires))), follows: [digest] };
      return { row: scribe.say({ what: 'withdraw-waiver', subject: change, statements: [{ kind: 'waiver', body }] }) };
    },
    'reviews.write': ({ change, actions, ...given }) => {
      const { file } = model.change(change);
      const used = new Set(file.receipts.flatMap(({ record }) => record.body.waivers ?? []));
      const body = {
        ...given,
        change,
        actions: actions.map((what) => ({ what })),
        waivers: [...used],
        follows: file.reviews.map(({ digest }) => digest),
      };
      return { row: scribe.say({ what: 'review', subject: change, statements: [{ kind: 'review', body }] }) };
    },
    'comments.write': ({ change, text }) => {
      model.change(change);
      const body = { change, text, follows: [] };
      return { row: scribe.say({ what: 'comment', subject: change, statements: [{ kind: 'comment', body }] }) };
    },
  };
}

/** Somebody edited it between reading and signing: what was read must be read again. */
function requireRead({ file, assessment }: Judged, material: string): void {
  if (assessment.material !== material || file.current === null)
    throw new TidegateError('stale-record', { change: file.change, current: assessment.material });
}

function waiverOf({ file }: Judged, digest: string): Filed<'waiver'> {
  const found = file.waivers.find((waiver) => waiver.digest === digest);
  if (!found) throw new TidegateError('stale-record', { change: file.change, waiver: digest });
  return found;
}
