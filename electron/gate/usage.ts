/** What `--help` prints. */
export const usage = `tidegate-gate: may this change be deployed, here and now?

  tidegate-gate check  --ledger DIR --root FINGERPRINT --change CHG-YYYY-XXXXXXX --env production|staging|test
                       [--service ID] [--site ID] [--tenant ID] [--phase NAME] [--digest sha256:...]
                       [--at INSTANT] [--format text|json|github|gitlab] [--sample] [--commit REV]
  tidegate-gate verify --ledger DIR --root FINGERPRINT [--commit REV]
  tidegate-gate --version | --help

check asks one question of the ledger, a Git repository, bare or not; its work tree is never read.
verify reads the whole line from its first commit, trusts no checkpoint, and proves that nothing was altered.

  --root     fingerprint of the root key, as the board gave it to you; without it nothing can be trusted
  --at       another instant than now, such as 2026-11-27T18:00:00Z; an allow is then only simulated
  --commit   judge at this commit; default: what was fetched last (origin/main, main, HEAD)
  --sample   accept a sample ledger, to try things out

exit codes   0 allow   10 deny   11 needs a waiver   20 undecided: treat it as deny
            30 allow, simulated   64 wrong usage
`;
