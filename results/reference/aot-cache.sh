#!/bin/sh
# Starts the order service's image with and without the JDK's AOT cache (JEP 483, JEP 514) in turn, and writes how long each took until the
# service said that it had started. Takes three minutes with Docker; the machine has to do nothing else meanwhile.
#
#   results/reference/aot-cache.sh >results/reference/aot-cache.md
set -eu
cd "$(dirname "$0")/../.."
times=5
image=$(./avalanche images | awk 'NR == 1 { print $1 }')
work=$(mktemp -d)
chmod 777 "$work"    # the image's user writes into it
running=
trap '[ -z "$running" ] || docker rm --force "$running" >/dev/null; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
service="-XX:+ExitOnOutOfMemoryError -Xmx128m -jar /opt/app/victim-service.jar --server.address=0.0.0.0 --victim.management.address=0.0.0.0"

# start JVM-OPTION... : its seconds in $seconds, its memory in $memory; it has ended afterwards, and written what it was asked for
start() {
    # shellcheck disable=SC2086
    running=$(docker run --detach --cpus 1 --memory 384m --volume "$work:/aot" "$image" "$@" $service)
    seconds=
    for _ in $(seq 300); do
        seconds=$(docker logs "$running" 2>&1 | sed -n 's/.*process running for \([0-9.]*\).*/\1/p')
        [ -z "$seconds" ] || break
        sleep 0.2
    done
    [ -n "$seconds" ] || { docker logs "$running" >&2; exit 1; }
    memory=$(docker stats --no-stream --format '{{.MemUsage}}' "$running" | sed 's/MiB .*//')
    docker stop --time 60 "$running" >/dev/null
    docker rm "$running" >/dev/null
    running=
}

# cache FILE : a cache from what the training run noted
cache() {
    # shellcheck disable=SC2086
    docker run --rm --memory 2g --volume "$work:/aot" "$image" -XX:AOTMode=create -XX:AOTConfiguration=/aot/noted \
        -XX:AOTCache="/aot/$1" $service >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
}

start -XX:AOTMode=record -XX:AOTConfiguration=/aot/noted
cache one
cache other
for _ in $(seq "$times"); do
    start
    echo "$seconds $memory" >>"$work/without"
    start -XX:AOTMode=on -XX:AOTCache=/aot/one
    echo "$seconds $memory" >>"$work/with"
done

# row NAME FILE : the medians, and all seconds
row() {
    middle=$(((times + 1) / 2))
    printf '| %s | %s s | %s | %s MiB |\n' "$1" "$(cut -d' ' -f1 "$2" | sort -n | sed -n "${middle}p")" \
        "$(cut -d' ' -f1 "$2" | sort -n | paste -sd, | sed 's/,/, /g')" "$(cut -d' ' -f2 "$2" | sort -n | sed -n "${middle}p")"
}

same=no
! cmp -s "$work/one" "$work/other" || same=yes
cat <<TABLE
# The start of the service's container, with an AOT cache and without

Written by \`results/reference/aot-cache.sh\`, on a machine with two processors that did nothing else; edit nothing here. One processor and 384 MiB a container, $times starts each, in turn.

| | median | every start | memory then, median |
| --- | --- | --- | --- |
$(row 'as the image is' "$work/without")
$(row 'with the cache' "$work/with")

The cache has $(du -m "$work/one" | cut -f1) MiB, $(gzip -c "$work/one" | wc -c | awk '{ printf "%d", $1 / 1048576 }') MiB compressed. Two made from the same notes are the same, byte by byte: $same.
TABLE
