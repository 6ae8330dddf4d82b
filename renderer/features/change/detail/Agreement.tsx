import { Circle, CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ChangeDetail } from '../../../../shared/api/changeCalls.ts';
import type { Tally } from '../../../../shared/approval/tally.ts';
import type { Names } from '../../../api/useCatalogue.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { roleWords } from '../../../ui/tradeWords.ts';
import type { Act } from './ChangeActs.tsx';

const whyNot = {
  'own-change': 'You asked for this change or carry it out, so your signature would not count.',
  'no-role': 'No role that you hold is asked for here.',
  settled: 'This change is settled; nothing more can be signed on it.',
} as const;

export interface AgreementProps {
  readonly tally: Tally;
  readonly names: Names;
  /** With the change itself, what I may do about it is offered. */
  readonly detail?: ChangeDetail;
  readonly onAct?: (act: Act) => void;
}

/** Who must agree, who has, and who still could. */
export function Agreement({ tally, names, detail, onAct }: AgreementProps) {
  const met = tally.requirements.filter((each) => each.met.length >= each.count).length;
  const all = tally.requirements.length;
  return (
    <section aria-label="Who must agree" className="tg-agreement">
      <div className="tg-section-head">
        <h2>Who must agree</h2>
        {all > 0 && (
          <span className="tg-quiet">
            {met} of {all}
          </span>
        )}
      </div>
      {!tally.allowed && <Badge tone="danger">This type is not allowed in this band</Badge>}
      {tally.rejected && <Badge tone="danger">Rejected</Badge>}
      {tally.allowed && all === 0 && !tally.quorum && (
        <p className="tg-quiet">Nobody: the policy asks for no signature.</p>
      )}
      <ul className="tg-agree-list">
        {tally.requirements.map(({ role, count, rule, met: by, could }) => (
          <Line key={`${role} ${rule}`} done={by.length >= count} title={rule} label={roleWords[role]}>
            {by.length > 0 && by.map(names.person).join(', ')}
            {by.length < count && !tally.rejected && detail?.whyNotDecide !== 'settled' && (
              <Could people={could.map(names.person)} />
            )}
          </Line>
        ))}
        {tally.quorum && (
          <Line
            done={tally.quorum.met.length >= tally.quorum.count && (!tally.quorum.business || tally.quorum.businessMet)}
            title="matrix: quorum"
            label={`Quorum ${tally.quorum.met.length} of ${tally.quorum.count}`}
          >
            {tally.quorum.met.map(names.person).join(', ')}
            {tally.quorum.business && !tally.quorum.businessMet && (
              <span className="tg-quiet"> one business role among them is missing</span>
            )}
          </Line>
        )}
      </ul>
      {detail && onAct && (
        <div className="tg-agree-acts">
          {detail.mayDecide.length > 0 ? (
            <>
              <Button
                kind={tally.complete ? 'plain' : 'primary'}
                onPress={() => onAct({ kind: 'decide', verdict: 'approve' })}
              >
                Decide…
              </Button>
              <Button onPress={() => onAct({ kind: 'decide', verdict: 'recuse' })}>Recuse…</Button>
            </>
          ) : (
            detail.whyNotDecide && <p className="tg-quiet">{whyNot[detail.whyNotDecide]}</p>
          )}
        </div>
      )}
    </section>
  );
}

interface LineProps {
  readonly done: boolean;
  readonly title: string;
  readonly label: string;
  readonly children: ReactNode;
}

function Line({ done, title, label, children }: LineProps) {
  const Icon = done ? CircleCheck : Circle;
  return (
    <li className="tg-agree" data-done={done || undefined} title={title}>
      <Icon size={16} aria-hidden />
      <span className="tg-hidden">{done ? 'Agreed: ' : 'Missing: '}</span>
      <span>{label}</span>
      <span className="tg-agree-who">{children}</span>
    </li>
  );
}

/** Three names at most: the list is for calling somebody, not for counting. */
const NAMED = 3;

function Could({ people }: { readonly people: readonly string[] }) {
  if (people.length === 0) return <span className="tg-danger-text">nobody is left to sign this</span>;
  const more = people.length - NAMED;
  return (
    <span className="tg-quiet">
      {people.slice(0, NAMED).join(' or ')}
      {more > 0 && ` or ${more} more`}
    </span>
  );
}
