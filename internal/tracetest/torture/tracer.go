package main

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
)

func descriptors(r *rig, rnd *rand.Rand) error {
	return withRing(r, 30, func(ring *job) error {
		j, err := r.start("/bin/sh", "-c", `ulimit -n 16; exec "$@"`, "sh", r.strace, "-ff", "-o", "@trace", "-p", fmt.Sprint(ring.pid()))
		if err != nil {
			return err
		}
		// Whether it attaches at all is its decision: either way it ends by itself.
		if _, err := j.expect("exit status 1"); err != nil {
			j.abandon()
			return err
		}
		if n := strings.Count(j.text(), "oo many open files"); n != 1 {
			err = fmt.Errorf("that descriptors are missing is said %d times%s", n, j.said())
		}
		return errors.Join(err, j.clean())
	})
}

func memory(r *rig, rnd *rand.Rand) error {
	const addressSpace = 9 // RLIMIT_AS
	return withRing(r, 20, func(ring *job) error {
		return attach(r, ring, []string{"-f", "-o", "@trace", "-s", "1000000"}, func(j *job) error {
			sleep(rnd, 3000)
			if err := limit(j.pid(), addressSpace, 1<<20); err != nil && !errors.Is(err, syscall.ESRCH) {
				return err
			}
			sleep(rnd, 10000)
			syscall.Kill(j.pid(), syscall.SIGTERM)
			_, err := j.expect("signal: terminated", "exit status 2", "signal: aborted", "signal: segmentation fault")
			return err
		})
	})
}

func fileSize(r *rig, rnd *rand.Rand) error {
	const fileSize = 1 // RLIMIT_FSIZE
	return withRing(r, 8, func(ring *job) error {
		return attach(r, ring, []string{"-f", "-o", "@trace"}, func(j *job) error {
			if err := limit(j.pid(), fileSize, uint64(1+rnd.IntN(100000))); err != nil && !errors.Is(err, syscall.ESRCH) {
				return err
			}
			_, err := j.expect("signal: file size limit exceeded", "exit status 1")
			return err
		})
	})
}

// full has the output on a full disk.
func full(output string, options ...string) func(r *rig, rnd *rand.Rand) error {
	return func(r *rig, rnd *rand.Rand) error {
		argv := r.command(slices.Concat([]string{"-f", "-o", output}, options), r.victim, "work", "4", "60")
		return complete(r, "exit status 0", argv, func(j *job) error {
			if n := strings.Count(j.text(), "strace: "); n != 1 || !strings.Contains(j.text(), "no space left on device") {
				return errors.New("that the disk is full should be said once" + j.said())
			}
			return okay(j)
		})
	}
}

func closedPipe(r *rig, rnd *rand.Rand) error {
	reader := fmt.Sprintf("|head -c %d >/dev/null", 1+rnd.IntN(50000))
	argv := r.command([]string{"-f", "-o", reader}, r.victim, "work", "4", "200")
	return complete(r, "exit status 0", argv, func(j *job) error {
		if n := strings.Count(j.text(), "strace: "); n != 1 || !strings.Contains(j.text(), "broken pipe") {
			return errors.New("that the pipe is broken should be said once" + j.said())
		}
		return okay(j)
	})
}

func fifo(r *rig, rnd *rand.Rand) error {
	name := filepath.Join(r.scratch, fmt.Sprintf("fifo%d", rnd.Uint64()))
	if err := syscall.Mkfifo(name, 0o600); err != nil {
		return err
	}
	defer os.Remove(name)
	j, err := r.start(r.command([]string{"-f", "-o", name}, r.victim, "work", "2", "5")...)
	if err != nil {
		return err
	}
	sleep(rnd, 8000)
	if text := j.text(); text != "" {
		j.abandon()
		return errors.New("it has begun" + j.said())
	}
	if rnd.IntN(2) == 0 {
		syscall.Kill(j.pid(), syscall.SIGTERM)
		if _, err := j.expect("signal: terminated"); err != nil {
			j.abandon()
			return err
		}
		if j.text() != "" {
			err = errors.New("it said something" + j.said())
		}
		return errors.Join(err, j.clean())
	}
	// A reader after all.
	f, err := os.OpenFile(name, os.O_RDWR, 0)
	if err != nil {
		j.abandon()
		return err
	}
	defer f.Close()
	go func() {
		buf := make([]byte, 1<<16)
		for {
			if _, err := f.Read(buf); err != nil {
				return
			}
		}
	}()
	if _, err := j.expect("exit status 0"); err != nil {
		j.abandon()
		return err
	}
	return errors.Join(okay(j), j.clean())
}

func noProc(r *rig, _ *rand.Rand) error {
	argv := append([]string{"unshare", "-m", "/bin/sh", "-c", `mount -t tmpfs none /proc && exec "$@"`, "sh"},
		r.command([]string{"-f", "-yy", "-o", "@trace"}, r.victim, "work", "4", "20")...)
	return complete(r, "exit status 0", argv, okay)
}

func hidePID(r *rig, _ *rand.Rand) error {
	argv := append([]string{
		"unshare", "-m", "/bin/sh", "-c", `mount -t proc -o hidepid=2 proc /proc && chmod 777 . &&
		exec setpriv --reuid 65534 --regid 65534 --clear-groups "$@"`, "sh",
	}, r.command([]string{"-f", "-yy", "-o", "@trace"}, r.victim, "work", "4", "20")...)
	return complete(r, "exit status 0", argv, okay)
}

// okayText is okay for a job whose files have been removed: it was read before.
func okayText(j *job) error {
	if !strings.Contains(j.last, "ok ") || strings.Contains(j.last, "wrong: ") {
		return errors.New("the work was not right; it said:\n" + j.last)
	}
	return nil
}
