// Package ioctl names the commands of ioctl(2) and declares their arguments.
//
// The names are generated (zcommands.go) from facts/ioctls.txt.
package ioctl

//go:generate go run gostrace/internal/gen/ioctl
