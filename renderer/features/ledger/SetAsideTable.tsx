import type { Problem, SetAsideReason } from '../../../shared/ledger/standing.ts';

/** Why a file does not count, for people. */
const reasonWords = {
  'bad-mode': 'Not a plain file',
  'bytes-differ': 'Not written in the one accepted form',
  collision: 'Another change already has this number',
  edited: 'A later version of a file that may not change',
  'future-dated': 'Dated after the judging clock',
  'key-revoked': 'Signed with a revoked key',
  'key-unknown': 'Signed with a key that is not the signer’s',
  'ledger-differs': 'Belongs to another ledger',
  'not-json': 'Not JSON',
  'not-entitled': 'The signer did not hold the role it needs',
  'not-in-reach': 'Beyond the reach of the signer’s role',
  'path-differs': 'Lies where its content does not belong',
  quarantined: 'Quarantined by a change manager',
  'root-misused': 'The root key may not sign this',
  schema: 'Fields are missing, unknown or of the wrong form',
  'seen-not-on-line': 'What its signer had seen is not on the line before it',
  'self-approval': 'Signed by someone of the change itself',
  'signature-wrong': 'The signature does not fit the bytes',
  'signer-unknown': 'The signer is not a member',
  'stale-head': 'Follows a revision that was no longer the newest',
  'threshold-missing': 'Waits for another admin’s signature',
  'too-large': 'Larger than 1 MB',
  'unknown-kind': 'A kind this version does not know',
  'unknown-path': 'Lies in a folder this version does not know',
  'wrong-follows': 'Follows a record that is not its own',
  enrolment: 'Asks to be let in; an admin decides',
  'lock-missed': 'A start that did not stand on what was judged',
} satisfies Record<SetAsideReason, string>;

/** Files that do not count, where they lie and why. */
export function SetAsideTable({ problems }: { readonly problems: readonly Problem[] }) {
  return (
    <table className="tg-plain-table">
      <thead>
        <tr>
          <th scope="col">Why</th>
          <th scope="col">File</th>
          <th scope="col">Detail</th>
        </tr>
      </thead>
      <tbody>
        {problems.map((problem) => (
          <tr key={`${problem.path} ${problem.commit}`}>
            <td>{reasonWords[problem.reason]}</td>
            <td className="tg-mono">{problem.path}</td>
            <td>{problem.detail}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
