#!/bin/sh
# Re-enacts the sample incident with every strategy in every way to walk it that it allows, and writes the table of all of them.
# A row takes 80 s, and 150 s more where it needs a control; the machine has to do nothing else meanwhile.
#
#   results/reference/strategies.sh [STRATEGY...] >results/reference/strategies.md     only these strategies; every one by default
#
# A row needs a control only where the service suffers: each combination runs without one first, and again with one where a symptom shows.
set -eu
cd "$(dirname "$0")/../.."
out=${OUT:-results/runs/strategies}
. results/reference/rehearse.sh

# run ARGUMENT... : an exit code of 5 or 6 is an answer here, any other but 0 is not
run() {
    once "$@"
    case $status in
    0 | 5 | 6) ;;
    *) fail ;;
    esac
    sed -n 's/^\([A-Z_]*\) (expected.*/\1/p' "$log" | tail -n 1
}

# row STRATEGY MODE ARGUMENT...
row() {
    strategy=$1 mode=$2
    shift 2
    verdict=$(run --strategy "$strategy" --traversal "$mode" --no-control --expect not-reproduced \
        --set 'traffic.phases.recovery.duration=4 s' "$@")
    if [ "$verdict" != NOT_REPRODUCED ]; then
        say "$strategy $mode: $verdict without a control; again with one"
        rm -rf "$(folder)"
        verdict=$(run --strategy "$strategy" --traversal "$mode" \
            --set 'traffic.phases.recovery.duration=4 s' "$@")
    fi
    say "$strategy $mode: $verdict"
    folder >>"$out/rows"
}

# modes STRATEGY : a critical section can be walked in, copied out of and left between two batches; where there is none, it cannot
modes() {
    case $1 in
    locked | segmented) echo natural copied yielding yielding-held paged bounded ;; # natural is held
    dual-map) echo natural held copied yielding yielding-held paged bounded ;;
    *) echo natural yielding paged bounded ;;
    esac
}

for strategy in ${*:-locked dual-map hash-trie segmented snapshot concurrent}; do
    for mode in $(modes "$strategy"); do
        # A mode that gives way, works through pages or is cut short changes how long a walk takes: the conditions on that are not the experiment's any more.
        case $mode in
        yielding | paged | bounded) row "$strategy" "$mode" --set conditions.walk-healthy= --set conditions.walk-incident= ;;
        *) row "$strategy" "$mode" ;;
        esac
    done
done
# The map as the post-mortem tells it collapses under new keys, which need its mutex; the faithful one does not.
case " ${*:-dual-map} " in
*" dual-map "*)
    row dual-map held --variant new-keys
    row dual-map natural --variant new-keys
    ;;
esac
cat <<'HEAD'
# The incident with every map, walked in every way

Written by `results/reference/strategies.sh`, on a machine with two processors that did nothing else; edit nothing here. Bold is what the incident file calls a symptom. A row that shows none
needs no control; the others ran with one.

HEAD
xargs ./avalanche compare <"$out/rows"
