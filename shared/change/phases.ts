import type { RequestBody } from '../record/body/requestBody.ts';
import type { ReceiptBody } from '../record/body/decisionBody.ts';
import type { Environment } from '../record/words.ts';
import type { ChangeFile } from './changeFile.ts';
import { endedWell, partOf } from './progress.ts';
import { vouchedReceipts } from './vouchedReceipts.ts';

type Phase = RequestBody['phases'][number];
type Phased = Pick<RequestBody, 'phases' | 'services' | 'sites'>;

/** Where does this phase take place? The sites of the change when it names none itself. */
export function phaseSites({ sites }: Pick<Phased, 'sites'>, phase: Phase | undefined): readonly string[] {
  return phase && phase.sites.length > 0 ? phase.sites : sites;
}

/**
 * The first phase that has not ended well everywhere; null when all have, or the change has no phases.
 *
 * Where the text names artifacts a pipeline deploys them, and that a phase has succeeded is its word alone: what the
 * people of the change record by hand can hold a phase up, and never ends it. Work without artifacts no pipeline does, so
 * whoever does it says how it ended.
 */
export function phaseDue(
  text: Phased & Pick<RequestBody, 'artifacts'>,
  file: Pick<ChangeFile, 'requests' | 'receipts'>,
  environment: Environment,
): Phase | null {
  const all = file.receipts.map(({ record }) => record.body);
  const told = text.artifacts.length > 0 ? vouchedReceipts(file).map(({ record }) => record.body) : all;
  return nextPhase(text, all, environment, told);
}

/** @param told those of the receipts whose word it is that something has succeeded */
export function nextPhase(
  text: Phased,
  receipts: readonly ReceiptBody[],
  environment: Environment,
  told = receipts,
): Phase | null {
  const all = lastOfEach(receipts, environment);
  const done = lastOfEach(told, environment).filter(endedWell);
  return text.phases.find((phase) => !isDone(text, phase, all, done)) ?? null;
}

function lastOfEach(receipts: readonly ReceiptBody[], environment: Environment): readonly ReceiptBody[] {
  const here = receipts.filter((receipt) => receipt.environment === environment);
  return [...new Map(here.map((receipt) => [partOf(receipt), receipt])).values()];
}

/** Has every service at every site of the phase succeeded, and nothing of it failed, or is running? */
function isDone(text: Phased, phase: Phase, last: readonly ReceiptBody[], ended: readonly ReceiptBody[]): boolean {
  if (last.some((receipt) => receipt.phase === phase.name && !endedWell(receipt))) return false;
  const done = ended.filter((receipt) => receipt.phase === undefined || receipt.phase === phase.name);
  const covers = (service: string, site: string | null) =>
    done.some(
      (receipt) =>
        (receipt.services.length === 0 || receipt.services.includes(service)) &&
        (receipt.site === undefined || receipt.site === site),
    );
  const sites = phaseSites(text, phase);
  return text.services.every((service) => (sites.length > 0 ? sites : [null]).every((site) => covers(service, site)));
}
