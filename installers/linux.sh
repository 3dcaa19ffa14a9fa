#!/bin/bash
# Makes the .deb, the .rpm and the .tar.gz of the image that installers/image has made.
# Needs dpkg-deb; rpmbuild for the .rpm; Xvfb (xvfb-run) where there is no display.
set -euo pipefail
cd "$(dirname "$0")/.."
version=$1
out=$PWD/target/installers
image=$out/image
. installers/options.sh

# What a bare system lacks: the windows' toolkit, what draws, and what text is made with.
debian="libc6, libstdc++6, zlib1g, libgtk-3-0t64 | libgtk-3-0, libgl1, libx11-6, libxext6, libxi6, libxrender1, libxtst6, libxxf86vm1, libfreetype6, libfontconfig1, libpangoft2-1.0-0, fonts-dejavu-core | fonts-liberation | fonts-noto-core"
libraries="libgtk-3.so.0 libGL.so.1 libX11.so.6 libXext.so.6 libXi.so.6 libXrender.so.1 libXtst.so.6 libXxf86vm.so.1 libfreetype.so.6 libfontconfig.so.1 libpangoft2-1.0.so.0 libstdc++.so.6"

# The launcher, with the jars in an order that stays the same.
mkdir -p "$image/bin"
jars=$(cd "$image/lib" && printf '%s\n' *.jar | LC_ALL=C sort | sed 's|^|$lib/|' | paste -sd:)
sed -e "s|@JAVA_OPTIONS@|$java_options|" -e "s|@CLASS_PATH@|$jars|" installers/linux/share-explorer >"$image/bin/share-explorer"
chmod 755 "$image/bin/share-explorer"
cp LICENSE "$image/"
find "$image" -name '*.so' -exec strip --strip-unneeded {} +

# The cache of classes, of a start that goes by itself. No keychain is asked, no home is written to.
home=$(mktemp -d)
trap 'kill "${server:-}" 2>/dev/null || true; rm -rf "$home"' EXIT
export SHARE_EXPLORER_HOME=$home
"$image/bin/share-explorer" demo >"$home/profile" 2>"$home/said" &
server=$!
until [ -s "$home/profile" ]; do kill -0 $server || { cat "$home/said"; exit 1; }; sleep 0.2; done
display=()
[ -n "${DISPLAY:-}" ] || display=(xvfb-run -a -s "-screen 0 1600x1000x24")
SHARE_EXPLORER_OPTS="-XX:AOTCacheOutput=$image/lib/share-explorer.aot $training_options $rehearsal_options=$home/times" \
  "${display[@]}" "$image/bin/share-explorer" "$(cat "$home/profile")" >"$home/said" 2>&1
grep -q rows "$home/times" || { cat "$home/said"; exit 1; }
test -s "$image/lib/share-explorer.aot"
kill $server

# As it is to lie on a system.
tree=$out/tree
mkdir -p "$tree"/{opt,usr/bin,usr/share/{applications,mime/packages,man/man1,doc/share-explorer,icons/hicolor/scalable/apps}}
cp -a "$image" "$tree/opt/share-explorer"
ln -s ../../opt/share-explorer/bin/share-explorer "$tree/usr/bin/share-explorer"
cp installers/linux/share-explorer.desktop "$tree/usr/share/applications/"
cp installers/linux/share-explorer.xml "$tree/usr/share/mime/packages/"
sed "s|@VERSION@|$version|" installers/linux/share-explorer.1 | gzip -9n >"$tree/usr/share/man/man1/share-explorer.1.gz"
cp LICENSE "$tree/usr/share/doc/share-explorer/copyright"
cp icons/share-explorer.svg "$tree/usr/share/icons/hicolor/scalable/apps/"
for size in 16 24 32 48 64 128 256 512; do
  install -Dm644 icons/png/share-explorer-$size.png "$tree/usr/share/icons/hicolor/${size}x$size/apps/share-explorer.png"
done
chmod -R u=rwX,go=rX "$tree"

# Plain archive: the same folder, wherever it is put.
tar -C "$out" --owner=0 --group=0 --transform "s|^image|share-explorer-$version|" -czf "$out/share-explorer-$version-linux-$(uname -m).tar.gz" image

# Nothing is to be run on installing or removing: the files lie where the system's own triggers look.
mkdir "$tree/DEBIAN"
cat >"$tree/DEBIAN/control" <<CONTROL
Package: share-explorer
Version: $version
Architecture: $(dpkg --print-architecture)
Maintainer: Share Explorer contributors <share-explorer@localhost>
Installed-Size: $(du -sk --apparent-size "$tree" | cut -f 1)
Depends: $debian
Recommends: libsecret-tools
Section: database
Priority: optional
Description: browse data that is shared over Delta Sharing
 Opens the data that somebody shares with you over the open Delta Sharing
 protocol: tables, rows, profiles and charts, without writing code.
CONTROL
dpkg-deb --root-owner-group -Zxz -z9 -Sextreme --build "$tree" "$out/share-explorer_${version}_$(dpkg --print-architecture).deb"
rm -r "$tree/DEBIAN"

if command -v rpmbuild >/dev/null; then
  requires=$(printf '%s()(64bit) ' $libraries)
  rpmbuild -bb --quiet --define "version $version" --define "tree $tree" --define "libraries $requires" \
    --define "_topdir $out/rpm" --define "_rpmdir $out" --define "_rpmfilename %%{NAME}-%%{VERSION}-%%{RELEASE}.%%{ARCH}.rpm" \
    installers/linux/share-explorer.spec
else
  echo "There is no rpmbuild, so no .rpm was made." >&2
fi
ls -l "$out"/*.deb "$out"/*.rpm "$out"/*.tar.gz
