# For the tests that are scripts: is NAME WANTED GOT, has NAME PART TEXT,
# hasnt. Read with ".", and closed with `finish`.
passed=0 failed=0
is() {
  if [ "$2" = "$3" ]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'FAIL  %s\n--- wanted\n%s\n--- got\n%s\n---\n' "$1" "$2" "$3"
  fi
}
has() {
  case $3 in
    *"$2"*) passed=$((passed + 1)) ;;
    *)
      failed=$((failed + 1))
      printf 'FAIL  %s\n--- wanted in it\n%s\n--- got\n%s\n---\n' "$1" "$2" "$3"
      ;;
  esac
}
hasnt() {
  case $3 in
    *"$2"*)
      failed=$((failed + 1))
      printf 'FAIL  %s\n--- not wanted in it\n%s\n--- got\n%s\n---\n' "$1" "$2" "$3"
      ;;
    *) passed=$((passed + 1)) ;;
  esac
}
finish() {
  echo "$passed passed, $failed failed"
  [ $failed = 0 ] && [ $passed != 0 ]
}
