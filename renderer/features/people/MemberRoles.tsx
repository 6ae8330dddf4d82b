import type { HeldRole } from '../../../shared/record/body/rosterBody.ts';
import type { Ms } from '../../../shared/time/instant.ts';
import { useCatalogue } from '../../api/useCatalogue.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { roleWords } from '../../ui/tradeWords.ts';
import { reachWords, roleStanding, validityWords, type RoleStanding } from './peopleWords.ts';

const standingWords: Readonly<Record<RoleStanding, string>> = {
  held: '',
  ahead: 'Not yet',
  over: 'Over',
  ended: 'Ended',
};

/** Every role somebody holds, held or will hold. */
export function MemberRoles(props: {
  readonly roles: readonly HeldRole[];
  readonly now: Ms;
  readonly onChange?: (role: HeldRole) => void;
  readonly onEnd?: (role: HeldRole) => void;
}) {
  const { roles, now, onChange, onEnd } = props;
  const names = useCatalogue();
  return (
    <section className="tg-stack" aria-label="Roles">
      <h3 className="tg-heading">Roles</h3>
      {roles.length === 0 && <p className="tg-quiet">None: this person reads and signs nothing.</p>}
      <ul className="tg-people-lines">
        {roles.map((given, n) => {
          const standing = roleStanding(given, now);
          const validity = validityWords(given);
          return (
            <li key={n} data-past={standing === 'over' || standing === 'ended' || undefined}>
              <div>
                <p>
                  <strong>{roleWords[given.role]}</strong> for {reachWords(given.reach, names)}{' '}
                  {standingWords[standing] !== '' && <Badge>{standingWords[standing]}</Badge>}
                </p>
                {validity !== '' && <p className="tg-quiet">{validity}</p>}
                {given.ended?.voids && <p className="tg-quiet">Later decisions in it are void.</p>}
              </div>
              {standing !== 'ended' && (onChange || onEnd) && (
                <span className="tg-row">
                  {onChange && (
                    <Button
                      size="small"
                      kind="quiet"
                      aria-label={`Change ${roleWords[given.role]}`}
                      onPress={() => onChange(given)}
                    >
                      Change…
                    </Button>
                  )}
                  {onEnd && (
                    <Button
                      size="small"
                      kind="quiet"
                      aria-label={`End ${roleWords[given.role]}`}
                      onPress={() => onEnd(given)}
                    >
                      End…
                    </Button>
                  )}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
