import type { ImportPreview } from '../../../shared/api/recordCalls.ts';

/** Why rows were rejected or remarked on, how many, and where the first of them stand. */
export function ReasonTable({
  caption,
  reasons,
}: {
  readonly caption: string;
  readonly reasons: ImportPreview['rejected'];
}) {
  if (reasons.length === 0) return null;
  return (
    <table className="tg-plain-table tg-import-reasons">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Reason</th>
          <th scope="col">Rows</th>
          <th scope="col">Lines</th>
        </tr>
      </thead>
      <tbody>
        {reasons.map(({ reason, count, lines }) => (
          <tr key={reason}>
            <td>{reason}</td>
            <td>{count.toLocaleString('en')}</td>
            <td className="tg-mono">
              {lines.slice(0, 6).join(', ')}
              {count > Math.min(6, lines.length) ? ' …' : ''}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
