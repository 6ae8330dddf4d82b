import { readDeployment, type Deployment, type Unread } from './deployment.ts';

const fields = ['service', 'site', 'environment', 'change', 'run'] as const;
/** `{service}` and its like stand for one part of a tag's name. */
const FIELD = /\{([^{}]*)\}/;
const PART = '([A-Za-z0-9._-]+)';

/** What the names of tags mean. */
export interface TagShape {
  readonly pattern: string;
  readonly fields: readonly string[];
  readonly names: RegExp;
}

/** What `for-each-ref` is to print of each tag for `readTagLines`. */
export const TAG_FORMAT =
  '%(refname:strip=2)%00%(objecttype)%00%(taggerdate:unix)%00%(contents:subject) %(contents:body)%00%00';

/** Reads `deploy/{environment}/{service}/{site}/{run}`; a problem in words for what cannot be meant. */
export function tagShape(pattern: string): TagShape | { readonly problem: string } {
  const parts = pattern.split(FIELD);
  const named = parts.filter((_, n) => n % 2 === 1);
  const strange = named.find((name) => !fields.some((field) => field === name));
  if (strange !== undefined) return { problem: `{${strange}} is none of {${fields.join('}, {')}}` };
  if (!named.includes('service')) return { problem: 'it must say where the service stands: {service}' };
  const source = parts.map((part, n) => (n % 2 === 1 ? PART : literal(part))).join('');
  return { pattern, fields: named, names: new RegExp(`^${source}$`) };
}

/**
 * The deployments that tags stand for, as Git lists them by `TAG_FORMAT`. Tags of another shape are passed over.
 *
 * A tag is made when something goes live, so its own time is the deployment's; a digest in its message is the artifact's.
 * A lightweight tag has neither: the commit it points to may be older by months.
 */
export function readTagLines(listed: string, shape: TagShape): (Deployment | Unread)[] {
  return listed.split('\0\0\n').flatMap((tag) => {
    const [name = '', kind = '', at = '', message = ''] = tag.split('\0');
    const found = shape.names.exec(name);
    if (!found) return [];
    const named = Object.fromEntries(shape.fields.map((field, n) => [field, found[n + 1]]));
    const [digest] = /sha256:[0-9a-f]{64}/.exec(message) ?? [];
    const read = readDeployment(`tag ${name}`, { ...named, at, digest });
    if (kind === 'tag') return [read];
    const reason = 'a lightweight tag has no time of its own: tag with git tag -a';
    return [{ source: `tag ${name}`, reason, at: null, environment: read.environment }];
  });
}

function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
