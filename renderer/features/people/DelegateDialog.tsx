import { useState } from 'react';
import type { PeopleView } from '../../../shared/api/peopleCalls.ts';
import type { Member } from '../../../shared/record/body/rosterBody.ts';
import { entitledRoles } from '../../../shared/ledger/entitledRoles.ts';
import { DAY_MS, toInstant, type Ms } from '../../../shared/time/instant.ts';
import { zoneName } from '../../../shared/time/placeTime.ts';
import { useCatalogue } from '../../api/useCatalogue.ts';
import { useCommand } from '../../api/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { PlaceTimeInput } from '../../ui/PlaceTimeInput.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { readerZone } from '../../ui/readerZone.ts';
import { SearchSelect } from '../../ui/SearchSelect.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { roleWords } from '../../ui/tradeWords.ts';
import { useUndoToast } from '../window/useUndoToast.ts';
import { isPipeline, reachWords, roleStanding } from './peopleWords.ts';
import { legibleLine } from '../../../shared/audit/legible.ts';

/** Lets another member act in my roles for a while. One delegation at a time: a new one takes the place of the last. */
export function DelegateDialog({ people, onClose }: { readonly people: PeopleView; readonly onClose: () => void }) {
  const [now] = useState(() => Date.now());
  const mine = people.members.find(({ member }) => member.person === people.me)?.member;
  // What is decided can be delegated; admins, pipelines and authors speak for themselves.
  const held =
    mine?.roles.filter((given) => roleStanding(given, now) === 'held' && entitledRoles.decision.includes(given.role)) ??
    [];
  const [to, setTo] = useState<string | null>(null);
  const [left, setLeft] = useState<readonly number[]>([]);
  const [from, setFrom] = useState<Ms | null>(now);
  const [until, setUntil] = useState<Ms | null>(now + 7 * DAY_MS);
  const [reason, setReason] = useState('');
  const names = useCatalogue();
  const delegate = useCommand('people.delegate');
  const toast = useUndoToast();
  const chosen = held.filter((_, n) => !left.includes(n)).map(({ role, reach }) => ({ role, reach }));
  const isOrdered = from !== null && until !== null && until > from && until > now;
  const sign = () => {
    if (to === null || from === null || until === null) return;
    delegate.mutate(
      { to, roles: chosen, from: toInstant(from), until: toInstant(until), reason: reason.trim() },
      {
        onSuccess: ({ row }) => {
          toast('Delegated.', row);
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      wide
      title="Delegate"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Not now</Button>
          <Button
            kind="primary"
            isDisabled={to === null || chosen.length === 0 || !isOrdered || delegate.isPending}
            onPress={sign}
          >
            Sign the delegation
          </Button>
        </>
      }
    >
      <div className="tg-stack">
        <p>Their signature then counts for yours, and says so. You can take it back at any time.</p>
        <SearchSelect
          label="Who acts for you"
          value={to}
          options={people.members
            .filter(({ member }) => member.person !== people.me && couldDecide(member))
            .map(({ member }) => ({ id: member.person, label: legibleLine(member.name), detail: member.person }))}
          onChange={setTo}
        />
        <Field label="In these roles">
          {held.length === 0 ? (
            <p className="tg-quiet">You hold no role now in which one decides.</p>
          ) : (
            <div className="tg-people-choices">
              {held.map((given, n) => (
                <Checkbox
                  key={n}
                  isSelected={!left.includes(n)}
                  onChange={(isChosen) => setLeft(isChosen ? left.filter((each) => each !== n) : [...left, n])}
                >
                  {roleWords[given.role]} for {reachWords(given.reach, names)}
                </Checkbox>
              ))}
            </div>
          )}
        </Field>
        <div className="tg-people-pair">
          <PlaceTimeInput label="From" value={from} zone={readerZone} place={zoneName(readerZone)} onChange={setFrom} />
          <PlaceTimeInput
            label="Until"
            value={until}
            zone={readerZone}
            place={zoneName(readerZone)}
            onChange={setUntil}
            error={
              isOrdered || from === null || until === null ? undefined : 'It must end after it begins, and after now.'
            }
          />
        </div>
        <TextArea label="Why, if you wish" value={reason} onChange={setReason} rows={2} maxLength={2_000} />
        {delegate.isError && <Problem compact error={delegate.error} />}
      </div>
    </Dialog>
  );
}

/** Nobody signs for anybody without a key; a machine decides nothing. */
function couldDecide(member: Member): boolean {
  return member.keys.some(({ revoked }) => !revoked) && !isPipeline(member);
}
