# Thin: everything is CMake's. Configures build/ on first use and forwards any
# target to it.
MAKEFLAGS += --no-print-directory
JOBS := $(shell nproc)

.PHONY: all test
all: build/Makefile
	@cmake --build build -j$(JOBS)

test: all
	@cd build && ctest --output-on-failure -j$(JOBS)

%: build/Makefile
	@cmake --build build -j$(JOBS) --target $@

build/Makefile:
	@cmake -S . -B build -G "Unix Makefiles"

Makefile: ;
