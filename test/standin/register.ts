import { registerHooks } from 'node:module';

/** Puts the stand-in where the built main process asks for `electron`; it is loaded unmodified otherwise. */
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: new URL('./electron.ts', import.meta.url).href, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
});
