/** What `--help` prints. */
export const usage = `tidegate-gate: may this change be deployed, here and now?

  tidegate-gate check  --ledger DIR --root FINGERPRINT --change CHG-YYYY-XXXXXXX --env production|staging|test
                       [--service ID] [--site ID] [--tenant ID] [--phase NAME] [--digest sha256:...]
                       [--rollback-of CHG-...] [--at INSTANT] [--format text|json|github|gitlab] [--sample]
                       [--commit REV] [--state FILE]
  tidegate-gate begin  --ledger DIR --root FINGERPRINT --change CHG-... --env ... --key FILE [--as PERSON] [--run URL]
                       [--service ID] [--site ID] [--tenant ID] [--phase NAME] [--digest sha256:...]
                       [--rollback-of CHG-...] [--format text|json|github|gitlab] [--sample] [--state FILE]
  tidegate-gate receipt --ledger DIR --root FINGERPRINT --change CHG-... --env ... --event succeeded|failed|rolled-back
                       --key FILE [--as PERSON] [--run URL] [--outcome CODE] [--service ID] [--site ID] [--tenant ID]
                       [--phase NAME] [--digest sha256:...] [--format text|json] [--state FILE]
  tidegate-gate verify --ledger DIR --root FINGERPRINT [--commit REV] [--sample]
  tidegate-gate calendar --ledger DIR --root FINGERPRINT --env ... [--service ID] [--site ID] [--tenant ID]
                       [--category NAME] [--at INSTANT] [--days N] [--format text|json|ics] [--sample] [--commit REV]
  tidegate-gate compile --ledger DIR --root FINGERPRINT --target argocd|gitlab|aws --env ... [--service ID] [--site ID]
                       [--tenant ID] [--category NAME] [--at INSTANT] [--days N] [--application GLOB]
                       [--check FILE | --compare FILE] [--sample] [--commit REV]
  tidegate-gate reconcile --ledger DIR --root FINGERPRINT --env ... (--log FILE | --tags DIR --pattern PATTERN)
                       [--from INSTANT] [--until INSTANT] [--format text|json|csv] [--sample] [--commit REV]
  tidegate-gate digest --ledger DIR --root FINGERPRINT --for PERSON|ROLE [--at INSTANT] [--days N]
                       [--format text|json|markdown] [--sample] [--commit REV]
  tidegate-gate --version | --help

check asks one question of the ledger, a Git repository, bare or not; its work tree is never read.
begin asks the remote, judges, and on allow pushes a signed start onto the very commit it judged; nothing else opens
what rests on a waiver, a phase or a rollback. receipt says how the run ended.
verify reads the whole line from its first commit, trusts no checkpoint, and proves that nothing was altered.

calendar says whether a place is open and when that turns; compile writes its closed times for another tool, or with
--check (or --compare, the same) tells how a file of it differs; reconcile holds a deployment log against what was
recorded; digest tells what waits for whom. They are described in docs/pipelines.md.

  --root     fingerprint of the root key, as the board gave it to you; without it nothing can be trusted
  --at       another instant than now, such as 2026-11-27T18:00:00Z; an allow is then only simulated
  --commit   judge at this commit; default: what was fetched last (origin/main, main, HEAD); at an older one an allow
             is only simulated
  --state    check, begin, receipt: a small file to keep from run to run; a line that went back behind it is undecided
  --key      the pipeline's own Ed25519 key, an OpenSSH file; or its text in TIDEGATE_GATE_KEY
  --sample   accept a sample ledger, to try things out

exit codes   0 allow   10 deny   11 needs a waiver   20 undecided: treat it as deny
            30 allow, simulated   64 wrong usage
`;
