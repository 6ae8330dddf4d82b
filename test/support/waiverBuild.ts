import type { ChangeFile } from '../../shared/change/changeFile.ts';
import { materialDigest } from '../../shared/change/material.ts';
import type { RequestBody } from '../../shared/record/body/requestBody.ts';
import type { WaiverBody } from '../../shared/record/body/waiverBody.ts';
import type { Role } from '../../shared/record/words.ts';
import { filed } from './filedBuild.ts';

/** A waiver on the given text, and who cosigned it: a bare name signs as owner. */
export interface WaiverGiven extends Partial<WaiverBody> {
  readonly by?: string;
  readonly when?: string;
  readonly id?: string;
  readonly cosigns?: readonly (string | readonly [person: string, role: Role])[];
}

/** Waivers with their cosigns, as a change file holds them. */
export function someWaivers(
  request: RequestBody,
  given: readonly WaiverGiven[],
): Pick<ChangeFile, 'waivers' | 'cosigns'> {
  const made = given.map(({ by = 'rita', when = '2026-11-10T09:00:00Z', id, cosigns = [], ...body }) => {
    const plain = filed(
      'waiver',
      {
        change: request.change,
        material: { version: 1, digest: materialDigest(request) },
        windows: ['w-0'],
        sites: [],
        expires: '2026-11-10T18:00:00Z',
        reason: 'The tax office asks for it',
        rollbackProof: 'Rehearsed',
        follows: [],
        ...body,
      },
      by,
      when,
    );
    const waiver = id === undefined ? plain : { ...plain, record: { ...plain.record, id } };
    const of = { kind: 'waiver' as const, subject: request.change, digest: waiver.digest };
    return {
      waiver,
      cosigns: cosigns.map((signer) =>
        typeof signer === 'string'
          ? filed('cosign', { of }, signer, when)
          : filed('cosign', { of, role: signer[1] }, signer[0], when),
      ),
    };
  });
  return { waivers: made.map(({ waiver }) => waiver), cosigns: made.flatMap(({ cosigns }) => cosigns) };
}
