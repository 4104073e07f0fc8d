# The checker, what it runs, and the tests of the tests.

# Tracees: programs without libc, each a single file; and what is loaded into one.
set(tracee_flags -O1 -static -nostdlib -ffreestanding -fno-stack-protector
    -fno-exceptions -fno-asynchronous-unwind-tables -fno-pie -std=c++20)
foreach(directory IN LISTS headers)
  list(APPEND tracee_flags -I${directory})
  file(GLOB tracee_headers CONFIGURE_DEPENDS ${directory}/*.hpp)
  list(APPEND tracee_sources ${tracee_headers})
endforeach()
file(GLOB tracee_headers CONFIGURE_DEPENDS tests/tracees/*.hpp)
list(APPEND tracee_sources ${tracee_headers})
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/tracees)
file(GLOB sources CONFIGURE_DEPENDS tests/tracees/*.cpp)
set(tracees "")
foreach(source IN LISTS sources)
  get_filename_component(name ${source} NAME_WE)
  set(tracee ${CMAKE_BINARY_DIR}/tracees/${name})
  set(flags ${tracee_flags})
  file(STRINGS ${source} machine REGEX "^// on: ") # "// on: x86_64", and nowhere else
  if(machine AND NOT machine STREQUAL "// on: ${CMAKE_SYSTEM_PROCESSOR}")
    continue()
  endif()
  file(STRINGS ${source} own REGEX "^// flags: ") # "// flags: -shared -fPIC"
  if(own)
    string(REPLACE "// flags: " "" own "${own}")
    separate_arguments(flags UNIX_COMMAND "${own}")
  endif()
  add_custom_command(OUTPUT ${tracee}
    COMMAND ${CMAKE_CXX_COMPILER} ${flags} -o ${tracee} ${source}
    DEPENDS ${source} ${tracee_sources} VERBATIM)
  list(APPEND tracees ${tracee})
endforeach()
add_custom_target(tracees ALL DEPENDS ${tracees})

# The checker: what is common to all chapters, and for each chapter checker-NN,
# which has its checks. `checker` itself has none, and hands over to those.
file(GLOB sources CONFIGURE_DEPENDS tests/checker/*.cpp tests/checker/sandbox/*.cpp)
set(tools main splice)
foreach(tool IN LISTS tools)
  list(REMOVE_ITEM sources ${CMAKE_SOURCE_DIR}/tests/checker/${tool}.cpp)
endforeach()
# What it and the checks include: Catch2's macros, too.
add_library(checking-common OBJECT ${CMAKE_BINARY_DIR}/common.cpp)
target_link_libraries(checking-common PUBLIC Catch2::Catch2 fmt::fmt)
target_precompile_headers(checking-common PRIVATE
  ${CMAKE_SOURCE_DIR}/chapters/given/common.hpp <catch2/catch_test_macros.hpp>)
function(compiled_with_checking_common target)
  target_link_libraries(${target} PRIVATE Catch2::Catch2 fmt::fmt)
  target_precompile_headers(${target} REUSE_FROM checking-common)
endfunction()
add_library(checking STATIC ${sources})
target_include_directories(checking PUBLIC
  tests/checker tests/checker/sandbox ${CMAKE_SOURCE_DIR}/chapters/given)
target_link_libraries(checking PUBLIC
  Catch2::Catch2 fmt::fmt nlohmann_json::nlohmann_json)
target_compile_definitions(checking PRIVATE
  COURSE_ROOT="${CMAKE_SOURCE_DIR}" COURSE_BUILD="${CMAKE_BINARY_DIR}")
add_library(checking-main OBJECT tests/checker/main.cpp)
target_link_libraries(checking-main PUBLIC checking)
compiled_with_checking_common(checking)
compiled_with_checking_common(checking-main)
set(checkers checker)
add_executable(checker)
target_link_libraries(checker PRIVATE checking checking-main)
foreach(chapter IN LISTS chapters)
  string(REGEX MATCH "^[0-9]+" number ${chapter})
  add_executable(checker-${number} tests/${chapter}/checks.cpp)
  target_link_libraries(checker-${number} PRIVATE checking checking-main)
  compiled_with_checking_common(checker-${number})
  list(APPEND checkers checker-${number})
endforeach()
configure_file(${CMAKE_SOURCE_DIR}/check ${CMAKE_BINARY_DIR}/check COPYONLY)

foreach(tool splice blocks hostile forbid typed started)
  file(GLOB source tests/checker/${tool}.cpp tests/self/${tool}.cpp)
  add_executable(${tool} ${source})
  target_link_libraries(${tool} PRIVATE checking)
  compiled_with_checking_common(${tool})
endforeach()
target_link_libraries(blocks PRIVATE util) # forkpty
target_link_libraries(typed PRIVATE util)
add_executable(registers-test tests/self/registers.cpp)
target_link_libraries(registers-test PRIVATE solutions Catch2::Catch2WithMain)
add_executable(fuzz tests/self/fuzz.cpp)
target_link_libraries(fuzz PRIVATE solutions)
compiled_with_common(fuzz)
add_executable(sandbox-test tests/self/sandbox.cpp)
target_link_libraries(sandbox-test PRIVATE checking Catch2::Catch2WithMain)

# What judge.sh compiles answers with: the same as CMake, but for debugging.
string(TOUPPER "${CMAKE_BUILD_TYPE}" type)
string(REGEX REPLACE " -g1?( |$)" " " flags "${CMAKE_CXX_FLAGS_${type}} ") # it takes time
list(TRANSFORM contracts PREPEND "-I" OUTPUT_VARIABLE includes)
list(TRANSFORM headers PREPEND "-I" OUTPUT_VARIABLE header_includes)
list(JOIN includes " " includes)
list(JOIN header_includes " " header_includes)
file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/judge.env CONTENT
"CXX='${CMAKE_CXX_COMPILER}'
FLAGS='-std=c++20 ${CMAKE_CXX_FLAGS} ${flags} -Wall -Wextra -D_GLIBCXX_ASSERTIONS'
LINK='$<IF:$<BOOL:${gold}>,-fuse-ld=gold,>'
INCLUDES='${includes} ${header_includes} -I$<JOIN:$<TARGET_PROPERTY:fmt::fmt,INTERFACE_INCLUDE_DIRECTORIES>, -I>'
LIBRARIES='$<TARGET_FILE:solutions> $<TARGET_FILE:fmt::fmt>'
ROOT='${CMAKE_SOURCE_DIR}'
")
add_custom_command(OUTPUT ${CMAKE_BINARY_DIR}/judge.hpp.gch
  COMMAND ${CMAKE_COMMAND} -E copy ${CMAKE_SOURCE_DIR}/chapters/given/common.hpp judge.hpp
  COMMAND sh -c ". ./judge.env && exec $CXX $FLAGS $INCLUDES -x c++-header -o judge.hpp.gch judge.hpp"
  DEPENDS ${CMAKE_SOURCE_DIR}/chapters/given/common.hpp ${CMAKE_BINARY_DIR}/judge.env
  WORKING_DIRECTORY ${CMAKE_BINARY_DIR} VERBATIM)
# The tests of each chapter. Their names have the TODOs in them, whose grammar is
# splice's affair.
set(chapter_tests ${CMAKE_BINARY_DIR}/chapter-tests.cmake)
file(GLOB judged CONFIGURE_DEPENDS
  tests/*/starter.* tests/*/mistakes/* tests/*/variants/* chapters/*/README.md)
add_custom_command(OUTPUT ${chapter_tests}
  COMMAND ${CMAKE_SOURCE_DIR}/tests/self/chapter-tests.sh ${CMAKE_BINARY_DIR} > ${chapter_tests}
  DEPENDS splice tests/self/chapter-tests.sh ${solutions} ${judged}
          ${CMAKE_BINARY_DIR}/judge.env VERBATIM)
add_custom_target(judge ALL DEPENDS ${CMAKE_BINARY_DIR}/judge.hpp.gch ${chapter_tests})

function(add_script name script)
  add_test(NAME ${name} COMMAND ${CMAKE_SOURCE_DIR}/tests/self/${script} ${ARGN})
  set_tests_properties(${name} PROPERTIES SKIP_RETURN_CODE 77)
endfunction()

enable_testing()
macro(add_tests)
  add_custom_target(checked DEPENDS ${checkers} tracees ${solved} fuzz) # for sanitized.sh
  add_test(NAME sandbox COMMAND sandbox-test)
  add_test(NAME sandbox-without-namespaces COMMAND sandbox-test)
  set_tests_properties(sandbox-without-namespaces PROPERTIES
    ENVIRONMENT CHECK_NO_NAMESPACES=1)
  # They count processes: two at a time would see each other's.
  set_tests_properties(sandbox sandbox-without-namespaces PROPERTIES
    RESOURCE_LOCK hostile)
  add_script(starters-match starters.sh ${CMAKE_BINARY_DIR})
  add_script(solutions-run solutions.sh ${CMAKE_BINARY_DIR})
  add_test(NAME registers COMMAND registers-test)
  add_test(NAME fuzz COMMAND fuzz)
  foreach(what signals log untraced signal-names programs-32 attach)
    add_script(tracer-${what} tracer-${what}.sh ${CMAKE_BINARY_DIR})
  endforeach()
  add_script(setup setup.sh)
  add_script(demos-runner demos.sh)
  if(CMAKE_BINARY_DIR STREQUAL "${CMAKE_SOURCE_DIR}/build") # demos run what is there
    file(GLOB demos CONFIGURE_DEPENDS slides/demos/*.demo)
    foreach(demo IN LISTS demos)
      get_filename_component(demo ${demo} NAME_WE)
      add_test(NAME demo-${demo}
               COMMAND ${CMAKE_SOURCE_DIR}/slides/tools/demo.sh --check ${demo})
    endforeach()
    add_custom_target(shown-in-demos ALL)
    add_dependencies(shown-in-demos demos) # what they run: see slides.cmake
  endif()
  add_script(blocks-refuse blocks.sh ${CMAKE_BINARY_DIR})
  add_script(aarch64 aarch64.sh ${CMAKE_BINARY_DIR})
  add_script(musl musl.sh ${CMAKE_BINARY_DIR})
  add_script(real-programs real-programs.sh ${CMAKE_BINARY_DIR})
  add_script(strace-lines strace-lines.sh ${CMAKE_BINARY_DIR})
  add_script(strace-lines-judged strace-lines-judged.sh ${CMAKE_BINARY_DIR})
  add_script(check-commands commands.sh ${CMAKE_BINARY_DIR})
  add_script(clean-clone-with-clang clone.sh ${CMAKE_BINARY_DIR} clang++)
  add_script(sanitizers sanitized.sh ${CMAKE_BINARY_DIR})
  add_test(NAME readme COMMAND blocks ${CMAKE_BINARY_DIR} ${CMAKE_SOURCE_DIR}
           ${CMAKE_SOURCE_DIR}/README.md ${CMAKE_SOURCE_DIR}/CONTRIBUTING.md)
  # Long, and better begun early.
  set_tests_properties(clean-clone-with-clang sanitizers PROPERTIES COST 100)
  add_script(structure structure.sh ${CMAKE_BINARY_DIR})
  add_script(each-check-catches catches.sh ${CMAKE_BINARY_DIR})
  set_tests_properties(each-check-catches PROPERTIES FIXTURES_REQUIRED judged)
  set_property(DIRECTORY APPEND PROPERTY TEST_INCLUDE_FILES ${chapter_tests})
  # make strace-suite: strace's own tests, which are fetched.
  add_custom_target(strace-suite
    COMMAND ${CMAKE_SOURCE_DIR}/tests/strace-suite.sh ${CMAKE_BINARY_DIR}
    DEPENDS tracer USES_TERMINAL VERBATIM)
  # make test-aarch64: all of them on another architecture, in an emulator.
  add_custom_target(test-aarch64
    COMMAND ${CMAKE_SOURCE_DIR}/tests/aarch64/run.sh --fresh ${CMAKE_SOURCE_DIR}
    USES_TERMINAL VERBATIM)
  # make test-NN: the tests of one chapter.
  foreach(chapter IN LISTS chapters)
    string(REGEX MATCH "^[0-9]+" number ${chapter})
    add_custom_target(test-${number}
      COMMAND ${CMAKE_CTEST_COMMAND} --output-on-failure -j2 -R "^${number}-"
      DEPENDS ${learners_${number}} checker-${number} checker judge blocks ${solved} tracees
      WORKING_DIRECTORY ${CMAKE_BINARY_DIR} USES_TERMINAL VERBATIM)
  endforeach()
endmacro()
