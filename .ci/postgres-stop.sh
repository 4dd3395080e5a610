#!/bin/bash
# Stops the PostgreSQL that postgres-start.sh started in a directory, and removes the directory.
# usage: .ci/postgres-stop.sh DIR
set -u

dir=${1:?usage: postgres-stop.sh DIR}
if [ ! -d "$dir/data" ] && [ ! -f "$dir/setup.log" ]; then
  echo "postgres-stop: nothing was started in $dir" >&2
  exit 1
fi

as_owner() {
  if [ "$(id -u)" = 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
# pg_ctl checks that the process id is that of a server of this folder
if [ -f "$dir/data/postmaster.pid" ]; then
  as_owner "$bin/pg_ctl" -D "$dir/data" -m immediate -w -t 20 stop >&2
fi
rm -rf "$dir"
