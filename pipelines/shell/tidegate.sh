#!/bin/sh
# Deploys only while the board allows it, and tells the board how it went.
#
#   tidegate.sh run COMMAND [ARGUMENT...]     begin, run the command, write the receipt
#   tidegate.sh begin                         ask and take the lock; exit code as of tidegate-gate
#   tidegate.sh receipt EVENT                 succeeded, failed or rolled-back
#   tidegate.sh check                         ask only
#
# Set in the environment (docs/pipelines.md):
#   TIDEGATE_LEDGER_URL  address of the board        TIDEGATE_ROOT    fingerprint of its root key
#   TIDEGATE_GATE        path of tidegate-gate.mjs   TIDEGATE_CHANGE  CHG-YYYY-XXXXXXX
#   TIDEGATE_ENV         production, staging, test   TIDEGATE_KEY_FILE or TIDEGATE_GATE_KEY: this pipeline's key
# and as needed TIDEGATE_SERVICE, TIDEGATE_SITE, TIDEGATE_TENANT, TIDEGATE_PHASE, TIDEGATE_DIGEST, TIDEGATE_RUN,
# TIDEGATE_ROLLBACK_OF (takes that change back instead), TIDEGATE_FORMAT, TIDEGATE_DIR (where the copy of the board lies),
# TIDEGATE_STATE (a file kept from run to run: what was seen of the board, so that one that went back is noticed),
# TIDEGATE_LEDGER_TOKEN and TIDEGATE_LEDGER_USER (a login for an https address, where Git has no helper that knows one).
set -eu

: "${TIDEGATE_LEDGER_URL:?address of the board}" "${TIDEGATE_ROOT:?fingerprint of the root key}"
: "${TIDEGATE_GATE:?path of tidegate-gate.mjs}" "${TIDEGATE_ENV:?environment}"
directory=${TIDEGATE_DIR:-.tidegate}
format=${TIDEGATE_FORMAT:-text}
change=${TIDEGATE_CHANGE:-${TIDEGATE_ROLLBACK_OF:-}}
# The token is read from the environment whenever Git asks: it stands in no command line, address or file, and is told to
# this address alone.
helper='!f() { test "$1" = get && printf "username=%s\npassword=%s\n" "${TIDEGATE_LEDGER_USER:-tidegate}" "$TIDEGATE_LEDGER_TOKEN"; }; f'

# The newest state of the board: nothing older may answer.
refresh() {
  if [ -d "$directory" ]; then
    [ -z "${TIDEGATE_LEDGER_TOKEN:-}" ] || git -C "$directory" config "credential.$TIDEGATE_LEDGER_URL.helper" "$helper"
    git -C "$directory" fetch --quiet --depth 500 origin main:refs/remotes/origin/main
  else
    git clone --quiet --no-checkout --depth 500 --filter=blob:none --branch main \
      ${TIDEGATE_LEDGER_TOKEN:+--config "credential.$TIDEGATE_LEDGER_URL.helper=$helper"} \
      -- "$TIDEGATE_LEDGER_URL" "$directory"
  fi
}

gate() {
  command=$1
  shift
  node "$TIDEGATE_GATE" "$command" --ledger "$directory" --root "$TIDEGATE_ROOT" --env "$TIDEGATE_ENV" \
    ${change:+--change "$change"} ${TIDEGATE_SERVICE:+--service "$TIDEGATE_SERVICE"} \
    ${TIDEGATE_SITE:+--site "$TIDEGATE_SITE"} ${TIDEGATE_TENANT:+--tenant "$TIDEGATE_TENANT"} \
    ${TIDEGATE_PHASE:+--phase "$TIDEGATE_PHASE"} ${TIDEGATE_DIGEST:+--digest "$TIDEGATE_DIGEST"} \
    ${TIDEGATE_STATE:+--state "$TIDEGATE_STATE"} "$@"
}

begin() {
  gate begin --format "$format" ${TIDEGATE_ROLLBACK_OF:+--rollback-of "$TIDEGATE_ROLLBACK_OF"} \
    ${TIDEGATE_KEY_FILE:+--key "$TIDEGATE_KEY_FILE"} ${TIDEGATE_RUN:+--run "$TIDEGATE_RUN"}
}

receipt() {
  gate receipt --event "$1" ${TIDEGATE_KEY_FILE:+--key "$TIDEGATE_KEY_FILE"} ${TIDEGATE_RUN:+--run "$TIDEGATE_RUN"}
}

action=${1:-}
[ "$#" -gt 0 ] && shift
case "$action" in
  check)
    refresh
    gate check --format "$format" ${TIDEGATE_ROLLBACK_OF:+--rollback-of "$TIDEGATE_ROLLBACK_OF"}
    ;;
  begin)
    refresh
    begin
    ;;
  receipt)
    [ -d "$directory" ] || refresh
    receipt "${1:?succeeded, failed or rolled-back}"
    ;;
  run)
    [ "$#" -gt 0 ] || { echo 'tidegate.sh run: no command was given' >&2; exit 64; }
    refresh
    begin
    # What deploys has no business with the key of this pipeline.
    if (unset TIDEGATE_GATE_KEY TIDEGATE_KEY_FILE TIDEGATE_LEDGER_TOKEN; "$@"); then
      receipt succeeded
    else
      status=$?
      # What failed must be known even when the board cannot be told.
      receipt failed || echo 'tidegate.sh: the failure could not be recorded' >&2
      exit "$status"
    fi
    ;;
  *)
    echo 'usage: tidegate.sh check | begin | receipt EVENT | run COMMAND...' >&2
    exit 64
    ;;
esac
