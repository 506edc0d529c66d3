package unwind

import (
	"encoding/binary"
	"encoding/hex"
)

const debugDir = "/usr/lib/debug"

// debugImage returns the file that has what was stripped off img; img itself if
// there is none.
func (img *image) debugImage() *image {
	if img.debug == nil {
		img.debug = img
		if id := img.buildID(); len(id) > 1 {
			name := debugDir + "/.build-id/" + hex.EncodeToString(id[:1]) + "/" + hex.EncodeToString(id[1:]) + ".debug"
			if d := openDebug(name); d != nil {
				img.debug = d
			}
		}
	}
	return img.debug
}

func openDebug(name string) *image {
	fd := open(name)
	if fd < 0 {
		return nil
	}
	d := newImage(fdReader(fd))
	if d == nil {
		closeFD(fd)
		return nil
	}
	d.fd, d.debug = fd, d
	return d
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
