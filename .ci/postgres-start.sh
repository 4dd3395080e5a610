#!/bin/bash
# Starts a throw-away PostgreSQL on loopback, for tests: a cluster of its own in a temporary folder, beside any other.
# Needs Debian's package postgresql. PostgreSQL refuses to run as root: as root, it runs as the package's user postgres.
#
# usage: eval "$(.ci/postgres-start.sh)"; mvn test; .ci/postgres-stop.sh "$OUTTURN_POSTGRES_DIR"
#
# Prints the OUTTURN_TEST_POSTGRES_... variables of the server as shell exports; everything else goes to
# standard error. POSTGRES_PORT (default 5532) must be free.
set -euo pipefail

port=${POSTGRES_PORT:-5532}
password=$(head -c 30 /dev/urandom | base64 | tr '+/' '-_')

# Debian keeps the programs of each version apart, outside the path: the newest that is there
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1 || true)
for tool in initdb pg_ctl postgres; do
  [ -x "$bin/$tool" ] || {
    echo "postgres-start: $tool is missing; install postgresql" >&2
    exit 1
  }
done
if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
  echo "postgres-start: port $port is taken; set POSTGRES_PORT" >&2
  exit 1
fi

as_owner() { # in a folder that the other user may be in
  if [ "$(id -u)" = 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

dir=$(mktemp -d "${TMPDIR:-/tmp}/outturn-postgres.XXXXXX")
ready=no
# however this script ends before the server answers, it leaves nothing running
finish() {
  [ "$ready" = no ] || return 0
  echo "postgres-start: failed; the end of its log:" >&2
  tail -n 20 "$dir"/setup.log "$dir"/server.log >&2 || true
  "$(dirname "$0")/postgres-stop.sh" "$dir" >&2
}
trap finish EXIT
printf '%s\n' "$password" >"$dir/password"
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost \
  -keyout "$dir/server.key" -out "$dir/server.crt" 2>"$dir/setup.log"
chmod 600 "$dir/password" "$dir/server.key"
[ "$(id -u)" != 0 ] || chown -R postgres: "$dir"

as_owner timeout 60 "$bin/initdb" -D "$dir/data" -U outturn --pwfile="$dir/password" --auth=scram-sha-256 \
  --encoding=UTF8 --locale=C --no-sync >>"$dir/setup.log" 2>&1 </dev/null
cat >>"$dir/data/postgresql.conf" <<CONF
listen_addresses = '127.0.0.1'
port = $port
unix_socket_directories = '$dir'
ssl = on
ssl_cert_file = '$dir/server.crt'
ssl_key_file = '$dir/server.key'
# nothing of it is worth keeping
fsync = off
shared_buffers = 16MB
max_connections = 20
CONF
as_owner timeout 60 "$bin/pg_ctl" -D "$dir/data" -l "$dir/server.log" -w -t 50 start >>"$dir/setup.log" 2>&1 </dev/null
ready=yes
rm -f "$dir/password"

echo "postgres-start: ready on port $port in ${SECONDS} s" >&2
cat <<EXPORTS
export OUTTURN_POSTGRES_DIR='$dir'
export OUTTURN_TEST_POSTGRES_HOST='127.0.0.1'
export OUTTURN_TEST_POSTGRES_PORT='$port'
export OUTTURN_TEST_POSTGRES_DATABASE='postgres'
export OUTTURN_TEST_POSTGRES_USER='outturn'
export OUTTURN_TEST_POSTGRES_PASSWORD='$password'
EXPORTS
