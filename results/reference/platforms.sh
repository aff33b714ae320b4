#!/bin/sh
# Re-enacts the sample incident on every platform, three times each, and writes the table of all of them.
# A row takes 175 s to 225 s; the machine has to do nothing else meanwhile. Docker and a cluster (KUBECONFIG) have to be there.
#
#   results/reference/platforms.sh [PLATFORM...] >results/reference/platforms.md     only these platforms; every one by default
#
# TIMES=1 measures each once. An inconclusive or invalid run (exit code 6) is measured again, twice at most, and told.
set -eu
cd "$(dirname "$0")/../.."
out=${OUT:-results/runs/platforms}
times=${TIMES:-3}
. results/reference/rehearse.sh

for platform in ${*:-local docker kubernetes}; do
    for _ in $(seq "$times"); do
        judged "$platform" --platform "$platform"
    done
done
cat <<HEAD
# The incident on every platform

Written by \`results/reference/platforms.sh\`, on a machine with two processors that did nothing else; edit nothing here. Bold is what the incident file calls a symptom. Every row ran with a control.
Runs that were measured again since they were inconclusive or invalid: $again.

HEAD
xargs ./avalanche compare <"$out/rows"
