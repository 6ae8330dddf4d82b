import type { Risk } from '../../../../shared/risk/risk.ts';
import { BandMark } from '../../../ui/BandMark.tsx';
import { bandWords, factorWords, floorWords } from '../../../ui/tradeWords.ts';
import { RiskBar } from './RiskBar.tsx';
import { RiskGrid } from './RiskGrid.tsx';

/** The whole of the risk: score, contributions, floors, what would lower it. */
export function RiskPart({ risk, isSettled }: { readonly risk: Risk; readonly isSettled: boolean }) {
  return (
    <section aria-label="Risk" className="tg-risk-section">
      <h2 className="tg-risk-head">
        <BandMark band={risk.band} as="word" /> <span>{risk.score} of 100</span>
      </h2>
      <RiskBar risk={risk} />
      <div className="tg-risk-notes">
        <Floors risk={risk} />
        {!isSettled && <Lowerings risk={risk} />}
      </div>
      <RiskGrid grid={risk.grid} />
    </section>
  );
}

/** Rules that keep the band from being lower than they say, whatever the sum. */
export function Floors({ risk }: { readonly risk: Risk }) {
  if (risk.floors.length === 0) return null;
  return (
    <div>
      <h3 className="tg-label">What it cannot fall below</h3>
      <ul className="tg-notes">
        {risk.floors.map(({ floor, band, why, raised }) => (
          <li key={floor} title={floorWords[floor]}>
            <BandMark band={band} />
            <span>
              <strong>At least {bandWords[band]}</strong>
              {raised && `, raised from ${bandWords[risk.sumBand]}`}: {why}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What the requester can do about it, the most points first. */
export function Lowerings({ risk }: { readonly risk: Risk }) {
  if (risk.lowerings.length === 0) return null;
  return (
    <div>
      <h3 className="tg-label">What would lower it</h3>
      <ul className="tg-notes" data-points>
        {risk.lowerings.map(({ factor, action, points }) => (
          <li key={`${factor} ${action}`} title={factorWords[factor]}>
            <strong>−{points}</strong>
            <span>{action}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
