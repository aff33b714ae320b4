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
. results/reference/rehearse.sh

: >"$out/told"
for mitigation in ${*:-more-replicas to-segments}; do
    judged "$mitigation" --platform "$platform" --mitigation "$mitigation" --set 'traffic.phases.incident.duration=90 s'
    {
        printf '\n## %s\n\n```\n' "$mitigation"
        sed -n '/ is ordered: /p;/^the service died/p;/^the service is back/p;/: replica .* is \(ready\|gone\)/p;/the service is as ordered/p' "$log"
        sed -n '/^mitigation/,/^[A-Z_]* (expected/p' "$log"
        printf '```\n'
    } >>"$out/told"
done
cat <<HEAD
# Mitigations in the middle of the incident

Written by \`results/reference/mitigations.sh\`, on a machine with two processors that did nothing else; edit nothing here. Each was ordered 10 s into the incident, beside a control run.
Runs that were measured again since they were inconclusive or invalid: $again.

HEAD
xargs ./avalanche compare <"$out/rows"
cat "$out/told"
