package unwind

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"io"
	"path"
	"strings"
)

// What was stripped off a file may be in another one: below /usr/lib/debug by
// the file's build id or path, beside it under the name in .gnu_debuglink (see
// GDB's manual, "Debugging Information in Separate Files"), or, only names, in
// its own .gnu_debugdata, compressed by xz ("MiniDebugInfo"). The reference
// looks for less, and crashes on the latter.

const (
	debugDir = "/usr/lib/debug"
	maxLinks = 64 << 20 // bytes of a file whose checksum is looked at
)

// debugImage returns the file that has what was stripped off img; img itself if
// there is none.
func (img *image) debugImage() *image {
	if img.debug == nil {
		img.debug = img
		if img.file.Section(".symtab") == nil || img.file.Section(".debug_info") == nil {
			if d := img.findDebug(); d != nil {
				d.debug = d
				img.debug = d
			}
		}
	}
	return img.debug
}

func (img *image) findDebug() *image {
	id := img.buildID()
	if len(id) > 1 {
		name := debugDir + "/.build-id/" + hex.EncodeToString(id[:1]) + "/" + hex.EncodeToString(id[1:]) + ".debug"
		if d := img.openDebug(name); d != nil {
			return d
		}
	}
	if link, sum := img.debugLink(); link != "" && img.path != "" {
		dir := path.Dir(img.path)
		for _, name := range [...]string{dir + "/" + link, dir + "/.debug/" + link, debugDir + dir + "/" + link} {
			if name == img.path {
				continue
			}
			if d := img.openDebug(name); d != nil {
				if d.belongs(id, sum) {
					return d
				}
				d.close()
			}
		}
	}
	return img.miniDebug()
}

// openDebug opens a file for debugging as the tracee sees it or, if it has
// none, as this process does. It returns nil if there is no such ELF file.
func (img *image) openDebug(name string) *image {
	for _, root := range [...]string{img.root, ""} {
		fd := open(root + name)
		if fd < 0 {
			continue
		}
		if d := newImage(fdReader(fd)); d != nil && d.wide == img.wide {
			d.fd, d.path, d.root = fd, name, root
			return d
		}
		closeFD(fd)
	}
	return nil
}

// belongs says whether a file that a link led to is the right one: by its build
// id or, where there is none, its checksum.
func (img *image) belongs(id []byte, sum uint32) bool {
	if own := img.buildID(); len(id) > 0 && len(own) > 0 {
		return bytes.Equal(id, own)
	}
	b, err := io.ReadAll(io.NewSectionReader(img.source, 0, maxLinks))
	return err == nil && len(b) < maxLinks && checksum(b) == sum
}

// checksum is the CRC-32 of the IEEE. The package hash/crc32 would cost every
// start of the program more than this costs when it is needed.
func checksum(b []byte) uint32 {
	var table [256]uint32
	for i := range table {
		c := uint32(i)
		for range 8 {
			c = c>>1 ^ 0xedb88320&-(c&1)
		}
		table[i] = c
	}
	c := ^uint32(0)
	for _, v := range b {
		c = table[byte(c)^v] ^ c>>8
	}
	return ^c
}

// debugLink returns the name in .gnu_debuglink, and the checksum of that file.
func (img *image) debugLink() (string, uint32) {
	b := img.section(".gnu_debuglink")
	n := bytes.IndexByte(b, 0)
	at := (n + 4) &^ 3
	if n < 0 || at+4 > len(b) || strings.Contains(string(b[:n]), "/") {
		return "", 0
	}
	return string(b[:n]), binary.LittleEndian.Uint32(b[at:])
}

// buildID returns the contents of .note.gnu.build-id, or nil.
func (img *image) buildID() []byte {
	b := img.section(".note.gnu.build-id")
	if len(b) < 16 || string(b[12:16]) != "GNU\x00" {
		return nil
	}
	n := binary.LittleEndian.Uint32(b[4:])
	if uint64(n) > uint64(len(b)-16) || n > 64 {
		return nil
	}
	return b[16 : 16+n]
}

// miniDebug returns the file within .gnu_debugdata, or nil.
func (img *image) miniDebug() *image {
	b := img.section(".gnu_debugdata")
	if b == nil {
		return nil
	}
	if b = unxz(b); b == nil {
		return nil
	}
	return newImage(bytes.NewReader(b))
}
