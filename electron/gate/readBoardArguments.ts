import type { CalendarSubject } from '../../shared/compile/subject.ts';
import { serviceId, siteId, tenantId } from '../../shared/ids.ts';
import { tagShape, type TagShape } from '../../shared/reconcile/tags.ts';
import { categories, environments, type Environment } from '../../shared/record/words.ts';
import {
  allowOnly,
  checked,
  instantOf,
  Misuse,
  needed,
  oneOf,
  placeOf,
  type Place,
  type Values,
} from './argumentParts.ts';

export type CalendarOrder = { readonly command: 'calendar'; readonly format: 'text' | 'json' | 'ics' } & Place & {
    readonly subject: CalendarSubject;
    /** Null: the machine's own instant. */
    readonly at: string | null;
    readonly days: number;
    readonly sample: boolean;
  };
const targetNames = ['argocd', 'gitlab', 'aws'] as const;
export type CompileOrder = { readonly command: 'compile'; readonly target: (typeof targetNames)[number] } & Place & {
    readonly subject: CalendarSubject;
    readonly days: number;
    readonly application: string;
    /** A file to hold against the board; null to print. */
    readonly check: string | null;
    readonly at: string | null;
    readonly sample: boolean;
  };
export type ReconcileOrder = { readonly command: 'reconcile'; readonly format: 'text' | 'json' | 'csv' } & Place & {
    readonly environment: Environment;
    /** A CSV or JSON file, or null for tags. */
    readonly log: string | null;
    readonly tags: { readonly folder: string; readonly shape: TagShape } | null;
    readonly from: string | null;
    readonly until: string | null;
    readonly sample: boolean;
  };
export type DigestOrder = { readonly command: 'digest'; readonly format: 'text' | 'json' | 'markdown' } & Place & {
    /** A person or a role. */
    readonly for: string;
    readonly days: number;
    readonly at: string | null;
    readonly sample: boolean;
  };
export type BoardOrder = CalendarOrder | CompileOrder | ReconcileOrder | DigestOrder;

const place = ['ledger', 'root', 'commit', 'sample'] as const;
const about = ['env', 'service', 'site', 'tenant', 'category', 'days', 'at'] as const;
/** Cron knows no year: beyond this a stretch of today would come round again. */
const MOST_DAYS = 300;

/** The orders that ask about the board and not about one change; null for other commands. */
export function readBoardArguments(command: string, values: Values): BoardOrder | null {
  switch (command) {
    case 'calendar':
      allowOnly(values, command, [...place, ...about, 'format']);
      return {
        command,
        ...common(values),
        format: oneOf('format', ['text', 'json', 'ics'], values.format ?? 'text'),
        subject: subjectOf(values),
        at: instantOf(values, 'at'),
        days: daysOf(values, 90),
      };
    case 'compile':
      allowOnly(values, command, [...place, ...about, 'target', 'application', 'check', 'compare']);
      return {
        command,
        ...common(values),
        target: oneOf('target', targetNames, needed(values, 'target')),
        subject: subjectOf(values),
        days: daysOf(values, checkedFile(values) === null ? 120 : 60),
        application: values.application ?? '*',
        check: checkedFile(values),
        at: instantOf(values, 'at'),
      };
    case 'reconcile':
      allowOnly(values, command, [...place, 'env', 'log', 'tags', 'pattern', 'from', 'until', 'format']);
      if ((values.log === undefined) === (values.tags === undefined)) throw new Misuse('either --log or --tags');
      if (values.tags === undefined && values.pattern !== undefined) throw new Misuse('--pattern goes with --tags');
      return {
        command,
        ...common(values),
        format: oneOf('format', ['text', 'json', 'csv'], values.format ?? 'text'),
        environment: oneOf('env', environments, needed(values, 'env')),
        log: values.log ?? null,
        tags: values.tags === undefined ? null : { folder: values.tags, shape: shapeOf(values) },
        from: instantOf(values, 'from'),
        until: instantOf(values, 'until'),
      };
    case 'digest':
      allowOnly(values, command, [...place, 'for', 'days', 'at', 'format']);
      return {
        command,
        ...common(values),
        format: oneOf('format', ['text', 'json', 'markdown'], values.format ?? 'text'),
        for: needed(values, 'for'),
        days: daysOf(values, 14),
        at: instantOf(values, 'at'),
      };
    default:
      return null;
  }
}

function common(values: Values) {
  return { ...placeOf(values), sample: values.sample ?? false };
}

function subjectOf(values: Values): CalendarSubject {
  return {
    environment: oneOf('env', environments, needed(values, 'env')),
    category: oneOf('category', categories, values.category ?? 'application-release'),
    ...(values.service === undefined ? {} : { service: checked('service', serviceId, values.service) }),
    ...(values.site === undefined ? {} : { site: checked('site', siteId, values.site) }),
    ...(values.tenant === undefined ? {} : { tenant: checked('tenant', tenantId, values.tenant) }),
  };
}

/** `--compare` is an older word for `--check`. */
function checkedFile({ check, compare }: Values): string | null {
  if (check !== undefined && compare !== undefined) throw new Misuse('--compare is another word for --check: say one');
  return check ?? compare ?? null;
}

function shapeOf(values: Values): TagShape {
  const shape = tagShape(needed(values, 'pattern'));
  if ('problem' in shape) throw new Misuse(`--pattern: ${shape.problem}`);
  return shape;
}

function daysOf({ days }: Values, usual: number): number {
  if (days === undefined) return usual;
  const count = /^\d{1,3}$/.test(days) ? Number(days) : 0;
  if (count < 1 || count > MOST_DAYS) throw new Misuse(`--days: from 1 to ${MOST_DAYS}`);
  return count;
}
