import type { ImportedFacts } from '../record/body/requestBody.ts';
import { toMs, type Ms } from '../time/instant.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { RequestText } from './requestText.ts';

const at = (state: Lifecycle['state'], because: string): Lifecycle => ({ state, hypercare: false, because });

/** Where does a change from another system stand? What its source settled stays settled; the rest follows its dates. */
export function importedLifecycle({ timing }: RequestText, imported: ImportedFacts, now: Ms): Lifecycle {
  const from = `in ${imported.source}`;
  if (imported.state === 'closed' || imported.state === 'cancelled' || imported.state === 'rejected') {
    return at(imported.state, `${imported.state} ${from}`);
  }
  const done = imported.actualEnd ?? imported.closedAt;
  if (done !== undefined && toMs(done) <= now) return at('closed', `ended ${from}`);
  if (imported.actualStart !== undefined && toMs(imported.actualStart) <= now)
    return at('implementing', `begun ${from}`);
  if (timing && now >= toMs(timing.latestEnd))
    return at('expired', `its time passed and ${from} nothing says it was done`);
  return at(imported.state, `${imported.state} ${from}`);
}
