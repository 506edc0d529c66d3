package decode

import (
	"math"

	"gostrace/internal/abi"
)

// Moves says what a call moves through the descriptor that is its first
// argument, and where its second argument has it: for -e read= and -e write=.
type Moves uint8

const (
	NoBytes       Moves = iota // nothing
	ReadsBytes                 // into one buffer, as many as the result says
	WritesBytes                // out of one buffer, as many as the third argument says, if the call fails, too
	ReadsVector                // struct iovec; the third argument is their number
	WritesVector               // likewise
	ReadsMessage               // struct msghdr
	WritesMessage              // likewise
	ReadsMessages              // struct mmsghdr; the result is their number
	WritesMessages
)

// Reads says whether the call moves bytes from the descriptor to memory.
func (m Moves) Reads() bool {
	return m == ReadsBytes || m == ReadsVector || m == ReadsMessage || m == ReadsMessages
}

// Writes says whether the call moves bytes from memory to the descriptor.
func (m Moves) Writes() bool { return m != NoBytes && !m.Reads() }

// A Dump receives the bytes that a call moved, in pieces.
type Dump interface {
	// Message begins message i, of as many buffers.
	Message(i int, buffers uint64)
	// Buffer begins buffer i of several, of n bytes.
	Buffer(i int, n uint64)
	// Bytes is told of bytes at an offset of a buffer of size bytes. They are valid during the call.
	Bytes(b []byte, off, size uint64)
	// Unread says that n bytes at addr, in the midst of a buffer, could not be read.
	Unread(n int, addr uint64)
}

// Dumps returns the descriptor that the call, which has returned, moves bytes
// through, and which way.
func (c *Call) Dumps() (fd int32, way Moves) { return int32(c.Args[0]), c.sys.Moves }

// Dump tells d the bytes that the call has moved.
func (c *Call) Dump(d Dump) {
	c.allowance, c.room = math.MaxInt, math.MaxInt // whoever wants all of it is given all of it
	addr := c.Word(c.Args[1])
	switch c.sys.Moves {
	case ReadsBytes:
		c.dumpBuffer(d, addr, Ret.Eval(c))
	case WritesBytes:
		c.dumpBuffer(d, addr, c.Word(c.Args[2]))
	case ReadsVector, WritesVector:
		c.dumpVector(d, addr, c.Word(c.Args[2]), c.moved())
	case ReadsMessage, WritesMessage:
		if h, ok := c.fetch(addr, c.size(abi.Sizeof_user_msghdr)); ok {
			c.dumpMessage(d, h, c.moved())
		}
	case ReadsMessages, WritesMessages:
		c.dumpMessages(d, addr, int(min(Ret.Eval(c), maxElements)))
	}
}

func (c *Call) size(of abi.Member) int { return int(c.ABI.Members[of].Size) }

func (c *Call) dumpMessages(d Dump, addr uint64, n int) {
	size := c.size(abi.Sizeof_mmsghdr)
	for i := range n {
		b, ok := c.fetch(addr+uint64(i*size), size)
		if !ok {
			return
		}
		buffers, _ := c.ABI.Load(b, abi.User_msghdr_msg_iovlen) // msg_hdr comes first
		moved, _ := c.ABI.Load(b, abi.Mmsghdr_msg_len)
		d.Message(i, buffers)
		c.dumpMessage(d, b, moved)
	}
}

// dumpMessage tells of the buffers of the struct msghdr in b.
func (c *Call) dumpMessage(d Dump, b []byte, moved uint64) {
	iov, _ := c.ABI.Load(b, abi.User_msghdr_msg_iov)
	n, _ := c.ABI.Load(b, abi.User_msghdr_msg_iovlen)
	c.dumpVector(d, iov, n, moved)
}

// moved is how many bytes of several buffers the call moved; of a call that
// failed all that it was to write counts, as of one with one buffer.
func (c *Call) moved() uint64 {
	if c.Failed && c.sys.Moves.Writes() {
		return math.MaxUint64
	}
	return Ret.Eval(c)
}

// dumpVector tells of moved bytes in n buffers. It ends at an empty one, and
// tells nothing if one of their addresses and lengths can't be read.
func (c *Call) dumpVector(d Dump, addr, n, moved uint64) {
	size := c.size(abi.Sizeof_iovec)
	if n > MaxFetch/uint64(size) {
		return
	}
	vector, ok := c.fetch(addr, int(n)*size)
	if !ok {
		return
	}
	for i := range int(n) {
		b := vector[i*size : (i+1)*size]
		base, _ := c.ABI.Load(b, abi.Iovec_iov_base)
		room, _ := c.ABI.Load(b, abi.Iovec_iov_len)
		part := min(room, moved)
		if part == 0 {
			return
		}
		moved -= part
		d.Buffer(i, part)
		c.dumpBuffer(d, base, part)
	}
}

// dumpPiece is how many bytes are fetched at a time: what the reference does,
// which shows in what is said of memory that can't be read.
const dumpPiece = 1 << 16

// maxDump bounds the bytes of one buffer, whatever a program claims: the kernel
// moves no more at once (MAX_RW_COUNT, read(2)).
const maxDump = 0x7ffff000

// dumpBuffer tells of n bytes at addr. Of a buffer that can't be read at its
// beginning it tells nothing.
func (c *Call) dumpBuffer(d Dump, addr, n uint64) {
	if addr+n < addr {
		return
	}
	n, size := min(n, maxDump), n
	mark := len(c.arena)
	for off := uint64(0); off < n; {
		piece := int(min(n-off, dumpPiece))
		b, ok := c.fetch(addr+off, piece)
		if !ok {
			if off > 0 {
				d.Unread(piece, addr+off)
			}
			break
		}
		d.Bytes(b, off, size)
		off += uint64(piece)
		c.arena = c.arena[:min(mark, len(c.arena))]
	}
	c.arena = c.arena[:min(mark, len(c.arena))]
}
