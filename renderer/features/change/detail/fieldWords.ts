/** What people call the fields of a change; a field that is not listed shows its path. */
const words: Readonly<Record<string, string>> = {
  title: 'Title',
  summary: 'Summary',
  type: 'Type',
  category: 'Category',
  environment: 'Environment',
  services: 'Services',
  sites: 'Sites',
  tenants: 'Tenants',
  requester: 'Asked by',
  implementer: 'Carried out by',
  timing: 'Time',
  'timing.start': 'Start',
  'timing.minutes': 'Length in minutes',
  'timing.earliestStart': 'Earliest start',
  'timing.latestEnd': 'Latest end',
  artifacts: 'Artifacts',
  'plans.implementation': 'Implementation plan',
  'plans.validation': 'Validation plan',
  'plans.communication': 'Communication plan',
  'plans.fallback': 'Manual fallback',
  'plans.rollback': 'Way back',
  'plans.rollback.steps': 'Way back: steps',
  'plans.rollback.criteria': 'Way back: signs that trigger it',
  'plans.rollback.authority': 'Way back: who decides',
  'plans.rollback.readiness': 'Way back: readiness',
  'plans.rollback.minutes': 'Way back: minutes',
  data: 'Data',
  phases: 'Phases',
  incident: 'Incident',
  release: 'Release',
  cancelled: 'Cancelled',
};

/** The name of a field for people: `plans.rollback.steps` is `Way back: steps`. */
export function fieldName(path: string): string {
  return words[path] ?? words[path.split('.')[0] ?? ''] ?? path;
}
