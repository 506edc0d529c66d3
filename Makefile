# The targets that people and .ci/run use. `make` builds ./strace.
.PHONY: build test lint generate generate-check bpf facts bench soak torture scale corpus fuzz fuzz-families clean

# What lint builds the first time (a minute or two); the configuration is .golangci.yml.
GOLANGCI_LINT = github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0
FUZZ_SECONDS = 60

build:
	go build -o strace ./cmd/strace
	go build -o strace-log-merge ./cmd/strace-log-merge

test:
	go test ./...

lint:
	go vet ./...
	go run $(GOLANGCI_LINT) run ./...

generate:
	go generate ./...

# Fails if a generated file is not what its generator would write now: runs every generator that has -check.
generate-check:
	go test -count=1 ./internal/deptest -run 'TestGenerated'

# What the kernel's headers say: needs the network, apt and gcc -m32; see internal/gen/facts.
facts:
	nice go run ./internal/gen/facts

# The programs of the eBPF engine, compiled: needs clang and llvm-strip, and only when internal/ebpf/kernel has changed.
bpf:
	cd internal/gen/ebpf && go run github.com/cilium/ebpf/cmd/bpf2go -target amd64 -go-package main -output-stem zcapture \
		capture ../../ebpf/kernel/capture.c -- -O2 -mcpu=v3 -Wall -Werror -Wno-unused-const-variable -Wno-unused-variable -Wno-parentheses
	GOSTRACE_BPF_COMPILED=1 go run ./internal/gen/ebpf

# What only the reference tells: needs strace-reference and gcc -m32.
observe:
	go run ./internal/gen/observe

# The eBPF engine for SOAK on a fork load and on busy servers, which it installs and starts: nothing may be lost silently.
SOAK = 10m
soak:
	command -v redis-server nginx wrk redis-benchmark >/dev/null || RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends redis-server redis-tools nginx-light wrk
	go run ./internal/tracetest/soak -for $(SOAK)

# Ours beside the reference, in turns: make bench ARGS='-n 9 -run dd'
bench:
	go run ./internal/tracetest/bench $(ARGS)

# What happens on bad days, 1,000 times each; writes docs/RELIABILITY.md: some minutes.
torture:
	go run ./internal/tracetest/torture -write $(ARGS)

# Memory and cost per stop with up to 10,000 tracees, beside the reference's.
scale:
	go run ./internal/tracetest/scale $(ARGS)

# Both traces of a corpus program and their difference: make corpus P=file/open ARGS='-X raw'
corpus:
	go run ./internal/tracetest/corpus $(P) $(ARGS)

# How many lines of the corpus show each system call, and how many differ: recorded, and shown in docs/SYSCALLS.md.
.PHONY: coverage
coverage:
	nice go run ./internal/tracetest/coverage
	go generate ./internal/syscalls

# Every fuzz target, for FUZZ_SECONDS altogether.
fuzz:
	.ci/fuzz $(FUZZ_SECONDS)

# Ten minutes of one processor for each family of decoders: make fuzz-families FAMILY_SECONDS=600 FAMILIES="net ipc"
fuzz-families:
	FAMILIES="$(FAMILIES)" .ci/fuzz-families $(or $(FAMILY_SECONDS),600)

clean:
	rm -f strace strace-log-merge
	go clean -testcache
