# The checker, what it runs, and the tests of the tests.

# Tracees: programs without libc, each a single file.
set(tracee_flags -O1 -static -nostdlib -ffreestanding -fno-stack-protector
    -fno-exceptions -fno-asynchronous-unwind-tables -fno-pie -std=c++20
    -I${CMAKE_SOURCE_DIR}/solutions/01-raw-syscall)
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/tracees)
file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/tracees/*.cpp)
foreach(source IN LISTS sources)
  get_filename_component(name ${source} NAME_WE)
  set(tracee ${CMAKE_BINARY_DIR}/tracees/${name})
  add_custom_command(OUTPUT ${tracee}
    COMMAND ${CMAKE_CXX_COMPILER} ${tracee_flags} -o ${tracee} ${source}
    DEPENDS ${source} tests/tracees/nolibc.hpp
            solutions/01-raw-syscall/raw_syscall.hpp VERBATIM)
  list(APPEND tracees ${tracee})
endforeach()
set(clock ${CMAKE_BINARY_DIR}/tracees/jumping-clock.so)
add_custom_command(OUTPUT ${clock}
  COMMAND ${CMAKE_CXX_COMPILER} -O1 -shared -fPIC -o ${clock}
          ${CMAKE_SOURCE_DIR}/tests/probes/jumping-clock.cpp
  DEPENDS tests/probes/jumping-clock.cpp VERBATIM)
list(APPEND tracees ${clock})
add_custom_target(tracees ALL DEPENDS ${tracees})

# The checker: one Catch2 program with a command line of its own.
file(GLOB checks CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/0*.cpp)
set(support tests/support)
add_executable(checker ${checks}
  ${support}/check.cpp ${support}/commands.cpp ${support}/course.cpp
  ${support}/machine.cpp ${support}/main.cpp ${support}/progress.cpp
  ${support}/regions.cpp ${support}/sandbox.cpp ${support}/session.cpp
  ${support}/verdict.cpp)
target_include_directories(checker PRIVATE ${support})
target_link_libraries(checker PRIVATE Catch2::Catch2 fmt::fmt)
target_compile_definitions(checker PRIVATE
  COURSE_ROOT="${CMAKE_SOURCE_DIR}" COURSE_BUILD="${CMAKE_BINARY_DIR}")
target_precompile_headers(checker PRIVATE <catch2/catch_test_macros.hpp>)
configure_file(${CMAKE_SOURCE_DIR}/check ${CMAKE_BINARY_DIR}/check COPYONLY)

add_executable(splice ${support}/splice.cpp ${support}/regions.cpp)
target_link_libraries(splice PRIVATE fmt::fmt)

add_executable(blocks tests/self/blocks.cpp ${support}/regions.cpp)
target_include_directories(blocks PRIVATE ${support})
target_link_libraries(blocks PRIVATE fmt::fmt util)

add_executable(hostile tests/self/hostile.cpp)
add_executable(sandbox-test tests/self/sandbox.cpp ${support}/sandbox.cpp)
target_include_directories(sandbox-test PRIVATE ${support})
target_link_libraries(hostile PRIVATE fmt::fmt)
target_link_libraries(sandbox-test PRIVATE Catch2::Catch2WithMain)
add_executable(forbid tests/self/forbid.cpp)
target_link_libraries(forbid PRIVATE fmt::fmt)

enable_testing()
function(add_script name script)
  add_test(NAME ${name} COMMAND ${CMAKE_SOURCE_DIR}/tests/self/${script} ${ARGN})
  set_tests_properties(${name} PROPERTIES SKIP_RETURN_CODE 77)
endfunction()
add_test(NAME sandbox COMMAND sandbox-test)
add_test(NAME sandbox-without-namespaces COMMAND sandbox-test)
set_tests_properties(sandbox-without-namespaces PROPERTIES
  ENVIRONMENT CHECK_NO_NAMESPACES=1)
# They count processes: two at a time would see each other's.
set_tests_properties(sandbox sandbox-without-namespaces PROPERTIES
  RESOURCE_LOCK hostile)
add_script(starters-match starters.sh $<TARGET_FILE:splice> ${CMAKE_SOURCE_DIR})
add_script(solutions-run solutions.sh ${CMAKE_BINARY_DIR})
add_script(setup setup.sh)
add_script(demos-runner demos.sh)
if(CMAKE_BINARY_DIR STREQUAL "${CMAKE_SOURCE_DIR}/build") # demos run what is there
  file(GLOB demos CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/slides/demos/*.demo)
  foreach(demo IN LISTS demos)
    get_filename_component(demo ${demo} NAME_WE)
    add_test(NAME demo-${demo}
             COMMAND ${CMAKE_SOURCE_DIR}/slides/tools/demo.sh --check ${demo})
  endforeach()
endif()
add_script(blocks-refuse blocks.sh ${CMAKE_BINARY_DIR})
add_script(aarch64 aarch64.sh ${CMAKE_BINARY_DIR})
add_script(real-programs real-programs.sh ${CMAKE_BINARY_DIR})
add_script(check-commands commands.sh ${CMAKE_BINARY_DIR})
add_script(clean-clone-with-clang clone.sh ${CMAKE_BINARY_DIR} clang++)
add_script(sanitizers sanitized.sh ${CMAKE_BINARY_DIR})
add_test(NAME readme COMMAND blocks ${CMAKE_BINARY_DIR} ${CMAKE_SOURCE_DIR}
         ${CMAKE_SOURCE_DIR}/README.md ${CMAKE_SOURCE_DIR}/CONTRIBUTING.md)
# Long, and better begun early.
set_tests_properties(clean-clone-with-clang sanitizers PROPERTIES COST 100)
add_custom_target(checked DEPENDS checker tracees)
foreach(number 01 02 03 04 05 06)
  add_dependencies(checked solution-${number})
  if(TARGET solved-probe-${number})
    add_dependencies(checked solved-probe-${number})
  endif()
endforeach()

# What judge.sh compiles answers with: the same as CMake, but for debugging.
string(TOUPPER "${CMAKE_BUILD_TYPE}" type)
string(REPLACE " -g " " " flags " ${CMAKE_CXX_FLAGS_${type}} ") # it takes time
set(includes "")
foreach(directory IN LISTS contracts)
  get_filename_component(directory ${directory} ABSOLUTE)
  string(APPEND includes " -I${directory}")
endforeach()
file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/judge.env CONTENT
"CXX='${CMAKE_CXX_COMPILER}'
FLAGS='-std=c++20 ${CMAKE_CXX_FLAGS}${flags}-Wall -Wextra'
INCLUDES='${includes} -I${CMAKE_SOURCE_DIR}/solutions/01-raw-syscall -I$<JOIN:$<TARGET_PROPERTY:fmt::fmt,INTERFACE_INCLUDE_DIRECTORIES>, -I>'
LIBRARIES='$<TARGET_FILE:solutions> $<TARGET_FILE:fmt::fmt>'
ROOT='${CMAKE_SOURCE_DIR}'
")
configure_file(${CMAKE_SOURCE_DIR}/tests/self/judge.hpp ${CMAKE_BINARY_DIR}/judge.hpp COPYONLY)
add_custom_command(OUTPUT ${CMAKE_BINARY_DIR}/judge.hpp.gch
  COMMAND sh -c ". ./judge.env && exec $CXX $FLAGS $INCLUDES -x c++-header -o judge.hpp.gch judge.hpp"
  DEPENDS ${CMAKE_BINARY_DIR}/judge.hpp ${CMAKE_BINARY_DIR}/judge.env
  WORKING_DIRECTORY ${CMAKE_BINARY_DIR} VERBATIM)
add_custom_target(judge ALL DEPENDS ${CMAKE_BINARY_DIR}/judge.hpp.gch)
function(add_judge_test name)
  add_test(NAME ${name} COMMAND ${CMAKE_SOURCE_DIR}/tests/self/judge.sh
           ${CMAKE_BINARY_DIR} ${ARGN})
  set_tests_properties(${name} PROPERTIES SKIP_RETURN_CODE 77 FIXTURES_SETUP judged)
endfunction()
add_script(structure structure.sh ${CMAKE_BINARY_DIR})
add_script(each-check-catches catches.sh ${CMAKE_BINARY_DIR})
set_tests_properties(each-check-catches PROPERTIES FIXTURES_REQUIRED judged)

file(GLOB solutions CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/solutions/*/*.[ch]pp)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${solutions}) # their TODOs
foreach(solution IN LISTS solutions)
  get_filename_component(chapter ${solution} DIRECTORY)
  get_filename_component(chapter ${chapter} NAME)
  string(SUBSTRING ${chapter} 0 2 number)
  add_test(NAME ${number}-solution COMMAND checker ${number}
           --programs ${CMAKE_BINARY_DIR}/solved --file ${solution})
  add_judge_test(${number}-starter starter ${chapter})

  file(STRINGS ${solution} todos REGEX "// TODO ")
  list(TRANSFORM todos REPLACE ".*// TODO ([^:]*):.*" "\\1")
  list(REMOVE_DUPLICATES todos)
  list(SORT todos)
  set(previous "")
  foreach(todo IN LISTS todos)
    add_judge_test(${number}-without-${todo} only ${chapter} ${todo})
    if(previous)
      add_judge_test(${number}-after-${previous} after ${chapter} ${previous} ${todo})
    endif()
    set(previous ${todo})
  endforeach()

  if(CMAKE_SYSTEM_PROCESSOR STREQUAL "x86_64") # whose numbers the lessons show
    add_test(NAME ${number}-lesson COMMAND blocks ${CMAKE_BINARY_DIR}
             ${CMAKE_SOURCE_DIR} ${CMAKE_SOURCE_DIR}/chapters/${chapter}/README.md)
  endif()

  foreach(kind mistake variant)
    file(GLOB answers CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/${kind}s/${chapter}/*)
    foreach(answer IN LISTS answers)
      get_filename_component(name ${answer} NAME_WE)
      add_judge_test(${number}-${kind}-${name} ${kind} ${chapter} ${answer})
    endforeach()
  endforeach()
endforeach()
