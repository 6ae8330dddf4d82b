import type { ChangeId, CommitId, Digest, Fingerprint, LedgerId } from '../ids.ts';
import type { Band, LifecycleState } from '../record/words.ts';
import type { Ms } from '../time/instant.ts';

/**
 * Everything an audit pack shows, as text: plain data that crosses to a worker. Record text in it is still hostile;
 * whoever draws it makes it legible. Times are already written in the pack's zone.
 */
export interface PackDocument {
  readonly title: string;
  readonly boardName: string;
  readonly sample: boolean;
  readonly ledger: LedgerId;
  readonly commit: CommitId;
  readonly rootFingerprint: Fingerprint;
  readonly zone: string;
  /** `1 Nov 2026 to 30 Nov 2026`. */
  readonly periodWords: string;
  /** The instant for which states and approvals were computed. */
  readonly asOfWords: string;
  /** Dates the file itself; taken from the records, so that the same records give the same bytes. */
  readonly datedAt: Ms;
  readonly figures: readonly PackFigure[];
  readonly scope: readonly string[];
  readonly proofCommands: readonly string[];
  /** What an auditor would draw first. */
  readonly notable: readonly PackNotable[];
  readonly changes: readonly PackChange[];
  readonly freezes: readonly PackFreeze[];
  readonly people: readonly PackPerson[];
  readonly policy: PackPolicy;
  /** Records of the board itself: what it is, who belongs to it, what its policy says. */
  readonly boardRecords: readonly PackRecord[];
}

export interface PackFigure {
  readonly label: string;
  readonly value: string;
}

/** A record file, byte for byte, with the name it is attached under. */
export interface PackRecord {
  readonly name: string;
  readonly path: string;
  readonly digest: Digest;
  readonly text: string;
  readonly at: Ms;
}

export interface PackChange {
  readonly change: ChangeId;
  readonly title: string;
  readonly state: LifecycleState;
  readonly because: string;
  readonly band: Band;
  readonly score: number;
  readonly startWords: string;
  /** Label and value, in the order to be shown. */
  readonly facts: readonly PackFigure[];
  readonly factors: readonly {
    readonly name: string;
    readonly points: string;
    readonly input: string;
    readonly rule: string;
  }[];
  readonly floors: readonly string[];
  readonly texts: readonly { readonly heading: string; readonly text: string }[];
  readonly asked: readonly { readonly role: string; readonly rule: string; readonly met: string }[];
  readonly decisions: readonly PackDecision[];
  readonly evidence: readonly {
    readonly kind: string;
    readonly standing: string;
    readonly title: string;
    readonly when: string;
    readonly by: string;
  }[];
  readonly receipts: readonly {
    readonly event: string;
    readonly when: string;
    readonly by: string;
    readonly what: string;
  }[];
  readonly windows: readonly string[];
  readonly history: readonly {
    readonly when: string;
    readonly what: string;
    readonly by: string;
    readonly key: string;
    readonly digest: string;
  }[];
  readonly records: readonly PackRecord[];
}

export interface PackDecision {
  readonly verdict: string;
  readonly role: string;
  readonly name: string;
  readonly key: string;
  readonly when: string;
  /** `counts`, or why it does not. */
  readonly standing: string;
  /** What the signer saw: `High 61`. */
  readonly seen: string;
  readonly said: string;
}

/** Why a change deserves a look, and which. */
export interface PackNotable {
  readonly why: string;
  readonly change: ChangeId;
  readonly title: string;
}

export interface PackFreeze {
  readonly title: string;
  readonly effect: string;
  readonly owner: string;
  readonly scope: string;
  /** Its occurrences in the period, first and last minute in the place's zone. */
  readonly spans: readonly string[];
  readonly hits: number;
}

export interface PackPerson {
  readonly person: string;
  readonly name: string;
  readonly roles: string;
  readonly keys: string;
}

export interface PackPolicy {
  readonly name: string;
  readonly bands: string;
  readonly approvals: readonly { readonly band: string; readonly type: string; readonly asks: string }[];
}
