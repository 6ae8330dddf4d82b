import { TidegateError } from '../../shared/errors.ts';
import { readTagLines, TAG_FORMAT, type TagShape } from '../../shared/reconcile/tags.ts';
import { runGit } from '../git/runGit.ts';
import { sorted, type Deployments } from './readDeployments.ts';

/**
 * The deployments that the tags of a GitOps repository stand for.
 *
 * @throws TidegateError `file-unreadable` for a folder whose tags Git does not tell, or that has none of this shape
 */
export async function readTags(folder: string, shape: TagShape): Promise<Deployments> {
  const tags = readTagLines(await listTags(folder), shape);
  if (tags.length > 0) return sorted(tags);
  throw new TidegateError('file-unreadable', { file: folder, problem: `no tag there has the shape ${shape.pattern}` });
}

async function listTags(folder: string): Promise<string> {
  try {
    const { stdout } = await runGit(folder, ['for-each-ref', `--format=${TAG_FORMAT}`, 'refs/tags']);
    return stdout.toString();
  } catch (error) {
    if (!(error instanceof TidegateError) || error.code !== 'git-failed') throw error;
    const said = String(error.facts['stderr'] ?? '');
    const isNone = /not a git repository|cannot change to/i.test(said);
    const problem = isNone ? 'it is not a Git repository' : (said.split('\n')[0] ?? '');
    throw new TidegateError('file-unreadable', { file: folder, problem }, error);
  }
}
