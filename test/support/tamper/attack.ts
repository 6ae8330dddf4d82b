import type { LineCommit } from '../../../shared/ledger/line.ts';
import type { Halt, SetAsideReason } from '../../../shared/ledger/standing.ts';
import { addedFile, hashOf, type TextFile } from '../ledgerLine.ts';
import type { Honest } from './honest.ts';

/** What an attacker leaves behind, and what every reader must say of it. */
export interface Tampered {
  /** So many honest commits stay; all of them unless told. */
  readonly keep?: number;
  readonly commits: readonly LineCommit[];
  /** Why each file does not count, by path: exactly these and no others. Several: one of them, as the dice fell. */
  readonly reasons: Readonly<
    Record<string, SetAsideReason | `unreadable ${SetAsideReason}` | readonly SetAsideReason[]>
  >;
  /** Files of the attack that count, as far as a signature can say; the gate's answer still holds them off. */
  readonly counted?: readonly string[];
  readonly halt?: Halt['why'];
  /** Answers that differ from the honest ones; always stricter. */
  readonly answers?: Readonly<Partial<Record<keyof Honest['texts'], 'deny' | 'indeterminate'>>>;
}

/** One way to tamper. */
export interface Attack {
  readonly name: string;
  /**
   * `junk`: files that nobody entitled signed; every answer stays as it was. `member`: needs a key of the roster.
   * `line`: touches what is there; the reading stops before it.
   */
  readonly kind: 'junk' | 'member' | 'line';
  readonly make: (honest: Honest) => Tampered;
}

let pushes = 0;
/** One commit on top of `parent`, or of the honest head. */
export function pushed(honest: Honest, files: readonly TextFile[], given: Partial<LineCommit> = {}): LineCommit {
  pushes += 1;
  return {
    commit: hashOf(`push ${pushes}`),
    parents: [honest.line.head()],
    added: files.map(addedFile).toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    disturbed: [],
    ...given,
  };
}

/** Files added on top, all of them refused for the same reason. */
export function refused(honest: Honest, reason: SetAsideReason, ...files: readonly TextFile[]): Tampered {
  return {
    commits: [pushed(honest, files)],
    reasons: Object.fromEntries(files.map(({ path }) => [path, reason])),
  };
}

/** The same file with its text changed; what does not change is a mistake of the attack. */
export function altered(file: TextFile, change: (text: string) => string): TextFile {
  const text = change(file.text);
  if (text === file.text) throw new RangeError(`the attack left ${file.path} as it was`);
  return { ...file, text };
}

/** The record's text with parts of its JSON replaced and its own signature kept, in canonical order. */
export function rewritten(
  { record }: { readonly record: object },
  change: (fields: Fields) => void,
  sign?: (namespace: string, message: string) => string,
): string {
  const fields = JSON.parse(JSON.stringify(record)) as Fields; // a record is plain JSON
  change(fields);
  if (sign) {
    const { sig: _sig, ...claim } = fields.signed;
    fields.signed['sig'] = sign(`tidegate-${String(fields.kind)}`, inOrder({ ...fields, signed: claim }));
  }
  return `${inOrder(fields)}\n`;
}

/** A record as an attacker edits it: any field, any value. */
export interface Fields {
  kind: unknown;
  id: unknown;
  ledger: unknown;
  body: Record<string, unknown>;
  signed: Record<string, unknown>;
}

/** JSON with sorted keys, whatever it holds: our own writer refuses what attackers need. */
export function inOrder(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOrder).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${inOrder(field)}`).join(',')}}`;
}

/** A field that this version does not know. */
export function withNovelty({ body }: Fields): void {
  body['novelty'] = true;
}
