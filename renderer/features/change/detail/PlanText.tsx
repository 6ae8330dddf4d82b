import { legible, legibleLine } from '../../../../shared/audit/legible.ts';
import type { RequestBody } from '../../../../shared/record/body/requestBody.ts';
import { MINUTE_MS } from '../../../../shared/time/instant.ts';
import type { Names } from '../../../api/useCatalogue.ts';
import { CopyId } from '../../../ui/CopyId.tsx';
import { lengthWords } from '../../../ui/spanWords.ts';
import { readinessWords, reversalWords } from '../../../ui/tradeWords.ts';

/** `sha256:` and twelve digits: enough to compare by eye. */
const DIGEST_SHOWN = 19;

/** What will be done, how it is checked, and how it is undone. */
export function PlanText({ text, names }: { readonly text: RequestBody; readonly names: Names }) {
  const { plans } = text;
  const { rollback } = plans;
  return (
    <div className="tg-plan">
      <Part title="Why">{text.summary}</Part>
      <Part title="Implementation">{plans.implementation}</Part>
      <Part title="Validation">{plans.validation}</Part>
      <Part title="Way back" aside={wayBackFacts(rollback, text, names)}>
        {rollback.steps}
      </Part>
      <Part title="Signs that trigger the way back">{rollback.criteria}</Part>
      <Part title="Communication">{plans.communication}</Part>
      <Part title="Manual fallback">{plans.fallback}</Part>
      {text.phases.length > 0 && (
        <section>
          <h3>Phases</h3>
          <ol>
            {text.phases.map(({ name, sites }, index) => (
              <li key={name}>
                {index + 1}. {legibleLine(name)}{' '}
                <span className="tg-quiet">{sites.map(names.site).join(', ') || 'every site'}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
      {text.artifacts.length > 0 && (
        <section>
          <h3>Artifacts</h3>
          <ul>
            {text.artifacts.map(({ service, digest }) => (
              <li key={`${service} ${digest}`} className="tg-row">
                {names.service(service)}
                <CopyId text={digest} shown={digest.slice(0, DIGEST_SHOWN)} label="Copy digest" />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function wayBackFacts(rollback: RequestBody['plans']['rollback'], text: RequestBody, names: Names): string {
  const facts = [readinessWords[rollback.readiness], `data: ${reversalWords[text.data].toLowerCase()}`];
  if (rollback.minutes !== undefined) facts.push(lengthWords(rollback.minutes * MINUTE_MS));
  if (rollback.authority !== undefined) facts.push(`${names.person(rollback.authority)} decides`);
  return facts.join(' · ');
}

interface PartProps {
  readonly title: string;
  readonly aside?: string;
  readonly children: string;
}

function Part({ title, aside, children }: PartProps) {
  return (
    <section>
      <h3>{title}</h3>
      {aside !== undefined && <p className="tg-quiet">{aside}</p>}
      {children ? <p className="tg-prose">{legible(children)}</p> : <p className="tg-quiet">Not written.</p>}
    </section>
  );
}
