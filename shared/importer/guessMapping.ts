import type { Mapping } from './mapping.ts';

type Columns = Mapping['columns'];

/** Names that products give their columns, folded; the first that a log has is taken. */
const known: Readonly<Record<Exclude<keyof Columns, 'title'>, readonly string[]>> = {
  id: ['changeid', 'number', 'id', 'key', 'change', 'ref'],
  type: ['changetype', 'changefamily', 'type', 'category1'],
  emergency: ['emergency', 'emergencychange', 'urgent'],
  category: ['category', 'subcategory', 'class'],
  risk: ['riskassessment', 'risk', 'impact'],
  team: ['assignmentgroup', 'team', 'group'],
  plannedStart: ['plannedstart', 'plannedstartdate', 'startdate', 'start', 'scheduledstart'],
  plannedEnd: ['plannedend', 'plannedenddate', 'enddate', 'end', 'scheduledend'],
  actualStart: ['actualstart', 'workstart', 'actualstartdate'],
  actualEnd: ['actualend', 'workend', 'actualenddate'],
  opened: ['opened', 'openedat', 'created', 'creationdate', 'changerecordopentime'],
  closed: ['closed', 'closedat', 'closedate', 'changerecordclosetime'],
  outcome: ['closecode', 'outcome', 'result'],
  services: ['servicecomponents', 'service', 'businessservice', 'servicecomponentwbsaff'],
  items: ['cinamesfirst20', 'configurationitem', 'cmdbci', 'ci', 'cinameaff'],
};
const titles = ['shortdescription', 'title', 'summary', 'subject', 'changetype', 'type'];

const folded = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** Which mapping fits a log whose columns bear these names? A start for people to correct; columns not recognised stay out. */
export function guessMapping(name: string, columns: readonly string[]): Mapping {
  const byFolded = new Map(columns.map((column) => [folded(column), column]));
  const find = (names: readonly string[]) =>
    names.map((each) => byFolded.get(each)).find((column) => column !== undefined);
  const [first = 'id'] = columns;
  const guessed = Object.fromEntries(
    Object.entries(known).flatMap(([field, names]) => {
      const column = find(names);
      return column === undefined ? [] : [[field, column]];
    }),
  ) as Partial<Columns>;
  return {
    name: folded(name).slice(0, 40) || 'log',
    label: name,
    source: name,
    zone: 'Europe/Amsterdam',
    columns: {
      ...guessed,
      id: guessed.id ?? first,
      title: [find(titles) ?? first],
      plannedStart: guessed.plannedStart ?? first,
      plannedEnd: guessed.plannedEnd ?? guessed.plannedStart ?? first,
    },
    separator: '|',
    types: { '*': 'normal' },
    categories: { '*': 'unclassified' },
    outcomes: { '*': 'successful' },
    emergencyValues: ['Y', 'yes', 'true', '1'],
    environment: 'production',
    years: { from: 2000, to: 2040 },
  };
}
