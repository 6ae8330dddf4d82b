/** What was stored as JSON; undefined when it cannot be read any more: one damaged row must not take the others along. */
export function readStored<T>(text: string): T | undefined {
  try {
    return JSON.parse(text) as T; // this desk wrote it
  } catch {
    return undefined;
  }
}
