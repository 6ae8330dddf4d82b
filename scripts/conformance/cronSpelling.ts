const shorthands: Readonly<Record<string, string>> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
};
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const weekdays = 'sun mon tue wed thu fri sat'.split(' ');
const highest = [59, 23, 31, 12, 6];
const PART = /^(\*|\d{1,2})(?:-(\d{1,2}))?(?:\/(\d{1,3}))?$/;

/**
 * The five fields of a cron expression spelt as croner reads them where robfig/cron, which Argo CD uses, reads more
 * (`?`, `5/15`) or less (`L`, `5-1`); null for what Argo CD refuses. Day 7 stays Sunday.
 */
export function spelledOut(schedule: string): string[] | null {
  const lower = schedule.trim().toLowerCase();
  const fields = (shorthands[lower] ?? lower).split(/\s+/);
  if (fields.length !== 5) return null;
  const spelt = fields.map((field, index) => field.split(',').map((part) => spelledPart(part, index)));
  return spelt.some((parts) => parts.includes(null)) ? null : spelt.map((parts) => parts.join(','));
}

function spelledPart(part: string, index: number): string | null {
  const names = index === 3 ? months : index === 4 ? weekdays : [];
  const numbered = part.replace(/[a-z]{3}/g, (name) =>
    names.includes(name) ? String(names.indexOf(name) + (index === 3 ? 1 : 0)) : name,
  );
  const [all, low = '', high, step] = PART.exec(numbered.replace(/^\?/, '*')) ?? [];
  if (all === undefined || step === '0') return null;
  if (low === '*') return high === undefined ? all : null;
  if (high !== undefined && Number(low) > Number(high)) return null;
  return high === undefined && step !== undefined ? `${low}-${highest[index]}/${step}` : all;
}
