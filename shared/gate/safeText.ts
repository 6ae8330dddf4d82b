/**
 * Characters that a terminal, a log viewer or a reader's eye would obey instead of showing: controls (ESC among them),
 * line and paragraph separators, text direction, zero-width and tag characters, lone surrogates.
 */
const OBEYED = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

const escaped = (character: string) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;

/**
 * Record text as a terminal and any build log may print it: one line, nothing hidden, nothing that a log viewer takes
 * for a command (`::…`, `##[…`, `##vso[`, `section_start:`). What was replaced stays visible.
 * @param most longer text is cut; a build log is no place for a novel
 */
export function safeText(text: string, most = 400): string {
  const cut = text.length > most ? `${text.slice(0, most)}…` : text;
  return cut
    .replace(OBEYED, escaped)
    .replaceAll('::', ': :')
    .replaceAll('##', '# #')
    .replaceAll(/section_(start|end):/g, 'section_$1 :');
}

/** The same for JSON that was already written: the value it decodes to is unchanged. */
export function safeJson(json: string): string {
  return json
    .replace(OBEYED, (character) => (character === '\n' ? character : unitsOf(character)))
    .replaceAll('##', '#\\u0023')
    .replaceAll('::', ':\\u003a');
}

function unitsOf(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
