# Thin: everything is CMake's. Configures build/ on first use and forwards any
# target to it.
MAKEFLAGS += --no-print-directory
parallel := --parallel $(shell nproc)

.PHONY: all test slides present handout rehearse test-slides
all: build/CMakeCache.txt
	@cmake --build build $(parallel)

test: all
	@cd build && ctest --output-on-failure $(parallel)

# The chapter that ./check means from now on.
chapter-%: build/CMakeCache.txt
	@echo $* >build/state/current
	@tests/checker/build.sh build $* $(parallel)

# These need Node.js, and say so; see slides/README.md. rehearse does not.
slides handout test-slides: build/CMakeCache.txt
	@cmake --build build $(parallel) --target deck
	@slides/tools/slides.sh $@
rehearse: build/CMakeCache.txt
	@cmake --build build $(parallel) --target demos
	@slides/tools/slides.sh $@
present: build/CMakeCache.txt # begins in any case, with what there is
	@cmake --build build $(parallel) --target deck || echo "slides: not all of it was built" >&2
	@slides/tools/slides.sh $@

%: build/CMakeCache.txt
	@cmake --build build $(parallel) --target $@

build/CMakeCache.txt:
	@echo "The first build: about half a minute, this once."
	@cmake -S . -B build -G Ninja

Makefile: ;
