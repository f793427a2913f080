#!/bin/sh
# Screens the new vendors alone, against the whole graph, and ends with the exit code of hopscreen: 0, 1 or 2.
#   VENDORS=vendors.csv NEW=new-vendors.csv REPORTS=reports gate.sh -t ledger.csv -l lists/
# DECISIONS names the file of decisions, where there is one. Reports are left in REPORTS for the server to show.
set -eu
: "${REPORTS:=hopscreen-reports}"
mkdir -p "$REPORTS"
# A header and nothing else: no vendor is new, and there is nobody to judge.
if [ "$(grep -c . "$NEW" || true)" -le 1 ]; then
  echo 'no new vendor'
  exit 0
fi
if [ -n "${DECISIONS:-}" ] && [ -f "$DECISIONS" ]; then set -- --decisions "$DECISIONS" "$@"; fi
# A log of GitHub's takes a line for a command where it begins like one, and here it may begin with a vendor's name.
stop=
if [ "${GITHUB_ACTIONS:-}" = true ]; then
  stop=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  exec 2>&1
  echo "::stop-commands::$stop"
fi
code=0
${HOPSCREEN:-hopscreen} screen "$VENDORS" --only "$NEW" "$@" --no-color \
  -o "sarif=$REPORTS/hopscreen.sarif" -o "junit=$REPORTS/hopscreen.xml" \
  -o "markdown=$REPORTS/hopscreen.md" -o "json=$REPORTS/hopscreen.json" || code=$?
if [ -n "$stop" ]; then echo "::$stop::"; fi
if [ -n "${GITHUB_STEP_SUMMARY:-}" ] && [ -f "$REPORTS/hopscreen.md" ]; then
  cat "$REPORTS/hopscreen.md" >> "$GITHUB_STEP_SUMMARY"
fi
exit "$code"
