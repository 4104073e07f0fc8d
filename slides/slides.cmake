# What the slides need: make deck builds it, and neither tests nor the learner's
# programs. make demos is the part that a demo runs.
find_package(Threads REQUIRED)
add_executable(hello EXCLUDE_FROM_ALL slides/programs/hello.cpp)
add_executable(threads EXCLUDE_FROM_ALL slides/programs/threads.cpp)
target_link_libraries(threads PRIVATE Threads::Threads)
set(shown starter-03 tracer tracees hello threads)
foreach(chapter IN LISTS chapters)
  string(REGEX MATCH "^[0-9]+" number ${chapter})
  list(APPEND shown solution-${number})
endforeach()
add_custom_target(demos DEPENDS ${shown})
add_custom_target(deck DEPENDS demos blocks splice)
