import type { ChangeDraft } from '../../shared/api/changeCalls.ts';
import type { JobView } from '../../shared/api/appCalls.ts';
import { DAY_MS, HOUR_MS, toInstant } from '../../shared/time/instant.ts';
import type { TestDesk } from './desk.ts';

/** A finished draft on the sample board, three weeks ahead; each test says only what matters to it. */
export async function draftOf(desk: TestDesk, more: Partial<ChangeDraft> = {}): Promise<ChangeDraft> {
  const { services, people, sites } = await desk.ask('catalogue.read', {});
  const implementer = people.find(({ roles }) => roles.includes('implementer'))?.person ?? '';
  const start = desk.now() + 20 * DAY_MS;
  return {
    title: 'Replace the label printers’ driver',
    summary: 'Labels come out twice on busy evenings.',
    type: 'normal',
    category: 'configuration',
    environment: 'production',
    services: [services[0]?.service ?? ''],
    sites: [sites[0]?.site ?? ''],
    tenants: [],
    implementer,
    timing: {
      earliestStart: toInstant(start),
      start: toInstant(start),
      minutes: 60,
      latestEnd: toInstant(start + 4 * HOUR_MS),
    },
    artifacts: [],
    plans: {
      implementation: 'Install, restart the queue.',
      validation: 'Print ten labels.',
      rollback: { steps: 'Put the old driver back.', criteria: 'Any label wrong.', readiness: 'tested' },
      communication: '',
      fallback: '',
    },
    data: 'reversible',
    phases: [],
    ...more,
  };
}

/** Submits such a draft; its number and its row in the outbox. */
export async function submit(desk: TestDesk, more: Partial<ChangeDraft> = {}) {
  return desk.ask('changes.submit', { draft: null, change: null, body: await draftOf(desk, more) });
}

/** The job once it has ended. */
export async function ended(desk: TestDesk, job: string): Promise<JobView> {
  for (;;) {
    const view = (await desk.ask('jobs.list', {})).find((each) => each.job === job);
    if (view && view.state !== 'running') return view;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
