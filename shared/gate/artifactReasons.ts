import type { RequestText } from '../change/requestText.ts';
import type { PolicyBody } from '../record/body/policyBody.ts';
import type { Question, Reason } from './verdict.ts';

/** Is what is about to be deployed what was approved? Every service that is asked about must be answered by the digest. */
export function artifactReasons(text: RequestText, question: Question, policy: PolicyBody): Reason[] {
  const asked = text.artifacts.filter(({ service }) => question.service === undefined || service === question.service);
  const no = (code: 'artifact-missing' | 'artifact-mismatch', words: string): Reason[] => [
    {
      code,
      answer: 'deny',
      text: words,
      rule: 'artifact',
      record: 'request',
      ...(question.service === undefined ? {} : { service: question.service }),
    },
  ];
  if (asked.length === 0) {
    if (question.digest !== undefined) return no('artifact-mismatch', 'The approved text names no artifact for this');
    const optional = policy.evidence[text.category].artifactOptional;
    return optional ? [] : no('artifact-missing', `The ${text.category.replaceAll('-', ' ')} must name its artifact`);
  }
  if (question.digest === undefined) return no('artifact-missing', 'Say which artifact is deployed: --digest');
  const others = asked.filter(({ digest }) => digest !== question.digest).map(({ service }) => service);
  if (others.length === 0) return [];
  if (others.length === asked.length) return no('artifact-mismatch', 'The artifact is not the one that was approved');
  return no('artifact-mismatch', `The artifact is not the one approved for ${others.join(', ')}: ask with --service`);
}
