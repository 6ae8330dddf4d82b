import react from '@vitejs/plugin-react';
import { defineConfig, type UserConfig } from 'vite';

/** The page, built once for both hosts. Nothing is inlined: the content policy allows files of our own origin only. */
const config: UserConfig = defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    license: { fileName: 'licences.txt' },
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4000,
    reportCompressedSize: false,
  },
});
export default config;
