# shellcheck shell=bash disable=SC2034
# Options for Java that all systems' launchers start with.
# The second, thorough compiler is left out: counting for it, and its work, took a quarter of a start's processor time, and
# what is heavy here runs in the database, the codecs and the toolkit's own libraries.
# The cache of classes is mapped where it was made for, as moving it would cost a start a tenth of a second.
java_options="-Xmx512m -XX:+UseSerialGC -XX:-UsePerfData -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED,javafx.graphics"
# A start that goes by itself through to the first rows, and ends; it takes the name of a file to write its times to.
rehearsal_options="-Dshare-explorer.keychain=off -Dshare-explorer.rehearsal"
# The cache holds classes alone: with what was learned of methods, the next start would begin by compiling them all.
training_options="-XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining -XX:-AOTReplayTraining -Xlog:aot=off"
