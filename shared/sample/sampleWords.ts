import type { Category, EvidenceKind } from '../record/words.ts';
import type { Story } from './story.ts';

/** What a filed piece of evidence is called and what it says. */
export const evidenceWords: Readonly<Record<EvidenceKind, readonly [title: string, detail: string]>> = {
  'build-test': ['Build and regression set', '1,284 tests passed, 3 skipped with reason, image signed.'],
  scan: ['Image and dependency scan', 'No critical and no high finding; two medium ones accepted until spring.'],
  'staging-validation': [
    'Validation on staging',
    'Run with masked data of last week by the shift lead; all steps as planned.',
  ],
  'contract-test': [
    'Contract test with the partner',
    'Forty messages exchanged on the test account; all fields agree.',
  ],
  'timed-rehearsal': ['Timed rehearsal', 'Full run on a copy of production: 41 minutes, longest lock 1.3 seconds.'],
  'load-comparison': ['Load against the baseline', 'Median and 95th percentile within four per cent of the baseline.'],
  'backup-checkpoint': ['Backup checkpoint', 'Database, filestore and settings; checksums agree.'],
  'restore-test': ['Restore test', 'Restored to the scratch host and opened; last order found.'],
  'failover-test': ['Failover test', 'Standby took over in 22 seconds, no order lost.'],
  'rollback-rehearsal': ['Way back rehearsed', 'Walked through on staging twice; the second time without the author.'],
  'rollback-authority': ['Who decides the way back', 'Named and on call during the work; number checked.'],
  'access-review': ['Access review', 'Rights needed for the work listed; they end with the window.'],
  'drift-report': ['Drift report', 'Repository and running settings agree.'],
  'impact-assessment': ['Effect on sites and tenants', 'Read with the site leads; two docks warned.'],
  'business-sign-off': ['Sign-off by the process owner', 'Agreed in writing after the walk-through.'],
  'communication-plan': ['Who is told, and when', 'Note to sites and customer service the day before and at the end.'],
  'business-smoke': ['Business checks after the work', 'Order, stock move, label, till sale and invoice, each once.'],
  baseline: ['Baseline before the work', 'Latency, queue depth and error rate of the last seven days.'],
};

/** The sign that triggers the way back, by what is touched. */
export const triggerWords: Readonly<Partial<Record<Category, string>>> = {
  connector: 'More than one message in fifty refused within ten minutes, or no acknowledgement for five.',
  schema: 'A lock wait above five seconds, or the batch takes twice its rehearsed time.',
  'database-parameter': 'Lock waits above two seconds for five minutes, or replication lag above a minute.',
  'platform-migration': 'Checksums differ, or the shift lead cannot finish the order check in fifteen minutes.',
  ingress: 'Error rate above one in two hundred, or a till or scanner that cannot connect.',
  identity: 'Any administrator locked out for ten minutes, or sign-in errors above one in fifty.',
};
export const usualTrigger = 'A business check fails twice, or the error rate stays doubled for ten minutes.';

export const agreeWords: readonly string[] = [
  'Read with the shift lead; the order of the steps is right.',
  'Agreed. Please tell the docks when it is finished.',
  'The way back was shown to me on staging.',
  'Fine for us outside the dispatch hours.',
];

export const refuseWords: readonly string[] = [
  'The way back takes longer than the window. Please rehearse it and come again.',
  'Two other changes touch the same database that night. Not together.',
  'The process owner has not seen it. The text says picking is not touched; it is.',
];

export const cancelWords: readonly string[] = [
  'The supplier postponed its own release to spring.',
  'Solved by a setting; no deployment is needed any more.',
  'Merged into the change of the following week.',
];

/** What a review says, and why it came to that. */
export const reviewWords: Readonly<Record<Story['outcome'], readonly [string, string]>> = {
  successful: ['The work went as planned and was done inside the agreed time.', ''],
  'successful-with-issues': [
    'The work was done; the checks found one thing that was mended on the spot.',
    'The staging copy lacked a setting that production has.',
  ],
  'failed-rolled-back': [
    'The checks failed and the work was taken back within its time. Nothing was lost.',
    'The load at the start was higher than in the rehearsal.',
  ],
  'failed-fixed-forward': [
    'The first attempt failed; the cause was clear and was mended without going back.',
    'A step of the plan was written for the earlier version.',
  ],
};
