package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// What System V IPC's three kinds of objects have in common (sysvipc(7)): keys,
// creation flags, commands, permissions.

// ipcKey is a key_t.
var ipcKey = d.Enum{Of: &xlat.IpcKey}

// ipcPermMask are the permissions in the flags that create an object.
const ipcPermMask = 0777

// ipcFlags are the flags of msgget(2) and semget(2): IPC_CREAT|0600.
type ipcFlags struct{ of []*xlat.Table }

var ipcGetFlags = ipcFlags{[]*xlat.Table{&xlat.IpcGetFlag}}

// Show implements d.Type.
func (t *ipcFlags) Show(c *d.Call, v uint64) {
	v = uint64(uint32(v))
	c.P.Expr(v)
	if f := v &^ ipcPermMask; f != 0 {
		c.P.Flags(f, t.of)
		// Flags without any name run into the permissions, as in the reference.
		if c.P.NumbersOnly() || f&(ipcCreat|ipcExcl|ipcNowait) != 0 {
			c.P.Punct("|")
		}
	}
	c.P.Oct(v & ipcPermMask)
	c.P.EndExpr()
}

// linux/ipc.h
const (
	ipcCreat  = 01000
	ipcExcl   = 02000
	ipcNowait = 04000
	ipc64     = 0x100
)

// ipcCmd is the command of msgctl(2) and its like: IPC_64|IPC_STAT.
type ipcCmd struct{ of *xlat.Table }

// Show implements d.Type.
func (t *ipcCmd) Show(c *d.Call, v uint64) {
	v = uint64(uint32(v))
	if v&ipc64 == 0 {
		c.P.Symbol(v, t.of, show.Hexadecimal)
		return
	}
	c.P.Expr(v)
	c.P.Named(ipc64, "IPC_64", show.Hexadecimal)
	c.P.Punct("|")
	c.P.Symbol(v&^ipc64, t.of, show.Hexadecimal)
	c.P.EndExpr()
}

// The commands that all three kinds have (linux/ipc.h).
const (
	ipcSet  = 1
	ipcStat = 2
	ipcInfo = 3
)

// permSet are the members of struct ipc64_perm that IPC_SET looks at.
var permSet = d.Struct{Of: abi.Sizeof_ipc64_perm, Fields: []*d.Field{permUID, permGID, permMode}}

// permStat is struct ipc64_perm (asm-generic/ipcbuf.h).
var permStat = d.Struct{Of: abi.Sizeof_ipc64_perm, Fields: []*d.Field{
	permUID, permGID, permMode,
	{Name: "key", At: abi.Ipc64_perm_key, Type: d.Uint},
	{Name: "cuid", At: abi.Ipc64_perm_cuid, Type: d.UID},
	{Name: "cgid", At: abi.Ipc64_perm_cgid, Type: d.UID},
}}

var (
	permUID  = &d.Field{Name: "uid", At: abi.Ipc64_perm_uid, Type: d.UID}
	permGID  = &d.Field{Name: "gid", At: abi.Ipc64_perm_gid, Type: d.UID}
	permMode = &d.Field{Name: "mode", At: abi.Ipc64_perm_mode, Type: d.Octal}
)
