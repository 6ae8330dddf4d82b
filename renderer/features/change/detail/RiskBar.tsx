import { useState } from 'react';
import type { FactorName } from '../../../../shared/record/body/policyBody.ts';
import type { FactorPoints, Risk } from '../../../../shared/risk/risk.ts';
import { hrefOf } from '../../../route.ts';
import { BandMark } from '../../../ui/BandMark.tsx';
import { factorWords } from '../../../ui/tradeWords.ts';

/** The score as its contributions, end to end on a scale of 100; each opens what gave it. */
export function RiskBar({ risk }: { readonly risk: Risk }) {
  const [open, setOpen] = useState<FactorName | null>(null);
  const giving = risk.factors.filter(({ points }) => points > 0).toSorted((a, b) => b.points - a.points);
  const opened = risk.factors.find(({ factor }) => factor === open);
  return (
    <div className="tg-risk" data-band={risk.band}>
      <div className="tg-risk-bar" aria-hidden>
        {giving.map(({ factor, points }) => (
          <span
            key={factor}
            className="tg-risk-part"
            data-open={factor === open || undefined}
            style={{ width: `${points}%` }}
          />
        ))}
      </div>
      <div className="tg-risk-scale" aria-hidden>
        <span style={{ left: 0 }}>
          <BandMark band="low" />
        </span>
        <span style={{ left: '25%' }}>
          <BandMark band="moderate" /> 25
        </span>
        <span style={{ left: '50%' }}>
          <BandMark band="high" /> 50
        </span>
        <span style={{ left: '75%' }}>
          <BandMark band="critical" /> 75
        </span>
      </div>
      <ul className="tg-factors" aria-label={`Score ${risk.score}: its contributions`}>
        {giving.map(({ factor, points, max }) => (
          <li key={factor}>
            <button
              type="button"
              className="tg-factor"
              aria-expanded={factor === open}
              onClick={() => setOpen(factor === open ? null : factor)}
            >
              <strong>{points}</strong> {factorWords[factor]}
              <span className="tg-hidden"> of {max}</span>
            </button>
          </li>
        ))}
      </ul>
      {opened && <FactorDetail factor={opened} />}
    </div>
  );
}

function FactorDetail({ factor }: { readonly factor: FactorPoints }) {
  const link = sourceLink(factor.source);
  return (
    <dl className="tg-facts tg-factor-detail">
      <dt>Points</dt>
      <dd>
        {factor.points} of {factor.max}
      </dd>
      <dt>Looked at</dt>
      <dd>{factor.input}</dd>
      <dt>Rule</dt>
      <dd>{factor.rule}</dd>
      <dt>Record</dt>
      <dd className="tg-mono">{link ? <a href={link}>{factor.source}</a> : factor.source}</dd>
    </dl>
  );
}

/** Where a source can be looked at: `window/black-friday` on its page, a service on the map. */
function sourceLink(source: string): string | null {
  const [kind, id] = source.split('/');
  if (!id) return null;
  if (kind === 'window') return hrefOf('windows', id);
  if (kind === 'service') return hrefOf('map', null, { services: id });
  if (kind === 'change' || kind === 'request') return hrefOf('change', id);
  return null;
}
