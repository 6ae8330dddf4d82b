import type { Risk } from '../../../../shared/risk/risk.ts';
import { asSentence } from '../../../ui/spanWords.ts';
import { BandMark } from '../../../ui/BandMark.tsx';
import { bandWords, factorWords, floorWords } from '../../../ui/tradeWords.ts';
import { RiskBar } from './RiskBar.tsx';
import { RiskGrid } from './RiskGrid.tsx';

/** The whole of the risk: score, contributions, floors, what would lower it. */
export function RiskPart({ risk }: { readonly risk: Risk }) {
  return (
    <section aria-label="Risk" className="tg-risk-section">
      <h2 className="tg-risk-head">
        <BandMark band={risk.band} as="word" /> <span>{risk.score} of 100</span>
      </h2>
      <RiskBar risk={risk} />
      <Floors risk={risk} />
      <Lowerings risk={risk} />
      <RiskGrid grid={risk.grid} />
    </section>
  );
}

/** Rules that keep the band from being lower than they say, whatever the sum. */
export function Floors({ risk }: { readonly risk: Risk }) {
  if (risk.floors.length === 0) return null;
  return (
    <ul className="tg-notes" aria-label="Floors">
      {risk.floors.map(({ floor, band, why, raised }) => (
        <li key={floor}>
          <strong>{floorWords[floor]}</strong>: at least {bandWords[band]}
          {raised ? `, raised from ${bandWords[risk.sumBand]}` : ', reached by the sum alone'}.{' '}
          <span className="tg-quiet">{asSentence(why)}</span>
        </li>
      ))}
    </ul>
  );
}

/** What the requester can do about it, the most points first. */
export function Lowerings({ risk }: { readonly risk: Risk }) {
  if (risk.lowerings.length === 0) return null;
  return (
    <p className="tg-lowerings">
      <span className="tg-label">What would lower it</span>{' '}
      {risk.lowerings.map(({ factor, action, points }, index) => (
        <span key={`${factor} ${action}`} title={factorWords[factor]}>
          {index > 0 && ' · '}
          {action} <strong>−{points}</strong>
        </span>
      ))}
    </p>
  );
}
