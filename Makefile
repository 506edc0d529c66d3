.PHONY: facts generate generate-check

# What the kernel's headers say: needs the network, apt and gcc -m32; see internal/gen/facts.
facts:
	nice go run ./internal/gen/facts

generate:
	go generate ./...

# Fails if a generated file is not what its generator would write now.
generate-check:
	go run ./internal/gen/layout -check
	go run ./internal/gen/xlat -check
