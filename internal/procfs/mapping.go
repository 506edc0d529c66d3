package procfs

import (
	"bytes"
	"os"
	"strconv"
)

// Mapping returns the address at which the thread tid has mapped the beginning
// of what its descriptor fd is, as the mmap of a virtual CPU (kvm); 0 if it has not.
func (d *Describer) Mapping(tid int, fd int32) uint64 {
	link := d.Link(tid, fd)
	if len(link) == 0 {
		return 0
	}
	maps, err := os.ReadFile("/proc/" + strconv.Itoa(tid) + "/maps")
	if err != nil {
		return 0
	}
	for line := range bytes.Lines(maps) {
		// 7f0000000000-7f0000003000 rw-s 00000000 00:0e 1065  anon_inode:kvm-vcpu:0
		f := bytes.Fields(line)
		if len(f) < 6 || string(f[2]) != "00000000" || !bytes.Equal(bytes.Join(f[5:], []byte(" ")), link) {
			continue
		}
		from, _, _ := bytes.Cut(f[0], []byte("-"))
		addr, ok := hexadecimal(from)
		if ok {
			return addr
		}
	}
	return 0
}
