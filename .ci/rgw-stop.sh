#!/bin/bash
# Stops the Ceph that rgw-start.sh started in a directory, and removes the directory.
# usage: .ci/rgw-stop.sh DIR
set -u

dir=${1:?usage: rgw-stop.sh DIR}
if [ ! -f "$dir/ceph.conf" ] && [ ! -d "$dir/run" ]; then
  echo "rgw-stop: nothing was started in $dir" >&2
  exit 1
fi

for name in client.sts client.rgw osd.0 mon.a; do
  file=$dir/run/$name.pid
  [ -s "$file" ] || continue
  pid=$(cat "$file")
  # a process id may have gone to another program since: only a Ceph of this directory is ours
  if tr '\0' '\n' <"/proc/$pid/environ" 2>/dev/null | grep -qxF "CEPH_CONF=$dir/ceph.conf"; then
    kill -9 "$pid" 2>/dev/null && echo "rgw-stop: ended $name ($pid)" >&2
  fi
done
rm -rf "$dir"
