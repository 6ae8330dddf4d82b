import { environments, type Environment } from '../record/words.ts';
import { isInstant, toInstant, type Ms } from '../time/instant.ts';

/** What a deployment log, or a tag, says was put live. */
export interface Deployment {
  /** Where it stands in the log: a line number, an index, a tag. */
  readonly source: string;
  readonly at: Ms;
  readonly service: string;
  readonly site: string | null;
  readonly environment: Environment | null;
  readonly digest: string | null;
  readonly change: string | null;
  readonly run: string | null;
}

/** An entry that cannot be read, and why; when and where it was, as far as it says. */
export interface Unread {
  readonly source: string;
  readonly reason: string;
  readonly at: Ms | null;
  readonly environment: Environment | null;
}

type Field = 'at' | 'service' | 'site' | 'environment' | 'digest' | 'change' | 'run';

/** The names under which logs carry each field, in the order in which they are looked for. */
const names: Readonly<Record<Field, readonly string[]>> = {
  at: ['at', 'time', 'timestamp', 'deployed_at', 'finished_at', 'started_at', 'date'],
  service: ['service', 'application', 'app', 'component'],
  site: ['site', 'location', 'cluster'],
  environment: ['environment', 'env', 'stage'],
  digest: ['digest', 'image_digest', 'artifact'],
  change: ['change', 'change_id', 'chg'],
  run: ['run', 'run_id', 'url', 'pipeline'],
};

/** Reads one entry of a log: its fields by any of their names, case and spaces aside. */
export function readDeployment(source: string, entry: Readonly<Record<string, unknown>>): Deployment | Unread {
  const plain = new Map(
    Object.entries(entry).map(([name, value]) => [
      name
        .trim()
        .toLowerCase()
        .replaceAll(/[\s-]+/g, '_'),
      value,
    ]),
  );
  const field = (name: Field): string | null => {
    const found = names[name].map((each) => plain.get(each)).find((value) => value !== undefined && value !== null);
    const text = typeof found === 'string' || typeof found === 'number' ? String(found).trim() : '';
    return text === '' ? null : text;
  };
  const at = momentOf(field('at') ?? '');
  const service = field('service');
  const stage = field('environment');
  const environment = environments.find((each) => each === stage?.toLowerCase()) ?? null;
  const unread = (reason: string): Unread => ({ source, reason, at, environment });
  // One that is passed over for its spelling would make an empty log of a full one.
  if (stage !== null && environment === null)
    return unread(`its environment is none of ${environments.join(', ')}: ${stage}`);
  if (at === null) return unread('no time with a zone, such as 2026-11-27T18:00:00Z');
  if (service === null) return unread('no service');
  return {
    source,
    at,
    service,
    site: field('site'),
    environment,
    digest: field('digest'),
    change: field('change'),
    run: field('run'),
  };
}

/** ISO 8601 with a zone, or seconds since 1970. A time without a zone could be any of 24 hours, so it is none. */
function momentOf(text: string): Ms | null {
  if (/^\d{9,11}$/.test(text)) return Number(text) * 1_000;
  if (!/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?\s?(Z|[+-]\d\d:?\d\d)$/i.test(text)) return null;
  const ms = Date.parse(text.replace(' ', 'T').replaceAll(' ', ''));
  return Number.isNaN(ms) || !isInstant(toInstant(ms)) ? null : ms;
}
