#!/bin/sh
# at-state.sh BUILD CHAPTER STATE DIR: makes DIR what a learner's repository is in
# that state: "0" at the start, "3a" when TODO 3a is done, "solution" at the end.
# DIR is all links but for the learner's file and what is built from it.
set -e
build=$1 chapter=$2 state=$3 dir=$4
. "$(dirname "$0")/answer.sh"
mkdir -p "$dir/build" "$dir/chapters/$chapter"
for entry in "$ROOT"/* "$ROOT/chapters"/* "$ROOT/chapters/$chapter"/* ; do
  case $entry in
    "$build" | "$ROOT/build" | "$ROOT/chapters" | "$ROOT/check" | "$ROOT/chapters/$chapter") ;;
    *) ln -s "$entry" "$dir/${entry#"$ROOT"/}" ;;
  esac
done
ln -s "$build/tracees" "$dir/build/tracees"
solution=$(solution_of "$chapter")
file=$dir/chapters/$chapter/$(basename "$solution")
rm -f "$file"
if [ "$state" = solution ]; then cp "$solution" "$file"; else
  "$build/splice" "$solution" "$(starter_of "$chapter")" after "$state" >"$file"
fi
compile_answer "$chapter" "$file" "$dir/build"
cat >"$dir/check" <<END
#!/bin/sh
exec "$build/checker" --root "$dir" ${chapter%%-*} "\$@"
END
chmod +x "$dir/check"
