package syscalls

import (
	"encoding/binary"

	d "gostrace/internal/decode"
)

// What -e namespace=new shows behind the result of a call: the namespaces that
// the caller, or its new child, has entered.

// namespaces are the kinds of namespaces, by their flags (linux/sched.h) and
// by their names in /proc/PID/ns, in the order in which they are shown.
var namespaces = [...]struct {
	flag uint64
	name string
}{
	{0x02000000, "cgroup"}, {0x08000000, "ipc"}, {0x00020000, "mnt"}, {0x40000000, "net"},
	{0x20000000, "pid"}, {cloneNewTime, "time"}, {0x04000000, "uts"}, {0x10000000, "user"},
}

const cloneNewTime = 0x80 // CLONE_NEWTIME; clone(2) has its signal there

// entered returns the number i of a namespace that the call entered by flags,
// and its link, behind number i; -1 if there is none.
func entered(c *d.Call, flags uint64, i int) (int, []byte) {
	if c.Namespace == nil || c.Failed {
		return -1, nil
	}
	pid := int32(c.Ret) // of the child; 0 is the caller
	for i++; i < len(namespaces); i++ {
		if flags&namespaces[i].flag == 0 {
			continue
		}
		if link := c.Namespace(pid, namespaces[i].name); link != nil {
			return i, link
		}
	}
	return -1, nil
}

func showEntered(c *d.Call, flags uint64) {
	first := true
	if c.P.JSON {
		c.P.Array()
		defer c.P.EndArray()
	}
	for i, link := entered(c, flags, -1); i >= 0; i, link = entered(c, flags, i) {
		if c.P.JSON {
			c.P.Elem()
			c.P.Quote(link, false)
			continue
		}
		if !first {
			c.P.Text(", ")
		}
		first = false
		c.P.Text(string(link))
	}
}

// entering says which namespaces a call enters.
type entering func(c *d.Call) uint64

// Show implements d.Type.
func (f entering) Show(c *d.Call, _ uint64) { showEntered(c, f(c)) }

// The tails of calls that have the flags in different places.
var (
	unshareTail = []*d.Param{{Name: "namespaces", Bare: true, Type: entering(unshareFlags), If: unshareEnters}}
	setnsTail   = []*d.Param{{Name: "namespaces", Bare: true, Type: entering(setnsFlags), If: setnsEnters}}
	cloneTail   = []*d.Param{{Name: "namespaces", Bare: true, Type: entering(cloneNewFlags), If: cloneEnters}}
	clone3Tail  = []*d.Param{{Name: "namespaces", Bare: true, Type: entering(clone3NewFlags), If: clone3Enters}}
)

func unshareEnters(c *d.Call) bool { return enters(c, unshareFlags(c)) }
func setnsEnters(c *d.Call) bool   { return enters(c, setnsFlags(c)) }
func cloneEnters(c *d.Call) bool   { return enters(c, cloneNewFlags(c)) }
func clone3Enters(c *d.Call) bool  { return enters(c, clone3NewFlags(c)) }

func enters(c *d.Call, flags uint64) bool {
	i, _ := entered(c, flags, -1)
	return i >= 0
}

func unshareFlags(c *d.Call) uint64  { return c.Args[0] }
func setnsFlags(c *d.Call) uint64    { return c.Args[1] }
func cloneNewFlags(c *d.Call) uint64 { return c.Args[0] &^ cloneNewTime }

// clone3NewFlags reads the flags, the first member of struct clone_args.
func clone3NewFlags(c *d.Call) uint64 {
	if c.Namespace == nil {
		return 0
	}
	b, ok := c.Fetch(c.Word(c.Args[0]), 8)
	if !ok {
		return 0
	}
	return binary.LittleEndian.Uint64(b)
}
