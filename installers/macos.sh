#!/bin/bash
# Makes the .dmg and the .pkg of the image that installers/image has made. Runs on macOS only.
#
# To be trusted by other Macs they must be signed and notarised, if the environment says by whom:
#   MAC_SIGN_IDENTITY     the name on the "Developer ID" certificates in the keychain, such as "Ann Example (TEAM123456)"
#   MAC_NOTARY_PROFILE    the name under which `xcrun notarytool store-credentials` keeps the account
set -euo pipefail
cd "$(dirname "$0")/.."
version=$1
out=$PWD/target/installers
image=$out/image
. installers/options.sh

# Versions that start with 0 are refused.
mac_version=${version/#0./1.}

sign=()
[ -z "${MAC_SIGN_IDENTITY:-}" ] || sign=(--mac-sign --mac-signing-key-user-name "$MAC_SIGN_IDENTITY")

options=()
# shellcheck disable=SC2016 # the launcher knows what APPDIR is
for option in $java_options '-Djava.library.path=$APPDIR'; do
  options+=(--java-options "$option")
done

"$JAVA_HOME/bin/jpackage" --type app-image --name "Share Explorer" --app-version "$mac_version" --dest "$out/app" \
  --runtime-image "$image/runtime" --input "$image/lib" --main-jar "share-explorer-$version.jar" \
  --main-class org.shareexplorer.app.Main --icon icons/share-explorer.icns \
  --vendor "Share Explorer contributors" --mac-package-identifier org.shareexplorer \
  --file-associations installers/macos/share.properties --resource-dir installers/macos "${options[@]}" "${sign[@]}"
app="$out/app/Share Explorer.app"
plutil -lint "$app/Contents/Info.plist"

# The cache of classes, of a start that goes by itself. Java takes no cache while it makes one, so it is named only then.
home=$(mktemp -d)
SHARE_EXPLORER_HOME=$home JAVA_TOOL_OPTIONS="-XX:AOTCacheOutput=$home/cache.aot $training_options $rehearsal_options=$home/times" \
  "$app/Contents/MacOS/Share Explorer" --demo || true
grep -q rows "$home/times"
mv "$home/cache.aot" "$app/Contents/app/share-explorer.aot"
# shellcheck disable=SC2016 # as above
printf 'java-options=%s\n' '-XX:AOTCache=$APPDIR/share-explorer.aot' -Xlog:disable >>"$app/Contents/app/Share Explorer.cfg"
rm -rf "$home"

# The bundle's seal has to be made anew after that, also where nobody signs.
codesign --force --deep --options runtime --entitlements installers/macos/entitlements.plist \
  ${MAC_SIGN_IDENTITY:+--timestamp} --sign "${MAC_SIGN_IDENTITY:+Developer ID Application: }${MAC_SIGN_IDENTITY:--}" "$app"
codesign --verify --deep --strict "$app"

for type in dmg pkg; do
  "$JAVA_HOME/bin/jpackage" --type $type --name "Share Explorer" --app-version "$mac_version" --dest "$out" \
    --app-image "$app" --license-file LICENSE --resource-dir installers/macos "${sign[@]}"
  file="$out/share-explorer-$version-macos-$(uname -m).$type"
  mv "$out/Share Explorer-$mac_version.$type" "$file"
  if [ -n "${MAC_NOTARY_PROFILE:-}" ]; then
    xcrun notarytool submit "$file" --keychain-profile "$MAC_NOTARY_PROFILE" --wait
    xcrun stapler staple "$file"
  fi
done
ls -l "$out"/*.dmg "$out"/*.pkg
