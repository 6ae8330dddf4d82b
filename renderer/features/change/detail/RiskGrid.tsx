import type { Risk } from '../../../../shared/risk/risk.ts';

const steps = [1, 2, 3, 4, 5];

/** Likelihood by impact, as auditors ask for it; folded away for everybody else. */
export function RiskGrid({ grid }: { readonly grid: Risk['grid'] }) {
  return (
    <details className="tg-details">
      <summary>Likelihood × impact, for auditors</summary>
      <table className="tg-grid5">
        <caption className="tg-hidden">
          Likelihood {grid.likelihood} of 5, impact {grid.impact} of 5
        </caption>
        <tbody>
          {steps.toReversed().map((likelihood) => (
            <tr key={likelihood}>
              <th scope="row">{likelihood === 5 ? 'Likelihood 5' : likelihood}</th>
              {steps.map((impact) => {
                const isHere = likelihood === grid.likelihood && impact === grid.impact;
                return (
                  <td key={impact} data-weight={weight(likelihood, impact)} data-here={isHere || undefined}>
                    {isHere ? '●' : ''}
                    {isHere && <span className="tg-hidden">this change</span>}
                  </td>
                );
              })}
            </tr>
          ))}
          <tr>
            <th scope="row">
              <span className="tg-hidden">Impact</span>
            </th>
            {steps.map((impact) => (
              <th key={impact} scope="col">
                {impact === 5 ? 'Impact 5' : impact}
              </th>
            ))}
          </tr>
        </tbody>
      </table>
    </details>
  );
}

/** Four shades by the product, as the usual matrices have it. */
function weight(likelihood: number, impact: number): number {
  const product = likelihood * impact;
  return product >= 15 ? 4 : product >= 8 ? 3 : product >= 4 ? 2 : 1;
}
