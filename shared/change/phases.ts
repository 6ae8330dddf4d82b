import type { RequestBody } from '../record/body/requestBody.ts';
import type { ReceiptBody } from '../record/body/decisionBody.ts';
import type { Environment } from '../record/words.ts';
import { endedWell, partOf } from './progress.ts';

type Phase = RequestBody['phases'][number];
type Phased = Pick<RequestBody, 'phases' | 'services' | 'sites'>;

/** Where does this phase take place? The sites of the change when it names none itself. */
export function phaseSites({ sites }: Pick<Phased, 'sites'>, phase: Phase | undefined): readonly string[] {
  return phase && phase.sites.length > 0 ? phase.sites : sites;
}

/** The first phase that has not ended well everywhere; null when all have, or the change has no phases. */
export function nextPhase(text: Phased, receipts: readonly ReceiptBody[], environment: Environment): Phase | null {
  return text.phases.find((phase) => !isDone(text, phase, receipts, environment)) ?? null;
}

/** Has every service at every site of the phase succeeded, and nothing of it failed, or is running? */
function isDone(text: Phased, phase: Phase, receipts: readonly ReceiptBody[], environment: Environment): boolean {
  const here = receipts.filter((receipt) => receipt.environment === environment);
  const last = [...new Map(here.map((receipt) => [partOf(receipt), receipt])).values()];
  const ours = last.filter((receipt) => receipt.phase === undefined || receipt.phase === phase.name);
  if (ours.some((receipt) => receipt.phase === phase.name && !endedWell(receipt))) return false;
  const done = ours.filter(endedWell);
  const covers = (service: string, site: string | null) =>
    done.some(
      (receipt) =>
        (receipt.services.length === 0 || receipt.services.includes(service)) &&
        (receipt.site === undefined || receipt.site === site),
    );
  const sites = phaseSites(text, phase);
  return text.services.every((service) => (sites.length > 0 ? sites : [null]).every((site) => covers(service, site)));
}
