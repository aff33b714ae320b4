#!/bin/sh
# Orders mitigations in the middle of the sample incident, in a cluster (KUBECONFIG), and writes the table of what came of each.
# A row takes five and a half minutes; the machine has to do nothing else meanwhile. The incident goes on for 90 s, so that a recovery has time.
#
#   results/reference/mitigations.sh [NAME...] >results/reference/mitigations.md     only these; more-replicas and to-segments by default
#
# PLATFORM=docker tries them there, where they can be. An inconclusive or invalid run (exit code 6) is measured again, twice at most.
set -eu
cd "$(dirname "$0")/../.."
out=${OUT:-results/runs/mitigations}
platform=${PLATFORM:-kubernetes}
mkdir -p "$out"
log=$out/log    # of the last run; all.log keeps those of all

say() { printf '%s %s\n' "$(date +%H:%M:%S)" "$*" >&2; }

# row NAME : an exit code of 5 is an answer here, any other but 0 and 6 is not
row() {
    for try in 1 2 3; do
        status=0
        ./avalanche run scenarios/incidents/range-cascade.yaml --out "$out" --platform "$platform" --mitigation "$1" \
            --set 'traffic.phases.incident.duration=90 s' >"$log" 2>&1 || status=$?
        cat "$log" >>"$out/all.log"
        say "$1: $(sed -n 's/^\([A-Z_]* (expected.*\)/\1/p' "$log" | tail -n 1), exit code $status"
        case $status in
        0 | 5)
            sed -n 's/^report: \(.*\)\/report.html$/\1/p' "$log" >>"$out/rows"
            {
                printf '\n## %s\n\n```\n' "$1"
                sed -n '/ is ordered: /p;/^the service died/p;/^the service is back/p;/: replica .* is \(ready\|gone\)/p;/the service is as ordered/p' "$log"
                sed -n '/^mitigation/,/^[A-Z_]* (expected/p' "$log"
                printf '```\n'
            } >>"$out/told"
            return
            ;;
        6) again=$((again + 1)) ;;
        *) cat "$log" >&2; exit "$status" ;;
        esac
    done
    say "$1: no verdict in $try tries"
    exit 6
}

: >"$out/rows"
: >"$out/told"
again=0
for name in ${*:-more-replicas to-segments}; do
    row "$name"
done
cat <<HEAD
# Mitigations in the middle of the incident

Written by \`results/reference/mitigations.sh\`, on a machine with two processors that did nothing else; edit nothing here. Each was ordered 10 s into the incident, beside a control run.
Runs that were measured again since they were inconclusive or invalid: $again.

HEAD
xargs ./avalanche compare <"$out/rows"
cat "$out/told"
