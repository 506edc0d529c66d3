package ebpf

import (
	"fmt"
	"sync/atomic"
	"syscall"
	"unsafe"
)

// A ring reads what the programs write (kernel/bpf/ringbuf.c says how): one page
// with the consumer's position, one with the producer's, and the data, mapped
// twice so that no record is in two pieces. The programs wake nobody up, which
// would cost more than all else they do: the reader comes by.
type ring struct {
	consumer, producer []byte
	data               []byte // 2*size bytes
	size               uint64
	pos                uint64
	said               uint64 // pos, as the kernel knows it
}

const pageSize = 4096

// Bits in the length of a record (linux/bpf.h).
const (
	recordBusy    = 1 << 31
	recordDiscard = 1 << 30
)

// recordHead is the size of what stands before a record.
const recordHead = 8

func openRing(m kernelMap, size uint64) (*ring, error) {
	r := &ring{size: size}
	var err error
	if r.consumer, err = syscall.Mmap(int(m), 0, pageSize, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_SHARED); err == nil {
		var b []byte
		b, err = syscall.Mmap(int(m), pageSize, pageSize+2*int(size), syscall.PROT_READ, syscall.MAP_SHARED)
		if err == nil {
			r.producer, r.data = b, b[pageSize:]
			return r, nil
		}
		_ = syscall.Munmap(r.consumer)
	}
	return nil, fmt.Errorf("mapping the ring: %w", err)
}

func (r *ring) close() {
	_ = syscall.Munmap(r.consumer)
	_ = syscall.Munmap(r.producer[:pageSize+2*r.size])
}

func (r *ring) produced() uint64 {
	return atomic.LoadUint64((*uint64)(unsafe.Pointer(&r.producer[0])))
}

// next returns the next record, which is valid until release; nil if there is none.
func (r *ring) next() []byte {
	for r.pos < r.produced() {
		at := r.pos & (r.size - 1)
		n := atomic.LoadUint32((*uint32)(unsafe.Pointer(&r.data[at])))
		if n&recordBusy != 0 {
			return nil
		}
		length := uint64(n &^ recordDiscard)
		r.pos += (length + recordHead + 7) &^ 7
		if n&recordDiscard == 0 {
			return r.data[at+recordHead : at+recordHead+length]
		}
	}
	return nil
}

// release gives the kernel back the place of the records that were read.
func (r *ring) release() {
	if r.said != r.pos {
		r.said = r.pos
		atomic.StoreUint64((*uint64)(unsafe.Pointer(&r.consumer[0])), r.pos)
	}
}

// waiting says how many bytes there are to read.
func (r *ring) waiting() uint64 { return r.produced() - r.pos }
