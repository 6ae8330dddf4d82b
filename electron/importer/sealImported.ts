import type { CommitId, Fingerprint, LedgerId, PersonId } from '../../shared/ids.ts';
import { importedRecordId } from '../../shared/importer/importedIds.ts';
import { canonical } from '../../shared/record/canonical.ts';
import type { BodyOf } from '../../shared/record/kinds.ts';
import { changeFolder } from '../../shared/record/layout.ts';
import { toInstant, type Ms } from '../../shared/time/instant.ts';

/** Who signs the records of an import, and on what they stand. */
export interface Importer {
  readonly ledger: LedgerId;
  readonly person: PersonId;
  readonly fingerprint: Fingerprint;
  readonly sign: (namespace: string, message: string) => string;
  /** The head that the importing desk had verified. */
  readonly seen: CommitId;
  readonly at: Ms;
}

export interface ImportedFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Signs imported bodies one by one.
 *
 * Unlike `sealRecord` it writes each record once and does not read it back: twelve thousand of them would take
 * twice as long. The bodies come from typed builders, and a test decodes every file of an import.
 */
export function createImportSealer(importer: Importer): {
  readonly request: (body: BodyOf<'request'>) => ImportedFile;
  readonly service: (body: BodyOf<'service'>) => ImportedFile;
} {
  const { ledger, person, fingerprint, sign, seen } = importer;
  const signed = { by: person, key: fingerprint, at: toInstant(importer.at), seen };
  const textOf = (kind: 'request' | 'service', id: string, body: unknown): string => {
    const message = canonical({ kind, id, ledger, body, signed });
    // `signed` and `sig` sort last, so the signature goes before the two closing braces.
    return `${message.slice(0, -2)},"sig":"${sign(`tidegate-${kind}`, message)}"}}\n`;
  };
  return {
    request: (body) => {
      const id = importedRecordId(importer.at, body.change);
      return { path: `${changeFolder(body.change)}/request/${id}.json`, text: textOf('request', id, body) };
    },
    service: (body) => {
      const id = importedRecordId(importer.at, `service ${body.service}`);
      return { path: `services/${body.service}/${id}.json`, text: textOf('service', id, body) };
    },
  };
}
