/** Is this where keys write text, choose in a list, or answer a dialog? */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable], [role=listbox], [role=menu], [role=dialog]') !== null
  );
}
