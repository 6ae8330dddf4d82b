const widths = ['72%', '54%', '63%', '48%', '69%', '58%'];

/** Reading: holds the place of what comes, so that nothing jumps; unseen when the answer is quick. */
export function Loading({ what, rows = 3 }: { readonly what: string; readonly rows?: number }) {
  return (
    <output className="tg-loading">
      <span className="tg-hidden">Reading {what}</span>
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className="tg-loading-bar" style={{ width: widths[row % widths.length] }} aria-hidden />
      ))}
    </output>
  );
}
