# Runs one program and lets it live no longer than whoever holds the other end of standard input.
#   sh -c "$(cat supervise.sh)" supervise <file for the program's standard input> <program> <arguments...>
# TERM is passed on; end of standard input kills the program; its exit code is passed through, 128 + n for signal n.
# INT, QUIT and HUP are ignored, also by the program: in a terminal they reach the whole group, and ending is the holder's to decide.
input=$1
shift
child=
terminated=
trap '' INT QUIT HUP
trap 'terminated=1; signalled=1; [ -z "$child" ] || kill -TERM "$child" 2>/dev/null' TERM
exec 3<&0 </dev/null
"$@" <"$input" 3<&- &
child=$!
( while read -r _; do :; done; kill -KILL "$child" ) <&3 3<&- >/dev/null 2>&1 &
watcher=$!
exec 3<&-
[ -z "$terminated" ] || kill -TERM "$child" 2>/dev/null
code=0
while :; do
  signalled=
  wait "$child" 2>/dev/null
  ended=$?
  # 127 after an earlier answer: the program ended in the instant the signal came, and was already waited for.
  [ "$ended" -eq 127 ] && [ "$code" -ne 0 ] || code=$ended
  [ -n "$signalled" ] || break
done
kill -KILL "$watcher" 2>/dev/null
exit "$code"
