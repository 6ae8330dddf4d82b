import { TidegateError } from '../../shared/errors.ts';
import { readDeployment } from '../../shared/reconcile/deployment.ts';
import { runGit } from '../git/runGit.ts';
import { sorted, type Deployments } from './readDeployments.ts';

/** `{service}` and its like stand for one part of a tag's name. */
const FIELD = /\{(service|site|environment|change|run)\}/g;
const PART = '([A-Za-z0-9._-]+)';

/**
 * The deployments that the tags of a GitOps repository stand for: `deploy/{environment}/{service}/{site}/{run}`.
 *
 * A tag is made when something goes live, so its own time is the deployment's; a digest in its message is the artifact's.
 * Tags of another shape are passed over.
 *
 * @throws TidegateError `input-rejected` for a pattern that names no service
 */
export async function readTags(folder: string, pattern: string): Promise<Deployments> {
  const fields = [...pattern.matchAll(FIELD)].map(([, name = '']) => name);
  if (!fields.includes('service')) throw new TidegateError('input-rejected', { pattern });
  const shape = new RegExp(
    `^${pattern
      .split(FIELD)
      .map((part, n) => (n % 2 === 1 ? PART : literal(part)))
      .join('')}$`,
  );
  const format = '%(refname:strip=2)%00%(creatordate:unix)%00%(contents:subject) %(contents:body)%00%00';
  const { stdout } = await runGit(folder, ['for-each-ref', `--format=${format}`, 'refs/tags']);
  const tags = stdout.toString().split('\0\0\n');
  return sorted(
    tags.flatMap((tag) => {
      const [name = '', at = '', message = ''] = tag.split('\0');
      const found = shape.exec(name);
      if (!found) return [];
      const named = Object.fromEntries(fields.map((field, n) => [field, found[n + 1]]));
      const [digest] = /sha256:[0-9a-f]{64}/.exec(message) ?? [];
      return [readDeployment(`tag ${name}`, { ...named, at, digest })];
    }),
  );
}

function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
