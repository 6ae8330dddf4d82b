import type { SyncStep, SyncView } from '../../../shared/api/syncCalls.ts';
import { MINUTE_MS, type Ms } from '../../../shared/time/instant.ts';

const steps: Readonly<Record<SyncStep, string>> = {
  reach: 'Reaching the remote',
  receive: 'Receiving',
  verify: 'Checking signatures',
  write: 'Preparing what is sent',
  send: 'Sending',
};

/** What is being done at this moment, and how far. */
function stepWords({ step }: Pick<SyncView, 'step'>): string {
  if (!step) return 'Synchronising';
  const { name, done, total } = step;
  if (name === 'verify' && done > 0) {
    // What an earlier round left is read as well, and nobody has counted it.
    const all = total < done ? '' : ` of ${total.toLocaleString('en-GB')}`;
    return `${steps.verify}, ${done.toLocaleString('en-GB')}${all} commits`;
  }
  const share = total > 0 ? ` ${Math.floor((100 * done) / total)} %` : '';
  return `${steps[name]}${share}`;
}

/** How the board stands to its remote, in a sentence that fits beside a heading. */
export function stateSentence(view: SyncView): string {
  const { state, unsent } = view;
  const waiting = unsent === 0 ? '' : ` ${unsent === 1 ? 'One record waits' : `${unsent} records wait`} on this desk.`;
  switch (state) {
    case 'no-remote':
      return 'This board is on this desk only. Publish it to share it with others and with pipelines.';
    case 'level':
      return 'Everything said here is sent, and everything sent by others is here.';
    case 'syncing':
      return `${stepWords(view)}.`;
    case 'waiting':
      return `Sent as soon as it can no longer be undone.${waiting}`;
    case 'offline':
      return `The remote cannot be reached; work goes on and nothing is lost.${waiting}`;
    case 'refused':
      return `The remote was reached and refused.${waiting}`;
    case 'failed':
      return `It could not be synchronised; what was signed is kept, and it is tried again.${waiting}`;
    case 'rewritten':
      return `The remote no longer holds what was verified here. Nothing is sent until somebody decides.${waiting}`;
    case 'halted':
      return view.rewrite
        ? `Verified records were edited or removed; nothing is sent until the line before that is put back.${waiting}`
        : `A merge stands on the line; nothing is written behind it until it is healed.${waiting}`;
    case 'paused':
      return `Nothing is sent or fetched from this desk until it is resumed.${waiting}`;
    default:
      return '';
  }
}

/** `3 min ago`; `just now` within the minute. */
export function agoWords(at: Ms, now: Ms): string {
  const minutes = Math.floor(Math.max(0, now - at) / MINUTE_MS);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ago` : `${Math.floor(hours / 24)} days ago`;
}
