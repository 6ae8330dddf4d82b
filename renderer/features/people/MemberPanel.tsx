import { useState } from 'react';
import { legibleLine } from '../../../shared/audit/legible.ts';
import type { MemberView, PeopleView } from '../../../shared/api/peopleCalls.ts';
import type { HeldRole, MemberKey } from '../../../shared/record/body/rosterBody.ts';
import type { Ms } from '../../../shared/time/instant.ts';
import { useCommand } from '../../api/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { useUndoToast } from '../window/useUndoToast.ts';
import { AddKeyDialog } from './AddKeyDialog.tsx';
import { DescribeDialog } from './DescribeDialog.tsx';
import { EndRoleDialog } from './EndRoleDialog.tsx';
import { MemberKeys } from './MemberKeys.tsx';
import { MemberRoles } from './MemberRoles.tsx';
import { delegationWords, isPipeline, roleNames, timeWords } from './peopleWords.ts';
import { ReplaceKeyDialog } from './ReplaceKeyDialog.tsx';
import { RevokeDialog } from './RevokeDialog.tsx';
import { RoleDialog } from './RoleDialog.tsx';

type Open =
  | { readonly dialog: 'describe' | 'add-key' }
  | { readonly dialog: 'role'; readonly was: HeldRole | null }
  | { readonly dialog: 'end'; readonly was: HeldRole }
  | { readonly dialog: 'revoke' | 'replace'; readonly key: MemberKey };

/** One person: roles, keys, delegation, and for an admin everything that changes them. */
export function MemberPanel(props: {
  readonly view: MemberView;
  readonly people: PeopleView;
  readonly now: Ms;
  /** Null for who holds no role that decides: there is nothing to delegate. */
  readonly onDelegate: (() => void) | null;
  readonly onClose: () => void;
}) {
  const { view, people, now, onDelegate, onClose } = props;
  const { member, here } = view;
  const { mayEdit, head } = people;
  const isMe = member.person === people.me;
  const [open, setOpen] = useState<Open | null>(null);
  const common = { member, members: people.members.map((each) => each.member), onClose: () => setOpen(null) };
  return (
    <SidePanel
      title={legibleLine(member.name)}
      onClose={onClose}
      actions={
        mayEdit ? (
          <>
            <Button onPress={() => setOpen({ dialog: 'describe' })}>Name and team…</Button>
            <Button kind="primary" onPress={() => setOpen({ dialog: 'role', was: null })}>
              Give a role…
            </Button>
          </>
        ) : undefined
      }
    >
      <div className="tg-people-panel">
        <p className="tg-quiet">
          <span className="tg-mono">{member.person}</span>
          {[member.team, member.email].filter(Boolean).map((text) => ` · ${legibleLine(text ?? '')}`)}
        </p>
        <MemberRoles
          roles={member.roles}
          now={now}
          {...(mayEdit && {
            onChange: (was: HeldRole) => setOpen({ dialog: 'role', was }),
            onEnd: (was: HeldRole) => setOpen({ dialog: 'end', was }),
          })}
        />
        <MemberKeys
          keys={member.keys}
          here={here}
          {...(mayEdit && { onRevoke: (key: MemberKey) => setOpen({ dialog: 'revoke', key }) })}
          {...(mayEdit && isPipeline(member) && { onAdd: () => setOpen({ dialog: 'add-key' }) })}
          {...(mayEdit && isMe && { onReplace: (key: MemberKey) => setOpen({ dialog: 'replace', key }) })}
        />
        <Delegation view={view} isMe={isMe} onDelegate={onDelegate} />
      </div>
      {open?.dialog === 'describe' && <DescribeDialog {...common} />}
      {open?.dialog === 'add-key' && <AddKeyDialog {...common} />}
      {open?.dialog === 'role' && <RoleDialog {...common} was={open.was} />}
      {open?.dialog === 'end' && <EndRoleDialog {...common} was={open.was} head={head} />}
      {open?.dialog === 'revoke' && <RevokeDialog {...common} lost={open.key} head={head} />}
      {open?.dialog === 'replace' && <ReplaceKeyDialog {...common} old={open.key} head={head} />}
    </SidePanel>
  );
}

function Delegation(props: {
  readonly view: MemberView;
  readonly isMe: boolean;
  readonly onDelegate: (() => void) | null;
}) {
  const { view, isMe, onDelegate } = props;
  const { delegation } = view;
  const end = useCommand('people.endDelegation');
  const toast = useUndoToast();
  const isOpen = delegation !== null && ['runs', 'ahead', 'forked'].includes(delegation.standing);
  if (delegation === null && !(isMe && onDelegate)) return null;
  return (
    <section className="tg-stack" aria-label="Delegation">
      <h3 className="tg-heading">Delegation</h3>
      {delegation === null ? (
        <p className="tg-quiet">Nobody acts for you.</p>
      ) : (
        <p>
          {delegation.toName} acts as {roleNames(delegation.roles.map(({ role }) => role))} from{' '}
          {timeWords(delegation.from)} until {timeWords(delegation.until)}; it {delegationWords[delegation.standing]}.
          {delegation.reason !== '' && <span className="tg-quiet"> “{delegation.reason}”</span>}
        </p>
      )}
      {isMe && (
        <div className="tg-row">
          {onDelegate && (
            <Button size="small" onPress={onDelegate}>
              {isOpen ? 'Delegate otherwise…' : 'Delegate…'}
            </Button>
          )}
          {isOpen && (
            <Button
              size="small"
              isDisabled={end.isPending}
              onPress={() => end.mutate({}, { onSuccess: ({ row }) => toast('Taken back.', row) })}
            >
              Take back
            </Button>
          )}
        </div>
      )}
      {end.isError && <Problem compact error={end.error} />}
    </section>
  );
}
