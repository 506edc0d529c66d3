package main

import "regexp"

// plainCommands are the ioctl commands that are plain numbers from before
// _IOC, by header.
var plainCommands = map[string]*regexp.Regexp{
	"asm-generic/ioctls.h":  regexp.MustCompile(`^(TC|TIOC|FIO)`),
	"linux/sockios.h":       regexp.MustCompile(`^SIO`),
	"asm-generic/sockios.h": regexp.MustCompile(`^(SIO|FIO)`),
}

func plainCommand(p place) bool {
	re := plainCommands[p.header]
	return re != nil && re.MatchString(p.name)
}
