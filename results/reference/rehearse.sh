# Read by the scripts beside it, with . ; needs $out, the folder of the runs.
mkdir -p "$out"
log=$out/log    # of the last run; all.log keeps those of all
again=0         # how many runs were measured again
: >"$out/rows"  # the folder of each run that counts

say() { printf '%s %s\n' "$(date +%H:%M:%S)" "$*" >&2; }

# once ARGUMENT... : one run of the sample incident; its exit code in $status, its words in the logs
once() {
    status=0
    ./avalanche run scenarios/incidents/range-cascade.yaml --out "$out" "$@" >"$log" 2>&1 || status=$?
    cat "$log" >>"$out/all.log"
}

# folder : where the last run's record is
folder() { sed -n 's/^report: \(.*\)\/report.html$/\1/p' "$log"; }

# fail : the last run ended with an exit code that is no answer
fail() {
    cat "$log" >&2
    exit "$status"
}

# judged NAME ARGUMENT... : a run with a verdict: 5 is an answer, an inconclusive or invalid one (6) is measured again, twice at most
judged() {
    name=$1
    shift
    for try in 1 2 3; do
        once "$@"
        say "$name: $(sed -n 's/^\([A-Z_]* (expected.*\)/\1/p' "$log" | tail -n 1), exit code $status"
        case $status in
        0 | 5)
            folder >>"$out/rows"
            return
            ;;
        6) again=$((again + 1)) ;;
        *) fail ;;
        esac
    done
    say "$name: no verdict in $try tries"
    exit 6
}
