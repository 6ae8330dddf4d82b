import { phaseSites } from '../change/phases.ts';
import { isTimed, type RequestText } from '../change/requestText.ts';
import type { Board } from '../ledger/board.ts';
import { workOf, type Work } from '../window/work.ts';
import type { Question, Reason } from './verdict.ts';

export interface Narrowed {
  /** The part of the change that is asked about; null when none of it is. */
  readonly work: Work | null;
  readonly reasons: readonly Reason[];
}

/** Which part of the change does the question ask about, and does the change hold it at all? */
export function narrowWork(text: RequestText, question: Question, board: Board): Narrowed {
  const whole = isTimed(text) ? workOf(text) : null;
  const phase = text.phases.find(({ name }) => name === question.phase);
  const sites = phaseSites(text, phase);
  const reasons = [
    ...wrongEnvironment(text, question),
    ...(question.phase !== undefined && !phase ? [outside('phase', question.phase)] : []),
    ...(question.service !== undefined && !text.services.includes(question.service)
      ? [outside('service', question.service)]
      : []),
    ...(question.site !== undefined && !holdsSite(sites, question.site, board) ? [outside('site', question.site)] : []),
    ...(question.tenant !== undefined && text.tenants.length > 0 && !text.tenants.includes(question.tenant)
      ? [outside('tenant', question.tenant)]
      : []),
  ];
  if (!whole) return { work: null, reasons: [...reasons, untimed] };
  const work: Work = {
    ...whole,
    environment: question.environment,
    services: question.service === undefined ? whole.services : [question.service],
    sites: question.site === undefined ? sites : [question.site],
    tenants: question.tenant === undefined ? whole.tenants : [question.tenant],
  };
  return { work, reasons };
}

/** A change that names no site may be done at any that the board knows. */
const holdsSite = (sites: readonly string[], site: string, board: Board) =>
  sites.length > 0 ? sites.includes(site) : board.sites.has(site);

const untimed: Reason = {
  code: 'outside-envelope',
  answer: 'deny',
  text: 'The change has no time yet',
  rule: 'envelope',
  record: 'request',
};

function wrongEnvironment({ environment }: RequestText, question: Question): Reason[] {
  if (environment === question.environment) return [];
  const text = `The change is for ${environment}, not for ${question.environment}`;
  return [{ code: 'wrong-environment', answer: 'deny', text, rule: 'environment', record: 'request' }];
}

function outside(what: 'service' | 'site' | 'tenant' | 'phase', id: string): Reason {
  return {
    code: 'not-in-change',
    answer: 'deny',
    text: `The change does not hold the ${what} ${id}`,
    rule: 'scope-of-change',
    record: 'request',
    ...(what === 'phase' ? {} : { [what]: id }),
  };
}
