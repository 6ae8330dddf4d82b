import type { Runtime } from './electronRuntime.ts';

export type Choice =
  | { readonly host: 'desktop'; readonly binary: string; readonly line: string }
  | { readonly host: 'browser'; readonly line: string }
  | { readonly host: null; readonly line: string };

interface Given {
  /** `TIDEGATE_HOST`. */
  readonly wished: string | undefined;
  /** Why this desk cannot show a window, or null. */
  readonly windowless: string | null;
  readonly runtime: (insist: boolean) => Promise<Runtime>;
}

/** Why Electron could not open a window for this process, or null when it can. */
export function whyWindowless(
  platform: string,
  env: Readonly<Record<string, string | undefined>>,
  uid: number | undefined,
): string | null {
  if (platform !== 'linux') return null;
  if (!env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return 'there is no display';
  return uid === 0 ? "Electron's sandbox refuses root" : null;
}

/** Which host opens, and the one line that says so. */
export async function chooseHost({ wished, windowless, runtime }: Given): Promise<Choice> {
  if (wished === 'browser')
    return { host: 'browser', line: 'Opening Tidegate in your browser, as TIDEGATE_HOST asks.' };
  if (wished !== undefined && wished !== 'desktop') {
    return { host: null, line: `TIDEGATE_HOST is "${wished}"; it may be desktop or browser.` };
  }
  const insist = wished === 'desktop';
  const found = await runtime(insist);
  if ('binary' in found) {
    if (windowless === null || insist)
      return { host: 'desktop', binary: found.binary, line: 'Opening Tidegate on the desktop.' };
    return { host: 'browser', line: `Opening Tidegate in your browser: ${windowless}.` };
  }
  const reason = `Electron's runtime could not be fetched (${found.missing})`;
  if (insist) return { host: null, line: `${reason}, and TIDEGATE_HOST asks for the desktop.` };
  return { host: 'browser', line: `${reason}: opening Tidegate in your browser instead.` };
}
