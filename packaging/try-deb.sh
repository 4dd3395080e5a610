#!/usr/bin/env bash
# Installs a package, starts the program on a display of its own, waits for its window, takes a picture of it, and removes the
# package again. Needs root (or sudo), Xvfb, xdotool, and netpbm for the picture.
# usage: packaging/try-deb.sh [FILE.deb]      the picture: target/dist/window.png
set -euo pipefail
cd "$(dirname "$0")/.."

deb=${1:-$(ls -t target/dist/out/*.deb | head -n 1)}
pictures=$PWD/target/dist
seconds=${WINDOW_SECONDS:-60}
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
home=$(mktemp -d)
display_pid= program_pid=

clean_up() {
    status=$?
    trap - EXIT
    [ -z "$program_pid" ] || { kill "$program_pid" && wait "$program_pid"; } 2>/dev/null || true
    [ -z "$display_pid" ] || { kill "$display_pid" && wait "$display_pid"; } 2>/dev/null || true
    if [ $status -ne 0 ]; then
        echo "FAILED; what the program said:"
        cat "$home/output" 2>/dev/null || true
        find "$home" -name 'outturn*.log' -exec tail -n 40 {} + 2>/dev/null || true
    fi
    as_root env DEBIAN_FRONTEND=noninteractive apt-get purge -y -qq outturn >/dev/null 2>&1 || true
    if [ -e /opt/outturn ]; then echo "FAILED: /opt/outturn is still there after removal"; status=1; fi
    rm -rf "$home"
    exit $status
}
trap clean_up EXIT

echo "installing $(basename "$deb") ($(du -h "$deb" | cut -f1))"
as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$(realpath "$deb")" </dev/null >"$home/apt" 2>&1 ||
    { cat "$home/apt"; exit 1; }
installed=$(find /usr/share/applications /usr/local/share/applications -name '*outturn*.desktop' 2>/dev/null | head -n 1 || true)
[ -n "$installed" ] || { echo "no entry in the desktop's menu"; exit 1; }
echo "installed: $(du -sh /opt/outturn | cut -f1) in /opt/outturn, menu entry $installed"

exec 3<>"$home/display"
Xvfb -displayfd 3 -screen 0 1280x860x24 -fbdir "$home" -nolisten tcp >/dev/null 2>&1 &
display_pid=$!
for _ in $(seq 100); do [ -s "$home/display" ] && break; sleep 0.1; done
DISPLAY=:$(cat "$home/display"); export DISPLAY

# an empty home and no inherited settings, as for a new operator
started=$(date +%s%N)
env -i HOME="$home" PATH=/usr/bin:/bin DISPLAY="$DISPLAY" AWS_EC2_METADATA_DISABLED=true \
    /opt/outturn/bin/outturn >"$home/output" 2>&1 &
program_pid=$!
window=
while [ -z "$window" ]; do
    kill -0 "$program_pid" 2>/dev/null || { echo "the program ended before it had a window"; exit 1; }
    [ $((($(date +%s%N) - started) / 1000000000)) -lt "$seconds" ] || { echo "no window after $seconds s"; exit 1; }
    window=$(xdotool search --onlyvisible --name '^Outturn' 2>/dev/null | head -n 1) || true
    [ -n "$window" ] || sleep 0.1
done
echo "window \"$(xdotool getwindowname "$window")\" after $((($(date +%s%N) - started) / 1000000)) ms"
sleep 2 # until it has drawn what it loads; there is nothing to wait for from outside
kill -0 "$program_pid" 2>/dev/null || { echo "the program ended by itself"; exit 1; }
if command -v xwdtopnm >/dev/null; then
    xwdtopnm -quiet "$home/Xvfb_screen0" | pnmtopng -quiet >"$pictures/window.png"
fi
[ ! -s "$pictures/window.png" ] || echo "picture: target/dist/window.png ($(stat -c %s "$pictures/window.png") bytes)"
echo "memory: $(awk '/VmRSS/{printf "%d MB", $2/1024}' "/proc/$program_pid/status")"

# asked to end, it ends in good order
kill "$program_pid"
for _ in $(seq 100); do kill -0 "$program_pid" 2>/dev/null || break; sleep 0.1; done
if kill -0 "$program_pid" 2>/dev/null; then echo "it did not end within 10 s of being asked"; exit 1; fi
program_pid=
logs=$(find "$home" -name outturn.log | head -n 1)
[ -n "$logs" ] || { echo "it wrote no log file"; exit 1; }
echo "package works"
