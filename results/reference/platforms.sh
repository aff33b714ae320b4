#!/bin/sh
# Re-enacts the sample incident on every platform, three times each, and writes the table of all of them.
# A row takes 175 s to 225 s; the machine has to do nothing else meanwhile. Docker and a cluster (KUBECONFIG) have to be there.
#
#   results/reference/platforms.sh [PLATFORM...] >results/reference/platforms.md     only these platforms; every one by default
#
# TIMES=1 measures each once. An inconclusive or invalid run (exit code 6) is measured again, twice at most, and told.
set -eu
cd "$(dirname "$0")/../.."
incident=scenarios/incidents/range-cascade.yaml
out=${OUT:-results/runs/platforms}
times=${TIMES:-3}
mkdir -p "$out"
log=$out/log    # of the last run; all.log keeps those of all

say() { printf '%s %s\n' "$(date +%H:%M:%S)" "$*" >&2; }

# row PLATFORM : an exit code of 5 is an answer here, any other but 0 and 6 is not
row() {
    for try in 1 2 3; do
        status=0
        ./avalanche run "$incident" --out "$out" --platform "$1" >"$log" 2>&1 || status=$?
        cat "$log" >>"$out/all.log"
        say "$1: $(sed -n 's/^\([A-Z_]* (expected.*\)/\1/p' "$log" | tail -n 1), exit code $status"
        case $status in
        0 | 5)
            sed -n 's/^report: \(.*\)\/report.html$/\1/p' "$log" >>"$out/rows"
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
again=0
for platform in ${*:-local docker kubernetes}; do
    for _ in $(seq "$times"); do
        row "$platform"
    done
done
cat <<HEAD
# The incident on every platform

Written by \`results/reference/platforms.sh\`, on a machine with two processors that did nothing else; edit nothing here. Bold is what the incident file calls a symptom. Every row ran with a control.
Runs that were measured again since they were inconclusive or invalid: $again.

HEAD
xargs ./avalanche compare <"$out/rows"
