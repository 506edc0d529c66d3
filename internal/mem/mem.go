package mem

// A Reader reads another address space.
type Reader interface {
	// ReadAt fills dst from addr and returns how many leading bytes it got.
	// Fewer than len(dst) means that the rest is unmapped, or not captured.
	ReadAt(dst []byte, addr uint64) int
}
