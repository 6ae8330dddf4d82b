import { createRequire } from 'node:module';
import type { Band } from '../../shared/record/words.ts';

const find = createRequire(import.meta.url);
const noto = (style: string): string => find.resolve(`@expo-google-fonts/noto-sans/${style}`);

/** Font files by role; the paths themselves are the names, so that pdfkit opens each once. */
export const fonts = {
  text: noto('400Regular/NotoSans_400Regular.ttf'),
  strong: noto('600SemiBold/NotoSans_600SemiBold.ttf'),
} as const;
export type FontName = keyof typeof fonts;

/** Points. A4 with room to write in the margin. */
export const page = { width: 595.28, height: 841.89, left: 54, right: 54, top: 62, bottom: 64 } as const;
export const inner = page.width - page.left - page.right;

export const ink = {
  text: '#1b222a',
  muted: '#5a6571',
  faint: '#8b95a1',
  line: '#d5dbe1',
  wash: '#f3f5f7',
  accent: '#0a6b72',
  alarm: '#9c2f1c',
} as const;

/** As on screen: a band is told by shape and letter as well as by colour. */
export const bandInk: Readonly<Record<Band, string>> = {
  low: '#2c6597',
  moderate: '#855700',
  high: '#b03a0c',
  critical: '#8a1450',
};

export const lineHeightOf = (size: number): number => Math.round(size * 1.42 * 4) / 4;
