package unwind

import (
	"bytes"
	"debug/elf"
	"encoding/binary"
	"io"
	"strconv"
	"strings"
	"syscall"
	"unsafe"

	"gostrace/internal/mem"
)

const (
	maxImages  = 128      // files kept open
	maxCopy    = 16 << 20 // bytes of a file that is copied out of memory
	maxSection = 64 << 20 // bytes of a section that is loaded whole
	maxRows    = 1 << 14  // addresses of a file whose rules are kept
	pageSize   = 4096
)

// An image is an ELF file, shared by all processes that map it.
type image struct {
	key    fileKey
	fd     int // the file; -1 if it is closed, or never was open
	source io.ReaderAt
	file   *elf.File
	wide   bool   // 64-bit
	path   string // of the file, below root; "" if nobody knows
	root   string // of the process that it was first seen in
	base   uint64 // where address 0 of the file is in the memory that this is a copy of
	dead   bool   // dropped from the cache
	used   uint64

	cfi     cfiTable
	rows    map[uint64]*row
	symbols symbolTable
	lines   *lineTable // nil: not looked at yet
	debug   *image     // where the debugging information is: another file, or this one; nil: not looked for yet
}

// A fileKey says which file it is, and in which state.
type fileKey struct {
	device, inode uint64
	size          int64
	changed       syscall.Timespec
}

// image returns what is known about the file behind m, or nil.
func (u *Unwinder) image(p *process, m *mapping, r mem.Reader) *image {
	if m.image != nil && !m.image.dead {
		m.image.used = u.clock
		return m.image
	}
	if m.tried && m.image == nil || m.name == "" {
		return nil
	}
	m.tried = true
	m.image = u.open(p, m)
	if m.image == nil {
		m.image = u.copied(m, r)
	}
	if m.image != nil {
		m.image.used = u.clock
	}
	return m.image
}

// open opens the file behind m: the very one, even if it was deleted or
// replaced (which takes a privilege), or is out of sight in another mount namespace.
func (u *Unwinder) open(p *process, m *mapping) *image {
	if m.name[0] != '/' {
		return nil
	}
	proc := "/proc/" + strconv.Itoa(p.pid)
	var st syscall.Stat_t
	fd := -1
	for _, name := range [...]string{
		proc + "/map_files/" + strconv.FormatUint(m.start, 16) + "-" + strconv.FormatUint(m.end, 16), proc + "/root" + m.name, proc + "/exe",
	} {
		if fd = openMapped(name, m, &st); fd >= 0 {
			break
		}
	}
	if fd < 0 {
		return nil
	}
	key := fileKey{m.device, m.inode, st.Size, st.Ctim}
	if img := u.images[key]; img != nil {
		closeFD(fd)
		return img
	}
	u.evict()
	img := newImage(fdReader(fd))
	if img == nil {
		closeFD(fd)
		return nil
	}
	img.fd, img.key = fd, key
	img.path, img.root = strings.TrimSuffix(m.name, " (deleted)"), proc+"/root"
	u.images[key] = img
	return img
}

// openMapped opens a file if it is the one behind m, and describes it. It
// returns a negative number if it isn't.
func openMapped(name string, m *mapping, st *syscall.Stat_t) int {
	fd := open(name)
	if fd >= 0 && (!fstat(fd, st) || st.Mode&syscall.S_IFMT != syscall.S_IFREG || st.Ino != m.inode) {
		closeFD(fd)
		return -1
	}
	return fd
}

// evict makes room for another image.
func (u *Unwinder) evict() {
	if len(u.images) < maxImages {
		return
	}
	var oldest *image
	for _, img := range u.images {
		if oldest == nil || img.used < oldest.used {
			oldest = img
		}
	}
	delete(u.images, oldest.key)
	oldest.close()
}

// close ends the use of an image; whoever still has it sees that it is dead.
func (img *image) close() {
	img.dead = true
	if img.fd >= 0 {
		closeFD(img.fd)
		img.fd = -1
	}
	if d := img.debug; d != nil && d != img && !d.dead {
		d.close()
	}
}

// newImage returns an image of an ELF file, or nil if it is none that can be made sense of.
func newImage(src io.ReaderAt) *image {
	f, err := elf.NewFile(src)
	if err != nil || f.ByteOrder != binary.LittleEndian || f.Machine != elf.EM_X86_64 && f.Machine != elf.EM_386 {
		return nil
	}
	return &image{fd: -1, source: src, file: f, wide: f.Class == elf.ELFCLASS64}
}

// copied makes an image of what is in the tracee's memory: of the vdso, and of
// files that can't be opened any more.
func (u *Unwinder) copied(m *mapping, r mem.Reader) *image {
	if m.base == 0 || r == nil {
		return nil
	}
	head := make([]byte, pageSize)
	if n := r.ReadAt(head, m.base); n < 64 {
		return nil
	}
	size, sections := extent(head)
	if size < 64 || size > maxCopy {
		return nil
	}
	b := make([]byte, size)
	for at := uint64(0); at < size; at += pageSize {
		r.ReadAt(b[at:min(at+pageSize, size)], m.base+at) // holes stay zero
	}
	if !sections {
		forgetSections(b)
	}
	img := newImage(bytes.NewReader(b))
	if img != nil {
		if first, ok := img.vaddr(0); ok {
			img.base = m.base - first
		}
	}
	return img
}

// forgetSections takes the section headers out of the header of an ELF file.
func forgetSections(b []byte) {
	if b[elf.EI_CLASS] == byte(elf.ELFCLASS64) {
		clear(b[40:48])
		clear(b[60:64])
	} else {
		clear(b[32:36])
		clear(b[48:52])
	}
}

// extent returns how many bytes of memory from the beginning of an image on are
// those of its file, and whether its section headers are among them.
func extent(head []byte) (size uint64, whole bool) {
	order := binary.LittleEndian
	if string(head[:4]) != elf.ELFMAG || order.Uint16(head[18:]) != uint16(elf.EM_X86_64) && order.Uint16(head[18:]) != uint16(elf.EM_386) {
		return 0, false
	}
	wide := head[elf.EI_CLASS] == byte(elf.ELFCLASS64)
	var off, length, n, sections, sectionEnd uint64
	if wide {
		off, length, n = order.Uint64(head[32:]), uint64(order.Uint16(head[54:])), uint64(order.Uint16(head[56:]))
		sections = order.Uint64(head[40:])
		sectionEnd = sections + uint64(order.Uint16(head[58:]))*uint64(order.Uint16(head[60:]))
	} else {
		off, length, n = uint64(order.Uint32(head[28:])), uint64(order.Uint16(head[42:])), uint64(order.Uint16(head[44:]))
		sections = uint64(order.Uint32(head[32:]))
		sectionEnd = sections + uint64(order.Uint16(head[46:]))*uint64(order.Uint16(head[48:]))
	}
	var end uint64
	writable := false // then what is behind the end is the program's
	for i := range n {
		at := off + i*length
		if at > pageSize-56 || length < 32 {
			break
		}
		p := head[at:]
		if elf.ProgType(order.Uint32(p)) != elf.PT_LOAD {
			continue
		}
		var offset, addr, size uint64
		var flags uint32
		if wide {
			flags = order.Uint32(p[4:])
			offset, addr, size = order.Uint64(p[8:]), order.Uint64(p[16:]), order.Uint64(p[32:])
		} else {
			flags = order.Uint32(p[24:])
			offset, addr, size = uint64(order.Uint32(p[4:])), uint64(order.Uint32(p[8:])), uint64(order.Uint32(p[16:]))
		}
		writable = writable || elf.ProgFlag(flags)&elf.PF_W != 0
		if offset > maxCopy || size > maxCopy {
			return 0, false
		}
		if offset&(pageSize-1) == addr&(pageSize-1) {
			end = max(end, offset+size)
		}
	}
	// The kernel maps whole pages: of the vdso, that brings in the section headers.
	if mapped := (end + pageSize - 1) &^ (pageSize - 1); sectionEnd <= mapped && sections != 0 && !writable {
		return mapped, true
	}
	return end, false
}

// vaddr returns the address that the file gives to what is at offset off of it.
func (img *image) vaddr(off uint64) (uint64, bool) {
	var found uint64
	ok := false
	for _, p := range img.file.Progs {
		if p.Type != elf.PT_LOAD || off < p.Off&^(pageSize-1) || off >= p.Off+p.Filesz {
			continue
		}
		if !ok || p.Flags&elf.PF_X != 0 {
			found, ok = p.Vaddr+off-p.Off, true
		}
	}
	return found, ok
}

// readAddr fills dst with what the file has for address addr, and returns how
// many bytes it got.
func (img *image) readAddr(dst []byte, addr uint64) int {
	for _, p := range img.file.Progs {
		if p.Type == elf.PT_LOAD && addr >= p.Vaddr && addr-p.Vaddr < p.Filesz {
			n := min(uint64(len(dst)), p.Filesz-(addr-p.Vaddr))
			got, _ := img.source.ReadAt(dst[:n], int64(p.Off+addr-p.Vaddr))
			return max(got, 0)
		}
	}
	return 0
}

// section returns the contents of a section, decompressed; nil if there is none.
func (img *image) section(name string) []byte {
	s := img.file.Section(name)
	if s == nil || s.Type == elf.SHT_NOBITS || s.Size > maxSection || s.FileSize > maxSection {
		return nil
	}
	b, err := s.Data()
	if err != nil {
		return nil
	}
	return b
}

// An fdReader reads a file by its descriptor, without the scheduler: the file
// is mapped by a program, and mostly in memory.
type fdReader int

// ReadAt implements io.ReaderAt.
func (fd fdReader) ReadAt(b []byte, off int64) (int, error) {
	n := 0
	for n < len(b) {
		k, _, e := syscall.RawSyscall6(syscall.SYS_PREAD64, uintptr(fd), uintptr(unsafe.Pointer(&b[n])), uintptr(len(b)-n), uintptr(off)+uintptr(n), 0, 0)
		if e != 0 {
			return n, e
		}
		if k == 0 {
			return n, io.EOF
		}
		n += int(k)
	}
	return n, nil
}

func fstat(fd int, st *syscall.Stat_t) bool {
	_, _, e := syscall.RawSyscall(syscall.SYS_FSTAT, uintptr(fd), uintptr(unsafe.Pointer(st)), 0)
	return e == 0
}
