# Writes the tables of names, as this machine's (or the target's) compiler sees
# them in the kernel's headers:
#   cmake -DCXX=<compiler> -DOUT=<file> -P tables.cmake
#
# Two passes of the preprocessor for each header: -dM tells which macros there
# are, then each is expanded, for some are made of others.

function(preprocess out source)
  file(WRITE ${OUT}.in "${source}")
  execute_process(
    COMMAND ${CXX} -E ${ARGN} -x c++ ${OUT}.in
    OUTPUT_VARIABLE text RESULT_VARIABLE failed ERROR_VARIABLE error)
  file(REMOVE ${OUT}.in)
  if(failed)
    message(FATAL_ERROR "${CXX} cannot preprocess the kernel's headers: ${error}")
  endif()
  set(${out} "${text}" PARENT_SCOPE)
endfunction()

# Appends `constexpr Name TABLE[] = {...};` of the macros PREFIX* in HEADER.
function(add_table table header prefix)
  preprocess(macros "#include <${header}>\n" -dM)
  string(REGEX MATCHALL "#define ${prefix}[A-Za-z0-9_]+ [^\n]+" macros "${macros}")
  set(source "#include <${header}>\n")
  foreach(macro IN LISTS macros)
    string(REGEX MATCH "#define ${prefix}([A-Za-z0-9_]+) (.+)" unused "${macro}")
    set(name ${CMAKE_MATCH_1})
    set(value "${CMAKE_MATCH_2}")
    # Bookkeeping of the headers, not calls; and one errno under two names.
    if(name MATCHES "^(syscalls|arch_specific_syscall)$")
      continue()
    elseif(prefix STREQUAL "E" AND NOT value MATCHES "^[0-9]")
      continue()
    elseif(prefix STREQUAL "E")
      string(APPEND source "ENTRY ${value} \"E${name}\"\n")
    else()
      string(APPEND source "ENTRY ${prefix}${name} \"${name}\"\n")
    endif()
  endforeach()
  preprocess(text "${source}" -P)
  string(REGEX MATCHALL "ENTRY [^\"]+\"[A-Za-z0-9_]+\"" entries "${text}")
  set(rows "")
  foreach(entry IN LISTS entries)
    string(REGEX REPLACE "ENTRY (.+) \"(.*)\"" "    {\\1, \"\\2\"},\n" row "${entry}")
    list(APPEND rows "${row}")
  endforeach()
  list(SORT rows COMPARE NATURAL)
  string(CONCAT rows ${rows})
  file(APPEND ${OUT} "constexpr Name ${table}[] = {\n${rows}};\n")
endfunction()

file(WRITE ${OUT} "// Made by tables.cmake from the kernel's headers.\n")
add_table(native_syscalls asm/unistd.h __NR_)
add_table(errors asm/errno.h E)
# The calls of 32-bit x86, which a 64-bit program can make too (int 0x80).
preprocess(macros "" -dM)
if(macros MATCHES "__x86_64__")
  add_table(compat32_syscalls asm/unistd_32.h __NR_)
else()
  file(APPEND ${OUT} "constexpr std::span<const Name> compat32_syscalls;\n")
endif()
