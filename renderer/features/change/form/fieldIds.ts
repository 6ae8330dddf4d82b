/** The place of a field in the form: `plans.rollback.steps` is in `#field-plans-rollback-steps`. */
export function fieldId(field: string): string {
  return `field-${field.replaceAll('.', '-')}`;
}

/** Scrolls to a field, or to the nearest one that holds it, and puts the caret in. */
export function goToField(field: string): void {
  const parts = field.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const place = document.getElementById(fieldId(parts.slice(0, length).join('.')));
    if (!place) continue;
    place.scrollIntoView({ block: 'center' });
    place.querySelector<HTMLElement>('input, textarea, button')?.focus({ preventScroll: true });
    return;
  }
}
