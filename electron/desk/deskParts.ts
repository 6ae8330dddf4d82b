import type { Capabilities } from '../../shared/api/desk.ts';
import type { Ms } from '../../shared/time/instant.ts';
import type { Catalog } from '../catalog/openCatalog.ts';
import type { Keyring } from '../seal/keyring.ts';
import type { Workspace } from '../workspace/openWorkspace.ts';
import type { Acting } from './acting.ts';
import type { Auditing } from './auditing.ts';
import type { BoardModel } from './boardModel.ts';
import type { Jobs } from './jobs.ts';
import type { Mending } from './mending.ts';
import type { Newsroom } from './newsroom.ts';
import type { Renumberings } from './renumberings.ts';
import type { Scribe } from './scribe.ts';
import type { Sync } from './sync/createSync.ts';
import type { Writer } from './writer.ts';

/** Everything a service may need, created once. */
export interface DeskParts {
  readonly boardName: string;
  readonly ledgerFolder: string;
  /** Where exported files are put. */
  readonly exportFolder: string;
  readonly remote: string | null;
  readonly model: BoardModel;
  readonly catalog: Catalog;
  readonly workspace: Workspace;
  readonly renumberings: Renumberings;
  readonly acting: Acting;
  readonly keyring: Keyring;
  readonly scribe: Scribe;
  readonly writer: Writer;
  readonly sync: Sync;
  readonly mending: Mending;
  readonly jobs: Jobs;
  readonly auditing: Auditing;
  readonly newsroom: Newsroom;
  readonly capabilities: Capabilities;
  /** The reader's own zone. */
  readonly zone: string;
  /** Remembers a record that this process has signed, so that its signature is not checked again. */
  readonly onSealed: (digest: string) => void;
  readonly version: string;
  readonly now: () => Ms;
  /** A failure behind an answer that was given already. */
  readonly reportDefect: (call: string, defect: unknown) => void;
}
