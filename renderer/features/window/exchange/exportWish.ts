import { hrefOf, navigate } from '../../../route.ts';

let isWished = false;
const listeners = new Set<() => void>();

function wish(wished: boolean): void {
  isWished = wished;
  for (const told of listeners) told();
}

/** Goes to the calendar as it was left and asks there what to export. */
export function wishExport(): void {
  if (!location.hash.startsWith('#/calendar')) navigate(hrefOf('calendar'));
  wish(true);
}

/** The wish to export the calendar, from the palette or its own button. */
export const exportWish = {
  subscribe: (told: () => void): (() => void) => {
    listeners.add(told);
    return () => void listeners.delete(told);
  },
  get: (): boolean => isWished,
  begin: (): void => wish(true),
  end: (): void => wish(false),
};
