#!/bin/bash
# Tries the plain archive where it is hard: in a folder with spaces and letters beyond ASCII, read-only, for somebody whose
# home cannot be written, without a language set; with a cache of classes that is missing, damaged, or of another Java.
# Then looks into the .rpm. Needs root, to become somebody else; and xvfb-run where there is no display.
set -euo pipefail
cd "$(dirname "$0")/../.."
out=$PWD/target/installers
[ -n "${DISPLAY:-}" ] || exec xvfb-run -a -s "-screen 0 1600x1000x24" "$0" "$@"
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
fail() { echo "FAILED: $*"; exit 1; }
chmod 755 "$work"

folder="$work/Größe – 大 folder"
mkdir -p "$folder" "$work/home"
tar -xzf "$out"/share-explorer-*.tar.gz -C "$folder" --strip-components 1
chmod -R a-w "$folder" "$work/home"
mkdir -m 777 "$work/writable"

# Somebody whom nothing belongs to; the environment is empty but for what is given.
nobody() { setpriv --reuid=65534 --regid=65534 --clear-groups env -i PATH=/usr/bin:/bin "$@"; }
rows() { nobody "$@" "$folder/bin/share-explorer" preview external_retail retail customers --rows 3 --demo; }

echo "read-only folder with spaces and unicode, no locale"
rows HOME="$work/writable" | grep -c . | grep -q '[4-9]' || fail "no rows"
echo "read-only home"
nobody HOME="$work/home" "$folder/bin/share-explorer" --version >/dev/null || fail "does not start"
rows HOME="$work/home" | grep -c . | grep -q '[4-9]' || fail "no rows for a home that cannot be written"

# A window by itself, through to the rows of the demo share; says how it went.
window() {
  local times=$work/writable/times
  rm -f "$times"
  nobody "$@" DISPLAY="$DISPLAY" ${XAUTHORITY:+XAUTHORITY="$xauthority"} SHARE_EXPLORER_OPTS="-Dshare-explorer.keychain=off -Dshare-explorer.rehearsal=$times" \
    timeout 300 "$folder/bin/share-explorer" --demo >"$work/said" 2>&1 || true
  cut -d ' ' -f 1 "$times" 2>/dev/null | tr '\n' ' '
}
if [ -n "${XAUTHORITY:-}" ]; then
  xauthority=$work/writable/xauthority
  cp "$XAUTHORITY" "$xauthority"
  chmod 644 "$xauthority"
fi

echo "a window in that folder"
window HOME="$work/writable" | grep -q rows || { cat "$work/said"; fail "no rows in the window"; }
echo "a window, home read-only"
window HOME="$work/home" | grep -q rows || { cat "$work/said"; fail "no rows in the window"; }

chmod -R u+w "$folder"
cache="$folder/lib/share-explorer.aot"
check() {
  local said
  chmod -R a+rX "$folder"
  said=$("$folder/bin/share-explorer" --version 2>&1) || fail "with a cache that is $1: $said"
  [ "$(wc -l <<<"$said")" -le 1 ] || fail "with a cache that is $1 it says: $said"
  echo "  $1: $said"
}
echo "the cache of classes"
export SHARE_EXPLORER_HOME=$work/writable
check "there"
cp "$cache" "$work/cache"
head -c 1000000 "$work/cache" >"$cache"; check "cut off"
{ head -c 4096 /dev/urandom; tail -c +4097 "$work/cache"; } >"$cache"; check "damaged at its head"
head -c 4000 "$work/cache" | sed 's/25\.0\.[0-9]*/25.0.x/g' >"$cache"; tail -c +4001 "$work/cache" >>"$cache"; check "of another Java"
window HOME="$work/writable" | grep -q rows || fail "no rows with a cache of another Java"
: >"$cache"; check "empty"
rm "$cache"; check "missing"
window HOME="$work/writable" | grep -q rows || fail "no rows without a cache"
cp "$work/cache" "$cache"
touch "$folder"/lib/share-explorer-*.jar; check "of other jars"

rpm=$(ls "$out"/*.rpm 2>/dev/null) || { echo "no .rpm to look into"; exit 0; }
echo "the .rpm"
rpm -qp --scripts "$rpm" | grep . && fail "it has scripts"
rpm -qpl "$rpm" >"$work/files"
for file in /usr/bin/share-explorer /usr/share/applications/share-explorer.desktop /usr/share/mime/packages/share-explorer.xml \
  /usr/share/man/man1/share-explorer.1.gz /usr/share/icons/hicolor/48x48/apps/share-explorer.png /opt/share-explorer/lib/share-explorer.aot; do
  grep -qx "$file" "$work/files" || fail "the .rpm lacks $file"
done
grep -vE '^/(opt/share-explorer|usr/(bin|share))' "$work/files" && fail "files in odd places"
rpm -qp --triggers "$rpm" | grep . && fail "it has triggers"
rpm -qp --qf '%{LICENSE}\n' "$rpm" | grep -q Apache-2.0 || fail "the .rpm names no licence"
mkdir "$work/rpm"
(cd "$work/rpm" && rpm2cpio "$rpm" | cpio -idm --quiet)
[ "$(readlink "$work/rpm/usr/bin/share-explorer")" = ../../opt/share-explorer/bin/share-explorer ] || fail "the command leads nowhere"
diff -rq "$work/rpm/opt/share-explorer" "$out/tree/opt/share-explorer" || fail "the .rpm has other files than the .deb"
"$work/rpm/usr/bin/share-explorer" --version || fail "what the .rpm unpacks does not start"
rpm -qpR "$rpm" | grep -q 'libgtk-3.so.0' || fail "the .rpm does not ask for GTK"
rpm -qp --qf '[%{FILEUSERNAME}\n]' "$rpm" | sort -u | grep -qx root || fail "files of others"
echo PASSED
