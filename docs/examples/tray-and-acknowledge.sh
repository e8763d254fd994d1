#!/usr/bin/env bash
# Reads the tray of a post over REST and acknowledges the notice of one referral. Needs curl and nothing else.
# Usage: TOKEN=... ./tray-and-acknowledge.sh http://127.0.0.1:5201 REFERRAL OUR-FILE-NUMBER
set -euo pipefail

gateway="$1" referral="$2" ours="$3"
language="${LANGUAGE_OF_DESK:-en}"

ask() {
  curl --silent --show-error --noproxy '*' --max-time 30 --header "authorization: Bearer $TOKEN" \
    --header "accept-language: $language" --header 'content-type: application/json' "$@"
}

# Same id, same effect: kept, so that sending it again after a bad line does nothing twice.
command_id="$(cat /proc/sys/kernel/random/uuid)"

tray="$(ask "$gateway/v1/tray?pageSize=200")"
case "$tray" in
  *"\"referral\": \"$referral\""* | *"\"referral\":\"$referral\""*) echo "In the tray: $referral" ;;
  *) echo "Not in the tray: $referral" >&2; exit 1 ;;
esac

answer="$(ask --retry 3 --data "{\"commandId\":\"$command_id\",\"nationalReference\":\"$ours\"}" \
  "$gateway/v1/cases/$referral:acknowledge")"
case "$answer" in
  *'"M02"'*) echo "Acknowledged: $referral" ;;
  # A refusal says its number, and what to do now in the language asked for.
  *) echo "$answer" >&2; exit 1 ;;
esac
