# Makes the logs of two runs comparable: awk -f strace-lines.awk LOG LOG (the same
# one twice: the first time for the pids). The lines of a thread come together, cut
# ones joined; pids become P1, P2, ... as they appear, addresses 0xADDR, and what a
# clock, a counter of the whole machine or chance gives becomes N. Where the "=" of
# a line is not in strace's column, the line keeps its blanks.
FNR == NR {
  if (!($1 in name)) { name[$1] = "P" ++pids; order[pids] = $1 }
  next
}
{
  pid = $1
  line = substr($0, index($0, " ") + 1)
  sub(/^ +/, "", line) # a short pid is padded
  # The columns count the pid, too.
  if (match(line, /\) +=/) && split(line, cut, /\) += /) == 2) {
    head = length($0) - length(line) + length(cut[1]) + 1
    blanks = length(line) - length(cut[1]) - length(cut[2]) - 3
    if (head < 40 ? head + blanks == 40 : blanks == 1) line = cut[1] ") = " cut[2]
  }
  if (line ~ /<unfinished \.\.\.>$/) {
    sub(/ <unfinished \.\.\.>$/, "", line)
    begun[pid] = line
    next
  }
  if (line ~ /^<\.\.\. [a-z0-9_]+ resumed>/) {
    sub(/^<\.\.\. [a-z0-9_]+ resumed>/, "", line)
    line = begun[pid] line
    delete begun[pid]
  }
  text[pid] = text[pid] plain(line) "\n"
}
END {
  for (i = 1; i <= pids; ++i) {
    pid = order[i]
    n = split(text[pid], lines, "\n")
    for (k = 1; k < n; ++k) print name[pid], lines[k]
    if (pid in begun) print name[pid], plain(begun[pid]) " unfinished"
  }
}
function plain(line, done, number, before, after) {
  gsub(/0x[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]+/, "0xADDR", line)
  gsub(/_ino=[0-9]+/, "_ino=N", line)
  gsub(/stx_mnt_id=0x[0-9a-f]+/, "stx_mnt_id=N", line)
  gsub(/tv_sec=[0-9][0-9][0-9]+/, "tv_sec=N", line)
  if (line ~ /ru_utime=/) gsub(/tv_u?sec=[0-9]+/, "N", line)
  gsub(/tv_nsec=[1-9][0-9]*/, "tv_nsec=N", line)
  gsub(/tv_usec=[1-9][0-9]*/, "tv_usec=N", line)
  gsub(/time=-?[0-9]+/, "time=N", line)
  gsub(/htons\([0-9][0-9][0-9][0-9][0-9]\)/, "htons(N)", line) # a port by chance
  gsub(/si_[us]time=N( \/\* [0-9.]+ s \*\/)?/, "si_time=N", line)
  gsub(/time_nsec=[0-9]+/, "time_nsec=N", line)
  gsub(/[0-9]+-[0-9][0-9]-[0-9][0-9]T[0-9:.]+[+-][0-9]+/, "DATE", line)
  if (line ~ /^(fstatfs|statfs)/) gsub(/free=[0-9]+|avail=[0-9]+/, "free=N", line)
  if (line ~ /^sysinfo/) gsub(/[0-9]+/, "N", line)
  if (line ~ /ru_utime=/) gsub(/(flt|lock|csw|rss)=[0-9]+/, "N", line)
  if (line ~ /^times/) gsub(/= [0-9]+/, "= N", line)
  if (line ~ /^getppid/) gsub(/= [0-9]+/, "= N", line) # whoever started us
  if (line ~ /^getrandom/) gsub(/"(\\x[0-9a-f][0-9a-f])*"/, "BYTES", line)
  # A number that is somebody's pid.
  done = ""
  while (match(line, /[0-9]+/)) {
    number = substr(line, RSTART, RLENGTH)
    before = RSTART > 1 ? substr(line, RSTART - 1, 1) : " "
    after = substr(line, RSTART + RLENGTH, 1)
    done = done substr(line, 1, RSTART - 1) \
      (number + 0 >= 300 && number in name && before !~ /[a-zA-Z_]/ && after !~ /[a-zA-Z_]/ ? \
       name[number] : number)
    line = substr(line, RSTART + RLENGTH)
  }
  return done line
}
