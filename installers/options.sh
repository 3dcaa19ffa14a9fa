# Options for Java that all systems' launchers start with.
java_options="-Xmx512m -XX:+UseSerialGC -XX:-UsePerfData --enable-native-access=ALL-UNNAMED,javafx.graphics"
# A start that goes by itself through to the first rows, and ends; it takes the name of a file to write its times to.
rehearsal_options="-Dshare-explorer.keychain=off -Dshare-explorer.rehearsal"
