import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Locator } from 'playwright';

const PATIENCE_MS = 30_000;
const AGAIN_AFTER_MS = 40;

/** Reads until it finds what is wanted: what a page shows follows an action, however slow the machine. @throws AssertionError with what was found last */
export async function becomes<T>(read: () => Promise<T>, wanted: T, what?: string): Promise<void> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  for (;;) {
    const found = await read();
    if (isDeepStrictEqual(found, wanted)) return;
    if (performance.now() > giveUpAt) assert.deepEqual(found, wanted, what);
    await sleep(AGAIN_AFTER_MS);
  }
}

/** Waits until the keyboard speaks to this control. */
export function hasFocus(control: Locator): Promise<void> {
  return becomes(() => control.evaluate((node) => node === document.activeElement), true, `the focus on ${control}`);
}

/** Presses a key on a control once it takes it: one that is disabled, or behind a closing dialog, gets no focus. */
export async function pressOn(control: Locator, key: string): Promise<void> {
  await becomes(
    async () => {
      await control.focus();
      return control.evaluate((node) => node === document.activeElement);
    },
    true,
    `the focus on ${control}`,
  );
  await control.press(key);
}
