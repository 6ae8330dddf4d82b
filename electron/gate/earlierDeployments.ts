import type { ChangeFile } from '../../shared/change/changeFile.ts';
import { vouchedReceipts } from '../../shared/change/vouchedReceipts.ts';
import type { Question } from '../../shared/gate/verdict.ts';
import type { ChangeId, CommitId } from '../../shared/ids.ts';
import { receiptBody, type ReceiptBody } from '../../shared/record/body/decisionBody.ts';
import { changeOfPath } from '../../shared/record/layout.ts';
import type { Ms } from '../../shared/time/instant.ts';
import { createFiller } from '../git/fetchMissing.ts';
import { openForCheck } from '../git/openForCheck.ts';
import { openTexts } from '../git/openTexts.ts';
import { listTree } from '../git/readTree.ts';
import { verifySshsig } from '../seal/sshsig.ts';

/** So many receipts are looked at in one go, newest first by the time in their names. */
const BATCH = 500;
/** What stood here is among the last changes that pipelines put there: so many are enough. */
const ENOUGH = 12;
/** More are not looked into: texts that do not count must not hide the last that does, nor take for ever. */
const MOST_CHANGES = 80;

/**
 * The last changes besides the asked one that succeeded in its environment on one of its services, each verified like
 * the asked one itself. A receipt's text only says where to look.
 */
export async function earlierDeployments(
  { ledger, root }: { readonly ledger: string; readonly root: string },
  question: Question,
  { commit, at }: { readonly commit: CommitId; readonly at: Ms },
): Promise<ChangeFile[]> {
  const changes = await lastChanges(ledger, question, commit);
  const files: ChangeFile[] = [];
  for (const change of changes) {
    const { file } = await openForCheck(ledger, commit, { root, change, verify: verifySshsig, at });
    if (file && vouchedReceipts(file).some(({ record: { body } }) => couldStand(body, question))) files.push(file);
    if (files.length === ENOUGH) break;
  }
  return files;
}

async function lastChanges(ledger: string, question: Question, commit: CommitId): Promise<ChangeId[]> {
  const listed = await listTree(ledger, commit, ['changes/']);
  const receipts = listed
    .filter(({ path }) => path.includes('/receipts/') && changeOfPath(path) !== question.change)
    .toSorted((a, b) => (nameOf(a.path) < nameOf(b.path) ? 1 : -1));
  const texts = openTexts(ledger);
  const filler = createFiller(ledger);
  const found = new Set<ChangeId>();
  try {
    for (let from = 0; from < receipts.length && found.size < MOST_CHANGES; from += BATCH) {
      const batch = receipts.slice(from, from + BATCH);
      await filler.fill(batch.map(({ blob }) => blob));
      for (const { path, text } of await texts.of(batch)) {
        const body = bodyOf(text);
        const change = changeOfPath(path);
        if (body && change !== null && found.size < MOST_CHANGES && couldStand(body, question)) found.add(change);
      }
    }
  } finally {
    texts.close();
  }
  return [...found];
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

function couldStand({ event, environment, services, site, artifacts }: ReceiptBody, question: Question): boolean {
  return (
    event === 'succeeded' &&
    environment === question.environment &&
    (question.site === undefined || site === undefined || site === question.site) &&
    (question.service === undefined || services.length === 0 || services.includes(question.service)) &&
    artifacts.length > 0
  );
}

function bodyOf(text: string | null): ReceiptBody | null {
  try {
    const read = receiptBody.safeParse(JSON.parse(text ?? 'null')?.body);
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
