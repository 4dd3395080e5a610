#!/usr/bin/env bash
# Fails when the program uses a module of the JDK or of JavaFX that its package does not bring along: the list in the pom is written by
# hand, and what it lacks shows only when an operator gets there. Needs JAVA_HOME, and target/dist from mvn -Pdist verify.
set -euo pipefail
cd "$(dirname "$0")/../target/dist"

join() { local IFS=:; echo "$*"; }
needed=$("$JAVA_HOME/bin/jdeps" --multi-release 25 --ignore-missing-deps --print-module-deps \
    --class-path "$(join app/*.jar)" --module-path "$(join javafx/jars/*-linux*.jar)" app/outturn-*.jar)
brought=$(sed -n 's/^MODULES="\(.*\)"$/ \1 /p' out/outturn/lib/runtime/release)
missing=
for module in ${needed//,/ }; do
    case $brought in *" $module "*) ;; *) missing+=" $module" ;; esac
done
[ -z "$missing" ] || { echo "the package lacks:$missing (add them to addModules in pom.xml)"; exit 1; }
echo "modules used by our own classes, all in the package: ${needed//,/ }"
