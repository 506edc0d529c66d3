package main

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// withRing starts a process whose threads pass a token, lets f trace it, and
// checks that it has noticed nothing.
func withRing(r *rig, threads int, f func(ring *job) error) error {
	ring, err := r.startPiped(r.victim, "ring", strconv.Itoa(threads))
	if err != nil {
		return err
	}
	err = until("the ring turns", func() bool { return ring.text() != "" })
	if err == nil {
		err = f(ring)
	}
	if err == nil {
		err = until("nobody traces it", func() bool { return status(ring.pid(), "TracerPid") == "0" })
	}
	if err == nil {
		_, err = ring.expect("exit status 0")
	}
	if err != nil {
		ring.abandon()
		return err
	}
	return errors.Join(okay(ring), ring.clean())
}

// attach traces the ring with options and calls then, when it is attached to.
func attach(r *rig, ring *job, options []string, then func(tracer *job) error) error {
	j, err := r.start(r.command(append(options, "-p", strconv.Itoa(ring.pid())))...)
	if err != nil {
		return err
	}
	err = until("strace attaches", func() bool { return status(ring.pid(), "TracerPid") == strconv.Itoa(j.pid()) })
	if err == nil {
		err = then(j)
	}
	if err != nil {
		j.abandon()
		return err
	}
	return j.clean()
}

func attaches(r *rig, rnd *rand.Rand) error {
	return withRing(r, 50+rnd.IntN(2)*40, func(ring *job) error {
		for range 3 {
			err := attach(r, ring, append(options(rnd), "-o", "@trace"), func(j *job) error {
				sleep(rnd, 6000)
				syscall.Kill(j.pid(), syscall.SIGINT)
				_, err := j.expect("signal: interrupt")
				return err
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
}

func stopped(r *rig, rnd *rand.Rand) error {
	return withRing(r, 4, func(ring *job) error {
		// On its way from one kind of stop to another it is running, in the kernel,
		// for a moment: so what it has done is what counts.
		isStopped := func() bool {
			s := status(ring.pid(), "State")
			return strings.HasPrefix(s, "T") || strings.HasPrefix(s, "t")
		}
		syscall.Kill(ring.pid(), syscall.SIGSTOP)
		if err := until("all its threads stop", func() bool { return threadsIn(ring.pid(), "T") }); err != nil {
			return err
		}
		before := reads(ring.pid())
		err := attach(r, ring, []string{"-f", "-o", "@trace"}, func(j *job) error {
			sleep(rnd, 3000)
			if err := until("it is stopped while traced", isStopped); err != nil {
				return err
			}
			syscall.Kill(j.pid(), syscall.SIGTERM)
			_, err := j.expect("signal: terminated")
			return err
		})
		if err != nil {
			return err
		}
		if err := until("it is stopped after the detach", func() bool { return strings.HasPrefix(status(ring.pid(), "State"), "T") }); err != nil {
			return err
		}
		if after := reads(ring.pid()); before == "" || after != before {
			return fmt.Errorf("it has run while it should have been stopped: %s reads before, %s after", before, after)
		}
		return syscall.Kill(ring.pid(), syscall.SIGCONT)
	})
}

func tracerKilledAttached(r *rig, rnd *rand.Rand) error {
	return withRing(r, 20, func(ring *job) error {
		return attach(r, ring, append(options(rnd), "-o", "@trace"), func(j *job) error {
			sleep(rnd, 10000)
			syscall.Kill(j.pid(), syscall.SIGKILL)
			_, err := j.expect("signal: killed")
			return err
		})
	})
}

// launchAndKill kills strace, and returns the job and the process that it had
// launched, whose end it doesn't wait for.
func launchAndKill(r *rig, rnd *rand.Rand, options []string) (*job, error) {
	j, err := r.start(r.command(append(options, "-o", "@trace"), r.victim, "work", "4", "300")...)
	if err != nil {
		return nil, err
	}
	pid, err := child(j.pid())
	if errors.Is(err, errGone) { // all is over before it could be killed
		_, err = j.expect("exit status 0")
		return j, err
	}
	if err == nil {
		// From its execve on it is the command.
		err = until("it executes", func() bool { n := status(pid, "Name"); return n == "victim" || n == "" })
	}
	if err == nil {
		sleep(rnd, 10000)
		syscall.Kill(j.pid(), syscall.SIGKILL)
		_, err = j.expect("signal: killed", "exit status 0")
	}
	if err != nil {
		j.abandon()
		return nil, err
	}
	return j, nil
}

func tracerKilledLaunched(r *rig, rnd *rand.Rand) error {
	j, err := launchAndKill(r, rnd, []string{"-f"})
	if err != nil {
		return err
	}
	err = j.clean() // it ends by itself
	return errors.Join(err, okayText(j))
}

func tracerKilledKills(options ...string) func(r *rig, rnd *rand.Rand) error {
	return func(r *rig, rnd *rand.Rand) error {
		j, err := launchAndKill(r, rnd, append([]string{"-f"}, options...))
		if err != nil {
			return err
		}
		text := j.text()
		if strings.Contains(text, "wrong") {
			err = errors.New("a call failed" + j.said())
		}
		begin := time.Now()
		if cerr := j.clean(); cerr != nil {
			return errors.Join(err, cerr)
		}
		if d := time.Since(begin); d > patience/2 {
			err = errors.Join(err, fmt.Errorf("it took %v to die", d))
		}
		return err
	}
}
