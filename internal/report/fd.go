package report

import (
	"io"
	"syscall"
	"unsafe"
)

// An FD writes to a descriptor, by plain system calls: an os.File ends the
// program by SIGPIPE when the reader of stdout or stderr has gone.
type FD int

// Write implements io.Writer. It goes on after a partial write and an
// interruption, and waits where the descriptor is non-blocking and full, as a
// terminal can be that another program has set so. The error is a syscall.Errno.
func (fd FD) Write(b []byte) (int, error) {
	done := 0
	for done < len(b) {
		n, err := syscall.Write(int(fd), b[done:])
		switch {
		case n > 0:
			done += n
		case err == syscall.EINTR:
		case err == syscall.EAGAIN:
			if err := fd.await(); err != nil {
				return done, err
			}
		case err != nil:
			return done, err
		default:
			return done, io.ErrShortWrite
		}
	}
	return done, nil
}

// await waits until the descriptor takes more (poll(2)).
func (fd FD) await() error {
	const pollOut = 4 // POLLOUT, asm-generic/poll.h
	p := struct {
		fd              int32
		events, revents int16
	}{fd: int32(fd), events: pollOut}
	forever := -1
	_, _, errno := syscall.Syscall(syscall.SYS_POLL, uintptr(unsafe.Pointer(&p)), 1, uintptr(forever))
	if errno != 0 && errno != syscall.EINTR {
		return errno
	}
	return nil
}
