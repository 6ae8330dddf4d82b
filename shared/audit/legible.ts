/**
 * Text as an auditor may trust it: every character that changes what is shown without being seen is written out.
 * Controls, direction overrides and invisible characters become `<U+202E>`; line ends stay, other spaces become plain.
 */
export function legible(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, '    ')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/gu, (char) =>
      char === '\n' ? char : written(char),
    )
    .replace(/\p{Zs}/gu, ' ');
}

/** The same on one line. */
export function legibleLine(text: string): string {
  return legible(text)
    .replace(/\s*\n\s*/g, ' ')
    .trim();
}

/** `U+202E` in brackets: how a character is shown that must not act or cannot be drawn. */
function written(char: string): string {
  return `<U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
}
