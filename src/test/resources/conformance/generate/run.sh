#!/bin/bash
# usage: run.sh <folder> [table...]
OPENS=$(for p in java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util java.util.concurrent java.util.concurrent.atomic jdk.internal.ref sun.nio.ch sun.nio.cs sun.security.action sun.util.calendar; do echo "--add-opens=java.base/$p=ALL-UNNAMED"; done)
cd "$(dirname "$0")" && exec java $OPENS -Xmx2g $JOPTS -Dlog4j2.level=ERROR -cp target/classes:$(cat cp.txt) Generate "$@"
