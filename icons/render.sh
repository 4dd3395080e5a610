#!/usr/bin/env bash
# Renders the pictures from the two drawings. Needs, on Debian: librsvg2-bin icoutils icnsutils optipng
set -euo pipefail
cd "$(dirname "$0")"
for size in 16 24 32; do rsvg-convert -w $size -h $size outturn-small.svg -o outturn-$size.png; done
for size in 48 64 128 256 512; do rsvg-convert -w $size -h $size outturn.svg -o outturn-$size.png; done
optipng -quiet -o5 -strip all outturn-*.png
icotool -c -o outturn.ico outturn-{16,24,32,48,64}.png --raw=outturn-256.png
png2icns outturn.icns outturn-{16,32,48,128,256,512}.png >/dev/null
