// `--test-reporter` takes a default export, which our sources do not use.
export { report as default } from './report.ts';
