#!/bin/bash
# Measures starts of the installed folder (the image, unless one is named) and prints a table:
# from the command to the first window, to the first rows of the demo share, opened by a credential file as by a double
# click, and to when nothing is under way any more, the columns' profiles among it; with the cache of classes and without, in turns. Processor time tells where other programs disturb.
# usage: installers/linux/measure.sh [FOLDER] [RUNS]
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=${1:-target/installers/image}
runs=${2:-10}
start=$folder/bin/share-explorer
home=$(mktemp -d)
trap 'kill ${server:-} ${screen:-} 2>/dev/null || true; rm -rf "$home"' EXIT
export SHARE_EXPLORER_HOME=$home

if [ -z "${DISPLAY:-}" ]; then
  export DISPLAY=:97
  Xvfb $DISPLAY -screen 0 1600x1000x24 >/dev/null 2>&1 &
  screen=$!
fi
"$start" demo >"$home/profile" 2>/dev/null &
server=$!
until [ -s "$home/profile" ]; do sleep 0.2; done
cat "$folder"/lib/* "$folder"/runtime/lib/modules "$folder"/runtime/lib/server/* >/dev/null

# One start; prints milliseconds till window, rows and rest, processor milliseconds till the same, heap in MB.
once() {
  rm -rf "$home/times" "$home/config"
  local begin
  begin=$(date +%s%3N)
  SHARE_EXPLORER_OPTS="-Dshare-explorer.keychain=off -Dshare-explorer.rehearsal=$home/times $1" "$start" "$(cat "$home/profile")" >/dev/null 2>"$home/said" || { cat "$home/said" >&2; exit 1; }
  awk -v begin="$begin" '{ if ($1 == "heap") heap = $2 / 1e6; else { at[$1] = $2 - begin; cpu[$1] = $3 } }
    END { print at["window"], at["rows"], at["rest"], cpu["window"], cpu["rows"], cpu["rest"], heap }' "$home/times"
}
for _ in $(seq "$runs"); do
  once "" >>"$home/with"
  once "-XX:AOTMode=off" >>"$home/without"
done

# The median of a column of a file.
median() { cut -d ' ' -f "$2" "$home/$1" | sort -n | awk '{ v[NR] = $1 } END { print (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2 }'; }
echo "Median of $runs starts, warm, $(nproc) processors, load $(cut -d ' ' -f 1 /proc/loadavg)"
echo "| | with the cache | without |"
echo "|---|---|---|"
number=0
for what in "to the first window, ms" "to the first rows, ms" "to rest, ms" \
  "processor time to the first window, ms" "processor time to the first rows, ms" "processor time to rest, ms" "heap in use with rows on screen, MB"; do
  number=$((number + 1))
  echo "| $what | $(median with $number) | $(median without $number) |"
done
