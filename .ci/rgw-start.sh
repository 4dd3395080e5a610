#!/bin/bash
# Starts a throw-away Ceph with an S3 gateway (radosgw) on loopback, in memory, for tests.
# Needs Debian's packages ceph-mon ceph-osd radosgw ceph-common; root is not needed.
#
# usage: eval "$(.ci/rgw-start.sh)"; mvn test; .ci/rgw-stop.sh "$OUTTURN_RGW_DIR"
#
# Prints the OUTTURN_TEST_... variables of the server as shell exports; everything else goes to
# standard error. RGW_PORT (default 7480) and the port after it must be free, as must one of
# RGW_PORT+100..RGW_PORT+200 for the storage daemon.
set -euo pipefail

port=${RGW_PORT:-7480}
mon_port=$((port + 1))
sts_port=$((port + 2))
wait_seconds=${RGW_WAIT:-60}
access_key=outturn$RANDOM$RANDOM
secret_key=$(head -c 30 /dev/urandom | base64 | tr '+/' '-_')
# what the token service encrypts session tokens with: 16 characters, no more
sts_key=$(head -c 12 /dev/urandom | base64 | tr '+/' 'ab')
role=outturn-role
# another user, who may do nothing but what a bucket's policy lets them
limited_access_key=limited$RANDOM$RANDOM
limited_secret_key=$(head -c 30 /dev/urandom | base64 | tr '+/' '-_')

for tool in ceph-mon ceph-osd monmaptool ceph radosgw radosgw-admin curl; do
  command -v "$tool" >/dev/null || {
    echo "rgw-start: $tool is missing; install ceph-mon ceph-osd radosgw ceph-common curl" >&2
    exit 1
  }
done
for taken in "$port" "$mon_port" "$sts_port"; do
  if (exec 3<>"/dev/tcp/127.0.0.1/$taken") 2>/dev/null; then
    echo "rgw-start: port $taken is taken; set RGW_PORT" >&2
    exit 1
  fi
done

dir=$(mktemp -d "${TMPDIR:-/tmp}/outturn-rgw.XXXXXX")
setup_log=$dir/log/setup.log
ready=no
# however this script ends before the server answers, it leaves nothing running
finish() {
  [ "$ready" = no ] || return 0
  echo "rgw-start: failed; the end of its log:" >&2
  tail -n 20 "$setup_log" >&2 || true
  "$(dirname "$0")/rgw-stop.sh" "$dir" >&2
}
trap finish EXIT
mkdir "$dir"/{mon,osd,log,run,rgw,rgw-sts}

quiet() {
  local subsystem
  for subsystem in ms osd rgw objecter rados monc auth optracker objclass tp throttle \
    perfcounter journal context buffer timer finisher heartbeatmap crush rocksdb paxos mon \
    none lockdep asok; do
    echo "debug_$subsystem = 0/0"
  done
}

export CEPH_CONF=$dir/ceph.conf
cat >"$CEPH_CONF" <<CONF
[global]
fsid = $(cat /proc/sys/kernel/random/uuid)
mon_initial_members = a
mon_host = v2:127.0.0.1:$mon_port
ms_bind_msgr1 = false
ms_bind_port_min = $((port + 100))
ms_bind_port_max = $((port + 200))
public_addr = 127.0.0.1
cluster_addr = 127.0.0.1
auth_cluster_required = none
auth_service_required = none
auth_client_required = none
osd_pool_default_size = 1
osd_pool_default_min_size = 1
osd_pool_default_pg_num = 8
osd_pool_default_pgp_num = 8
osd_pool_default_pg_autoscale_mode = off
mon_warn_on_pool_no_redundancy = false
mon_max_pg_per_osd = 2000
osd_crush_chooseleaf_type = 0
log_file = $dir/log/\$name.log
admin_socket = $dir/run/\$name.asok
pid_file = $dir/run/\$name.pid
run_dir = $dir/run
crash_dir = $dir/log
setuser =
$(quiet)
[mon]
mon_data = $dir/mon
mon_allow_pool_size_one = true
mon_data_avail_crit = 1
mon_data_avail_warn = 2
# a change of the cluster map must not wait a second for others to join it
paxos_propose_interval = 0.05
paxos_min_wait = 0.01
mon_tick_interval = 1
[osd]
osd_data = $dir/osd
osd_objectstore = memstore
memstore_device_bytes = ${RGW_BYTES:-4294967296}
memstore_page_size = 8192
osd_class_load_list = *
osd_class_default_list = *
osd_max_object_name_len = 2048
osd_scrub_min_interval = 864000
osd_scrub_max_interval = 8640000
[client]
# the default, secure, cannot be agreed on without authentication, and hangs
ms_mon_client_mode = crc
rgw_data = $dir/rgw
rgw_frontends = beast endpoint=127.0.0.1:$port tcp_nodelay=1
rgw_dns_name = localhost
rgw_crypt_require_ssl = false
rgw_gc_obj_min_wait = 5
rgw_gc_processor_period = 5
rgw_gc_processor_max_time = 5
rgw_enable_usage_log = false
rgw_dynamic_resharding = false
rgw_override_bucket_index_max_shards = 1
# the same data with roles; keys that are wrong are only "denied" there, so it stands beside
[client.sts]
rgw_data = $dir/rgw-sts
rgw_frontends = beast endpoint=127.0.0.1:$sts_port tcp_nodelay=1
rgw_enable_apis = s3, sts, iam
rgw_s3_auth_use_sts = true
rgw_sts_key = $sts_key
CONF

# whatever waits for a cluster that will not come up is ended, so that this script never hangs;
# daemons outlive it, as they detach themselves
run() {
  timeout "$wait_seconds" "$@" >>"$setup_log" 2>&1 </dev/null
}

uuid=$(cat /proc/sys/kernel/random/uuid)
fsid=$(sed -n 's/^fsid = //p' "$CEPH_CONF")
run monmaptool --create --clobber --fsid "$fsid" --addv a "[v2:127.0.0.1:$mon_port]" "$dir/monmap"
run ceph-mon --mkfs -i a --monmap "$dir/monmap"
run ceph-mon -i a
run ceph osd new "$uuid"
run ceph-osd -i 0 --mkfs --osd-uuid "$uuid"
run ceph-osd -i 0
run radosgw-admin user create --uid=outturn --display-name=Outturn \
  --access-key="$access_key" --secret-key="$secret_key"
run radosgw-admin user create --uid=limited --display-name=Limited --max-buckets=-1 \
  --access-key="$limited_access_key" --secret-key="$limited_secret_key"
run radosgw -n client.rgw
run radosgw -n client.sts
# a role that the user may take, and that may do all
run radosgw-admin role create --role-name="$role" --path=/ --assume-role-policy-doc='{
  "Version": "2012-10-17", "Statement": [{"Effect": "Allow",
  "Principal": {"AWS": ["arn:aws:iam:::user/outturn"]}, "Action": ["sts:AssumeRole"]}]}'
run radosgw-admin role-policy put --role-name="$role" --policy-name=all --policy-doc='{
  "Version": "2012-10-17", "Statement": [{"Effect": "Allow",
  "Action": ["s3:*"], "Resource": ["arn:aws:s3:::*"]}]}'

deadline=$((SECONDS + wait_seconds))
for its_port in "$port" "$sts_port"; do
  until curl -s -m 2 -o /dev/null "http://127.0.0.1:$its_port/"; do
    if ((SECONDS >= deadline)); then
      echo "rgw-start: no answer within $wait_seconds s" >&2
      exit 1
    fi
    sleep 0.05
  done
done
ready=yes

echo "rgw-start: ready on port $port in ${SECONDS} s" >&2
cat <<EXPORTS
export OUTTURN_RGW_DIR='$dir'
export OUTTURN_TEST_ENDPOINT='http://127.0.0.1:$port'
export OUTTURN_TEST_ACCESS_KEY='$access_key'
export OUTTURN_TEST_SECRET_KEY='$secret_key'
export OUTTURN_TEST_REGION='us-east-1'
export OUTTURN_TEST_STS_ENDPOINT='http://127.0.0.1:$sts_port'
export OUTTURN_TEST_ROLE='arn:aws:iam:::role/$role'
export OUTTURN_TEST_LIMITED_USER='limited'
export OUTTURN_TEST_LIMITED_ACCESS_KEY='$limited_access_key'
export OUTTURN_TEST_LIMITED_SECRET_KEY='$limited_secret_key'
EXPORTS
