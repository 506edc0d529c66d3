// Command ioctl generates internal/ioctl/zcommands.go: the names of ioctl
// commands by value, from facts/ioctls.txt. Names of one value are joined as
// the reference joins them: "SNDCTL_TMR_START or TCSETS".
package main
