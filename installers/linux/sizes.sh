#!/bin/bash
# Prints a table of what weighs what, installed and packed; with --write, puts it into installers/README.md.
# usage: installers/linux/sizes.sh [--write]
set -euo pipefail
cd "$(dirname "$0")/../.."
out=target/installers
image=$out/image

# Bytes of files and folders as MB with one digit.
mb() { du -cb --apparent-size "$@" | tail -1 | awk '{ printf "%.1f", $1 / 1e6 }'; }
line() { echo "| $1 | $(mb "${@:2}") |"; }

table() {
  echo "| what | MB |"
  echo "|---|---|"
  line "Java: its classes and JavaFX's, partly compressed (\`runtime/lib/modules\`)" "$image/runtime/lib/modules"
  line "Java: the virtual machine" "$image"/runtime/lib/server
  line "Java: other libraries, JavaFX's among them" "$image"/runtime/lib/*.so
  line "DuckDB's library" "$image"/lib/libduckdb*.so
  line "Zstandard's library" "$image"/lib/libzstd*.so
  line "Share Explorer itself, with its fonts" "$image"/lib/share-explorer-*.jar
  # shellcheck disable=SC2010 # their names are plain
  for jar in $(cd "$image/lib" && ls -S ./*.jar | grep -v share-explorer | head -5); do
    line "${jar#./}" "$image/lib/$jar"
  done
  # shellcheck disable=SC2046,SC2010 # as above
  line "the other $(($(ls "$image"/lib/*.jar | wc -l) - 6)) jars" $(ls -S "$image"/lib/*.jar | grep -v /share-explorer- | tail -n +6)
  line "cache of classes" "$image"/lib/share-explorer.aot
  line "licences and settings of Java" "$image"/legal "$image"/runtime/legal "$image"/runtime/conf
  line "**all that is installed**" "$out/tree"
  for package in "$out"/*.deb "$out"/*.rpm "$out"/*.tar.gz; do
    [ ! -e "$package" ] || line "**${package##*/}**" "$package"
  done
}

table >"$out/sizes.md"
cat "$out/sizes.md"
if [ "${1:-}" = --write ]; then
  sed -i -e "/^<!-- sizes -->/,/^<!-- end -->/{/^<!-- sizes -->/r $out/sizes.md" -e '/^<!-- /!d}' installers/README.md
fi
