# Catch2, {fmt} and nlohmann_json: from the system if it has them, else from a
# source tree that CATCH2_SOURCE_DIR, FMT_SOURCE_DIR or JSON_SOURCE_DIR names, else
# fetched with git at a pinned commit.
include(FetchContent)

function(use_library name version url commit source_dir)
  if(NOT source_dir)
    find_package(${name} ${version} QUIET)
    if(${name}_FOUND)
      return()
    endif()
    message(STATUS "${name} ${version} is not installed; fetching its source")
    FetchContent_Declare(${name} GIT_REPOSITORY ${url} GIT_TAG ${commit})
  else()
    FetchContent_Declare(${name} SOURCE_DIR ${source_dir})
  endif()
  FetchContent_MakeAvailable(${name})
endfunction()

use_library(Catch2 3.4 https://github.com/catchorg/Catch2.git
  fa43b77429ba76c462b1898d6cd2f2d7a9416b14 "${CATCH2_SOURCE_DIR}") # v3.7.1
use_library(fmt 8 https://github.com/fmtlib/fmt.git
  e69e5f977d458f2650bb346dadf2ad30c5320281 "${FMT_SOURCE_DIR}") # 10.2.1
use_library(nlohmann_json 3.9 https://github.com/nlohmann/json.git
  9cca280a4d0ccf0c08f47a99aa71d1b0e52f8d03 "${JSON_SOURCE_DIR}") # v3.11.3
