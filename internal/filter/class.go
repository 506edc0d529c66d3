package filter

import (
	"strings"

	"gostrace/internal/decode"
)

// bareClasses may be written without the % (deprecated, man page).
const bareClasses = decode.ClassFile | decode.ClassProcess | decode.ClassNet | decode.ClassSignal |
	decode.ClassIPC | decode.ClassDesc | decode.ClassMemory

// class returns the class that a value names; 0 if it names none.
func class(value string) decode.Class {
	name, marked := strings.CutPrefix(value, "%")
	switch {
	case name == "network":
		return decode.ClassNet
	case name == "net" && !marked:
		return 0
	}
	for i, n := range decode.ClassNames {
		if c := decode.Class(1) << i; n == name && (marked || c&bareClasses != 0) {
			return c
		}
	}
	return 0
}
