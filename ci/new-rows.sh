#!/bin/sh
# Prints the header of a CSV file and those of its records that an earlier version of it does not have.
# One record a line: a record with a line break in quotes counts as new where any of its lines is.
#   new-rows.sh before.csv after.csv > new.csv       (before.csv may be missing: then every record is new)
set -eu
before=$1
after=$2
[ -f "$before" ] || before=/dev/null
# `seen` is filled from the file before; of an empty one there is no line to fill it from, so files are told by name.
awk -v before="$before" '
  { sub(/\r$/, "") }
  FILENAME == before { seen[$0] = 1; next }
  FNR == 1 || !($0 in seen)
' "$before" "$after"
