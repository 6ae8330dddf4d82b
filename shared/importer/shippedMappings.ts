import type { Mapping } from './mapping.ts';

const words = {
  categories: {
    application: 'application-release',
    subapplication: 'application-release',
    applicationcomponent: 'module-upgrade',
    software: 'application-release',
    computer: 'infrastructure',
    hardware: 'infrastructure',
    storage: 'infrastructure',
    networkcomponents: 'infrastructure',
    database: 'database-parameter',
    phone: 'configuration',
    officeelectronics: 'configuration',
    displaydevice: 'configuration',
    '*': 'unclassified',
  },
  emergencyValues: ['Y'],
  environment: 'production',
  zone: 'Europe/Amsterdam',
  separator: '|',
  years: { from: 2011, to: 2014 },
} as const satisfies Partial<Mapping>;

/**
 * The changes file of the BPI Challenge 2014, one row per change. Services are its service components: the
 * configuration items run into the thousands and would drown the map, so they stay in the text.
 * Its outcome is whether incidents on the changed items rose in the week after; empty where that was not observed.
 */
export const bpic2014: Mapping = {
  ...words,
  name: 'bpic2014',
  label: 'BPI Challenge 2014, one row per change',
  source: 'BPI Challenge 2014',
  emergencyValues: [...words.emergencyValues],
  columns: {
    id: 'change_id',
    title: ['change_type', 'ci_names_first20'],
    type: 'change_family',
    emergency: 'emergency',
    category: 'ci_type_main',
    risk: 'risk_assessment',
    plannedStart: 'planned_start',
    plannedEnd: 'planned_end',
    actualStart: 'actual_start',
    actualEnd: 'actual_end',
    opened: 'opened',
    closed: 'closed',
    outcome: 'label_ci_incident_rise',
    services: 'service_components',
    items: 'ci_names_first20',
  },
  types: { 'Standard Change Type': 'standard', 'Standard Activity Type': 'standard', '*': 'normal' },
  outcomes: { '0': 'successful', '1': 'successful-with-issues' },
};

/** The items file of the same log, one row per change and configuration item: rows are gathered by change. */
export const bpic2014Items: Mapping = {
  ...bpic2014,
  name: 'bpic2014-items',
  label: 'BPI Challenge 2014, one row per change and item',
  columns: {
    id: 'change_id',
    title: ['change_type', 'ci_name_aff'],
    emergency: 'emergency_change',
    category: 'ci_type_aff',
    risk: 'risk_assessment',
    plannedStart: 'planned_start',
    plannedEnd: 'planned_end',
    actualStart: 'actual_start',
    actualEnd: 'actual_end',
    opened: 'change_record_open_time',
    closed: 'change_record_close_time',
    services: 'service_component_wbs_aff',
    items: 'ci_name_aff',
  },
  types: { '*': 'normal' },
  outcomes: {},
};

/** The mappings that come with Tidegate. */
export const shippedMappings: readonly Mapping[] = [bpic2014, bpic2014Items];
