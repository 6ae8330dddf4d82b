/** Six words in the order in which they are read out. */
export function SixWords({ words }: { readonly words: readonly string[] }) {
  return (
    <ol className="tg-people-words" aria-label="Six words">
      {words.map((word, n) => (
        <li key={n}>{word}</li>
      ))}
    </ol>
  );
}
