#!/bin/sh
# Makes the small media files among the sample's resources anew, from what MediaSources draws and
# plays. Needs ffmpeg. Run it after `mvn test-compile`, from the root of the repository.
set -eu
to=src/main/resources/org/outturn/sample
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
java -cp target/classes:target/test-classes org.outturn.sample.media.MediaSources "$work"
pack() { ffmpeg -hide_banner -loglevel error -y -bitexact "$@" -map_metadata -1; }
mkdir -p "$to/figures" "$to/media"
for figure in heat-pumps soil-moisture pump-manual energy-report cell-protocol filter-notes; do
    pack -i "$work/$figure.png" -pix_fmt yuvj420p -q:v 9 "$to/figures/$figure.jpg"
done
pack -i "$work/groove.wav" -c:a libmp3lame -b:a 24k "$to/media/groove.mp3"
pack -i "$work/groove.wav" -c:a aac -b:a 20k "$to/media/groove.m4a"
frames() { echo "-framerate 5 -i $work/$1-%03d.png -i $work/groove.wav -shortest"; }
h264="-c:v libx264 -preset veryslow -crf 30 -pix_fmt yuv420p -c:a aac -b:a 14k"
pack $(frames lesson) $h264 -movflags +faststart "$to/media/lesson.mp4"
pack $(frames slides) $h264 -movflags +faststart "$to/media/slides.mp4"
pack $(frames orbit) $h264 "$to/media/orbit.mkv"
pack $(frames orbit) -c:v libvpx-vp9 -crf 40 -b:v 0 -c:a libopus -b:a 12k "$to/media/orbit.webm"
du -cb "$to"/figures/* "$to"/media/*
