# Thin: everything is CMake's. Configures build/ on first use and forwards any
# target to it.
MAKEFLAGS += --no-print-directory
JOBS := $(shell nproc)

.PHONY: all test slides present handout rehearse test-slides
all: build/Makefile
	@cmake --build build -j$(JOBS)

test: all
	@cd build && ctest --output-on-failure -j$(JOBS)

# These need Node.js, and say so; see slides/README.md. rehearse does not.
slides present handout rehearse test-slides: all
	@slides/tools/slides.sh $@

%: build/Makefile
	@cmake --build build -j$(JOBS) --target $@

build/Makefile:
	@cmake -S . -B build -G "Unix Makefiles"

Makefile: ;
