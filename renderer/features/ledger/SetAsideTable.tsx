import { legibleLine } from '../../../shared/audit/legible.ts';
import type { Problem } from '../../../shared/ledger/standing.ts';
import { Pieces } from './Pieces.tsx';
import { reasonWords } from './reasonWords.ts';

/** Files that do not count, where they lie and why. */
export function SetAsideTable({ problems }: { readonly problems: readonly Problem[] }) {
  return (
    <table className="tg-plain-table">
      <thead>
        <tr>
          <th scope="col">Why</th>
          <th scope="col">File</th>
          <th scope="col">Detail</th>
        </tr>
      </thead>
      <tbody>
        {problems.map((problem) => (
          <tr key={`${problem.path} ${problem.commit}`}>
            <td>{reasonWords[problem.reason]}</td>
            <td className="tg-mono">
              <Pieces text={problem.path} of="folders" />
            </td>
            <td>{legibleLine(problem.detail)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
