#!/bin/bash
# Installs the .deb in a bare Debian, with the packages that it depends on alone; opens a credential file through its
# desktop entry and waits for rows on the screen; upgrades it; removes it, and looks at what is left.
# Needs root, debootstrap and a network (or a mirror in DEBIAN_MIRROR). Takes some minutes.
set -euo pipefail
cd "$(dirname "$0")/../.."
deb=$(ls "$PWD"/target/installers/share-explorer_*.deb)
root=$(mktemp -d)
bare=${1:-}
suite=${DEBIAN_SUITE:-bookworm}
say() { printf '%s %s\n' "$(date +%T)" "$*"; }
inside() { chroot "$root" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive "$@"; }
person() { inside setpriv --reuid=1000 --regid=1000 --clear-groups env HOME=/home/ann USER=ann DISPLAY=:7 "$@"; }
fail() { say "FAILED: $*"; exit 1; }
end() {
  for process in $(cd /proc && ls -d [0-9]*); do
    [ "$(readlink "/proc/$process/root" 2>/dev/null)" = "$root" ] && kill -9 "$process" 2>/dev/null
  done
  umount "$root/proc" "$root/dev/shm" 2>/dev/null || true
  # Never across what is still mounted.
  rm -rf --one-file-system "$root"
}
trap end EXIT

# With a folder named, the bare Debian stays there for the next time, and a copy of it is used.
if [ -z "$bare" ] || [ ! -x "$bare/usr/bin/apt-get" ]; then
  say "a bare Debian ($suite)"
  debootstrap --variant=minbase "$suite" "${bare:-$root}" "${DEBIAN_MIRROR:-http://deb.debian.org/debian}" >"$root.log" 2>&1 ||
    { tail "$root.log"; exit 1; }
  rm "$root.log"
fi
[ -z "$bare" ] || cp -a --reflink=auto "$bare/." "$root/"
chmod 755 "$root"
mkdir -p "$root/proc" "$root/dev/shm"
mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
mountpoint -q "$root/dev/shm" || mount -t tmpfs tmpfs "$root/dev/shm"
cp /etc/resolv.conf "$root/etc/"
for file in /etc/apt/apt.conf.d/*proxy*; do [ -e "$file" ] && cp "$file" "$root/etc/apt/apt.conf.d/"; done
inside useradd --create-home --uid 1000 ann 2>/dev/null || true

say "install with what it depends on alone"
inside apt-get update -qq
cp "$deb" "$root/tmp/first.deb"
inside apt-get install -y -qq --no-install-recommends /tmp/first.deb >"$root/tmp/apt.log" 2>&1 || { tail -20 "$root/tmp/apt.log"; fail "apt-get install"; }
inside dpkg --verify share-explorer | grep . && fail "installed files differ from the package's"

say "the command line"
person share-explorer --version || fail "no version"
person share-explorer preview external_retail retail customers --rows 3 --demo | tee "$root/tmp/rows" | head -5
[ "$(grep -c . "$root/tmp/rows")" -ge 4 ] || fail "no rows in the terminal"
inside test -s /usr/share/man/man1/share-explorer.1.gz || true

# Not for the application, but for looking at it: a screen, its window manager, and what a double click does.
inside apt-get install -y -qq --no-install-recommends xvfb openbox x11-utils xdotool libglib2.0-bin desktop-file-utils shared-mime-info procps >>"$root/tmp/apt.log" 2>&1
inside desktop-file-validate /usr/share/applications/share-explorer.desktop || fail "desktop entry"
inside update-desktop-database
inside update-mime-database /usr/share/mime

say "a double click"
person sh -c 'Xvfb :7 -screen 0 1600x1000x24 >/dev/null 2>&1 & sleep 2; openbox >/dev/null 2>&1 &' 
person sh -c 'share-explorer demo >/home/ann/demo.path 2>/home/ann/demo.said &'
for _ in $(seq 300); do [ -s "$root/home/ann/demo.path" ] && break; sleep 0.5; done
mkdir -p "$root/home/ann/My data – größe"
file="/home/ann/My data – größe/config.share"
cp "$root/$(cat "$root/home/ann/demo.path")" "$root/$file"
chown -R 1000:1000 "$root/home/ann"
kind=$(person gio info -a standard::content-type "$file" | sed -n 's/.*content-type: //p')
[ "$kind" = application/x-delta-sharing-profile ] || fail "a .share file is of type $kind"
person gio mime application/x-delta-sharing-profile | grep -q share-explorer.desktop || fail "no application for .share files"
rm -f "$root/home/ann/times"
person sh -c "SHARE_EXPLORER_OPTS='-Dshare-explorer.rehearsal=/home/ann/times' gio launch /usr/share/applications/share-explorer.desktop '$file' >/home/ann/said 2>&1 &"
for _ in $(seq 240); do grep -qs '^rows' "$root/home/ann/times" && break; sleep 0.5; done
grep -qs '^rows' "$root/home/ann/times" || { cat "$root/home/ann/said"; fail "no rows in the window"; }
say "rows are on screen: $(tr '\n' ' ' <"$root/home/ann/times")"
for _ in $(seq 60); do person pgrep -f rehearsal >/dev/null || break; sleep 0.5; done

say "one window"
start() { person sh -c "gio launch /usr/share/applications/share-explorer.desktop '$file' >>/home/ann/said 2>&1 &"; }
start
for _ in $(seq 240); do person xdotool search --onlyvisible --name '^Share Explorer' >/dev/null 2>&1 && break; sleep 0.5; done
sleep 3
start
sleep 10
[ "$(person pgrep -fc 'app.Main .*config.share')" = 1 ] || fail "a second window"
person pkill -f 'app.Main .*config.share'

say "upgrade"
before=$(cd "$root/home/ann" && find .config -type f | sort | xargs md5sum)
dpkg-deb -R "$root/tmp/first.deb" "$root/tmp/next"
sed -i 's/^Version: .*/Version: 99.0/' "$root/tmp/next/DEBIAN/control"
dpkg-deb --root-owner-group -Znone --build "$root/tmp/next" "$root/tmp/next.deb" >/dev/null
inside apt-get install -y -qq --no-install-recommends /tmp/next.deb >>"$root/tmp/apt.log" 2>&1 || fail "upgrade"
[ "$(inside dpkg-query -W -f '${Version}' share-explorer)" = 99.0 ] || fail "not upgraded"
[ "$before" = "$(cd "$root/home/ann" && find .config -type f | sort | xargs md5sum)" ] || fail "the upgrade touched the person's files"
person share-explorer connections list | tee "$root/tmp/list"
[ -s "$root/tmp/list" ] || fail "the connection was forgotten"

say "remove"
inside apt-get purge -y -qq share-explorer >>"$root/tmp/apt.log" 2>&1 || fail "removal"
left=$(inside find / -xdev \( -path /proc -o -path /home -o -path /tmp -o -path /var/log \) -prune -o -iname '*share*explorer*' -print)
[ -z "$left" ] || fail "left behind: $left"
[ -d "$root/home/ann/.config/share-explorer" ] || fail "the person's own data are gone"
say "PASSED"
