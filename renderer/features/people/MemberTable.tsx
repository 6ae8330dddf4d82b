import { legibleLine } from '../../../shared/audit/legible.ts';
import type { MemberView } from '../../../shared/api/peopleCalls.ts';
import type { HeldRole } from '../../../shared/record/body/rosterBody.ts';
import type { Ms } from '../../../shared/time/instant.ts';
import { useCatalogue } from '../../api/useCatalogue.ts';
import { hrefOf } from '../../route.ts';
import { Badge } from '../../ui/Badge.tsx';
import { CopyId } from '../../ui/CopyId.tsx';
import { roleWords } from '../../ui/tradeWords.ts';
import { reachWords, roleStanding, shortKey, shortReach, timeWords } from './peopleWords.ts';

/** Beyond this a reader searches. */
const SHOWN = 300;

/** Everybody, a line each: roles with their reach, keys, and what is out of the ordinary. */
export function MemberTable(props: {
  readonly members: readonly MemberView[];
  readonly me: string | null;
  readonly chosen: string | null;
  readonly now: Ms;
}) {
  const { members, me, chosen, now } = props;
  return (
    <>
      <table className="tg-people-table">
        <thead>
          <tr>
            <th scope="col">Person</th>
            <th scope="col">Roles and reach</th>
            <th scope="col">Keys</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {members.slice(0, SHOWN).map((view) => {
            const { person } = view.member;
            const name = legibleLine(view.member.name);
            const team = legibleLine(view.member.team ?? '');
            return (
              <tr key={person} data-chosen={person === chosen || undefined}>
                <td className="tg-people-who">
                  <a href={hrefOf('people', person)} title={name}>
                    {name}
                  </a>
                  <span className="tg-clip" title={team}>
                    <span className="tg-mono">{person}</span>
                    {team && ` · ${team}`}
                  </span>
                </td>
                <td>
                  <RolesCell roles={view.member.roles} now={now} />
                </td>
                <td className="tg-people-keys">
                  <KeysCell view={view} />
                </td>
                <td className="tg-people-state">
                  <States view={view} isMe={person === me} now={now} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {members.length > SHOWN && (
        <p className="tg-people-more tg-quiet">The first {SHOWN} are shown. Search for the others.</p>
      )}
    </>
  );
}

function RolesCell({ roles, now }: { readonly roles: readonly HeldRole[]; readonly now: Ms }) {
  const names = useCatalogue();
  const shown = roles.filter((given) => ['held', 'ahead'].includes(roleStanding(given, now)));
  if (shown.length === 0) return <span className="tg-quiet">None now</span>;
  return (
    <ul className="tg-people-roles">
      {shown.map((given, n) => (
        <li key={n}>
          {roleWords[given.role]}
          {given.reach !== 'everything' && (
            <span className="tg-quiet" title={reachWords(given.reach, names)}>
              {' '}
              {shortReach(given.reach, names)}
            </span>
          )}
          {given.from && roleStanding(given, now) === 'ahead' && (
            <span className="tg-quiet"> from {timeWords(Date.parse(given.from))}</span>
          )}
          {given.until && <span className="tg-quiet"> until {timeWords(Date.parse(given.until))}</span>}
        </li>
      ))}
    </ul>
  );
}

function KeysCell({ view: { member, here } }: { readonly view: MemberView }) {
  const usable = member.keys.filter(({ revoked }) => !revoked);
  const gone = member.keys.length - usable.length;
  const [first] = usable;
  return (
    <>
      {first && (
        <CopyId
          text={first.fingerprint}
          shown={shortKey(first.fingerprint)}
          label={`Copy ${legibleLine(member.name)}’s key`}
        />
      )}
      <span className="tg-quiet tg-clip">
        {first ? legibleLine(first.label) : 'No key'}
        {usable.length > 1 && ` and ${usable.length - 1} more`}
        {here.length > 0 && usable.some(({ fingerprint }) => here.includes(fingerprint)) && ', here'}
        {gone > 0 && `; ${gone} revoked`}
      </span>
    </>
  );
}

function States({ view, isMe, now }: { readonly view: MemberView; readonly isMe: boolean; readonly now: Ms }) {
  const { member, delegation } = view;
  const held = member.roles.filter((given) => roleStanding(given, now) === 'held').map(({ role }) => role);
  const hasKey = member.keys.some(({ revoked }) => !revoked);
  const only = (role: string) => held.length > 0 && held.every((each) => each === role);
  return (
    <>
      {isMe && <Badge tone="accent">You</Badge>}
      {held.includes('admin') && hasKey && <Badge>Admin</Badge>}
      {!hasKey && <Badge tone="warn">Cannot sign</Badge>}
      {held.length === 0 && <Badge tone="warn">No role now</Badge>}
      {only('pipeline') && <Badge>Pipeline</Badge>}
      {only('auditor') && <Badge>Reads only</Badge>}
      {delegation?.standing === 'runs' && <Badge tone="accent">Delegated</Badge>}
    </>
  );
}
