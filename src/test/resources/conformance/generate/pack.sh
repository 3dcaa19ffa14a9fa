#!/bin/bash
# usage: pack.sh <folder written by run.sh> <src/test/resources/conformance>: one ZIP a table, the same bytes each time
set -e
mkdir -p "$2/tables" "$2/truth"
for truth in "$1"/truth/*.jsonl; do
  name=$(basename "$truth" .jsonl)
  cp "$truth" "$2/truth/"
  zip="$(realpath "$2/tables")/$name.zip"
  if [ ! -f "$zip" ] || [ -n "$(find "$1/tables/$name" -newer "$zip" -type f | head -1)" ]; then
    rm -f "$zip"
    (cd "$1/tables/$name" && find . -type f -exec touch -d 2000-01-01T00:00:00Z {} + && find . -type f | sed 's#^\./##' | LC_ALL=C sort | zip -q -X -D "$zip" -@)
  fi
done
