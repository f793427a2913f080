#!/bin/sh
# Writes into NEW the rows that VENDORS has now and did not have at the commit BASE.
#   VENDORS=vendors.csv BASE=origin/main NEW=new-vendors.csv new-vendors.sh
set -eu
here=$(dirname "$0")
before=$(mktemp)
trap 'rm -f "$before"' EXIT
# A commit that is not there would make every row look new, or none: that is an error, a file that it lacks is not.
git rev-parse --quiet --verify "$BASE^{commit}" > /dev/null || {
  echo "error: there is no commit $BASE to compare with (fetch it: actions/checkout with fetch-depth: 0)" >&2
  exit 2
}
git show "$BASE:./$VENDORS" > "$before" 2> /dev/null || rm -f "$before"
"$here/new-rows.sh" "$before" "$VENDORS" > "$NEW"
