import { shownText, type ChangeFile } from '../../shared/change/changeFile.ts';
import type { RequestText } from '../../shared/change/requestText.ts';
import type { Question, Verdict } from '../../shared/gate/verdict.ts';
import type { Board } from '../../shared/ledger/board.ts';
import type { ReceiptBody } from '../../shared/record/body/decisionBody.ts';
import { sealRecord, type Sealed } from '../../shared/record/seal.ts';
import { toInstant, type Ms } from '../../shared/time/instant.ts';
import type { Signer } from '../seal/sshsig.ts';
import { contactLine } from './contactLine.ts';
import { exitCodes } from './exitCodes.ts';
import { readGateKey, requireKeyHolder } from './gateKey.ts';
import { judgeLedger } from './judgeLedger.ts';
import { landReceipt } from './landReceipt.ts';
import { rememberLine, requireRemembered } from './lineMemory.ts';
import { newRecordId } from './newRecordId.ts';
import type { BeginOrder } from './readWritingArguments.ts';
import type { Told } from './told.ts';
import { withTries } from './withTries.ts';

/**
 * Asks as `check` does and, on allow, starts: signs a `started` receipt and pushes it onto the very commit that was
 * judged. The push is the lock. When it is refused the line has moved: it is fetched and judged again.
 *
 * @param clock the machine's own instant, asked anew for each turn
 */
export async function runBegin(order: BeginOrder, clock: () => Ms): Promise<Told> {
  const signer = readGateKey(order);
  return withTries(async () => {
    const contact = await contactLine(order.ledger);
    await requireRemembered(order.state, order.ledger, contact.head);
    const now = clock();
    const question: Question = { ...order.question, at: toInstant(now), simulated: false, begins: true };
    const { told, board, file } = await judgeLedger(order, question, { commit: contact.head, now, isFresh: true });
    if (told.verdict.answer !== 'indeterminate') rememberLine(order.state, contact.head);
    if (told.exitCode !== exitCodes.allow || !board || !file) return told;
    const receipt = startOf(told.verdict, { board, file, signer, order, now });
    const landing = await landReceipt(order, receipt, contact);
    if (landing === 'moved') return null;
    rememberLine(order.state, landing.landed);
    const { id, signed } = receipt.record;
    return { ...told, receipt: { id, commit: landing.landed, by: signed.by } };
  });
}

interface Starting {
  readonly board: Board;
  readonly file: ChangeFile;
  readonly signer: Signer;
  readonly order: BeginOrder;
  readonly now: Ms;
}

function startOf(verdict: Verdict, { board, file, signer, order, now }: Starting): Sealed<'receipt'> {
  const { question, commit, waivers } = verdict;
  const body: ReceiptBody = {
    change: file.change,
    event: 'started',
    ...placeOf(question, shownText(file)),
    judgedAt: commit,
    ...(waivers.length > 0 ? { waivers: [...waivers] } : {}),
    ...(question.isRollback === true ? { rollbackOf: file.change } : {}),
    happenedAt: toInstant(now),
    ...(order.run === null ? {} : { run: order.run }),
  };
  const by = requireKeyHolder(board, signer.fingerprint, order.as);
  const claim = { ledger: board.ledger, by, key: signer.fingerprint, at: toInstant(now), seen: commit };
  return sealRecord({ kind: 'receipt', body, id: newRecordId(now), ...claim }, signer.sign);
}

type Placed = Pick<ReceiptBody, 'environment' | 'services' | 'site' | 'tenant' | 'phase' | 'artifacts'>;

/** Where it starts and with what: the services that were asked about, each with the artifact that was named for it. */
function placeOf(
  { environment, service, site, tenant, phase, digest, isRollback }: Question,
  text: RequestText,
): Placed {
  const services = service === undefined ? [...text.services] : [service];
  const named = new Set(text.artifacts.map((artifact) => artifact.service));
  const artifacts =
    digest === undefined
      ? []
      : services.filter((id) => isRollback === true || named.has(id)).map((id) => ({ service: id, digest }));
  return {
    environment,
    services,
    ...(site === undefined ? {} : { site }),
    ...(tenant === undefined ? {} : { tenant }),
    ...(phase === undefined ? {} : { phase }),
    artifacts,
  };
}
