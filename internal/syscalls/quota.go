package syscalls

import (
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

var quotactl = d.Syscall{Name: "quotactl", Params: []*d.Param{
	{Name: "op", Type: d.Func(showQuotaOp)},
	{Name: "special", Type: d.Path},
	{Name: "id", Type: quotaID(d.Arg0), If: quotaHasID},
	{Name: "addr", Type: quotaArg(d.Arg0), If: quotaGives},
	{Name: "addr", Type: quotaArg(d.Arg0), Reg: d.Arg3, At: d.Out, If: quotaGets},
}}

var quotactlFD = d.Syscall{Name: "quotactl_fd", Params: []*d.Param{
	fdParam,
	{Name: "op", Type: d.Func(showQuotaOp)},
	{Name: "id", Type: quotaID(d.Arg1), If: quotaFDHasID},
	{Name: "addr", Type: quotaArg(d.Arg1), If: quotaFDGives},
	{Name: "addr", Type: quotaArg(d.Arg1), Reg: d.Arg3, At: d.Out, If: quotaFDGets},
}}

// Of the op of quotactl(2), the command is all but the lowest bits, which are the type.
const quotaTypeBits = 8 // SUBCMDSHIFT of linux/quota.h

func showQuotaOp(c *d.Call, v uint64) {
	v = uint64(uint32(v))
	if !c.P.Explain(v, show.UnsignedDecimal) {
		return
	}
	c.P.Wrap("QCMD")
	c.P.Plain(true)
	c.P.Symbol(v>>quotaTypeBits, &xlat.QuotaCmd, show.Hexadecimal)
	c.P.Punct(", ")
	c.P.Symbol(v&(1<<quotaTypeBits-1), &xlat.QuotaType, show.Hexadecimal)
	c.P.Plain(false)
	c.P.EndWrap()
	c.P.EndExplain()
}

// A quotaCommand says which arguments a command of quotactl(2) has.
type quotaCommand struct {
	cmd  uint32
	id   d.Type // nil: none
	addr d.Type // nil: none
	gets bool   // addr is where the answer goes
}

// quotaCommands are the commands of linux/quota.h and linux/dqblk_xfs.h.
var quotaCommands = [...]quotaCommand{
	{cmd: 0x800001}, // Q_SYNC
	{cmd: 0x800002, id: quotaFormat, addr: d.Path}, // Q_QUOTAON
	{cmd: 0x800003}, // Q_QUOTAOFF
	{cmd: 0x800004, addr: d.Cell{Of: &quotaFormatObj}, gets: true},       // Q_GETFMT
	{cmd: 0x800005, addr: d.Ptr{To: &dqinfo}, gets: true},                // Q_GETINFO
	{cmd: 0x800006, addr: d.Ptr{To: &dqinfo}},                            // Q_SETINFO
	{cmd: 0x800007, id: d.UID, addr: d.Ptr{To: &dqblk}, gets: true},      // Q_GETQUOTA
	{cmd: 0x800008, id: d.UID, addr: d.Ptr{To: &dqblk}},                  // Q_SETQUOTA
	{cmd: 0x800009, id: d.UID, addr: d.Ptr{To: &nextDqblk}, gets: true},  // Q_GETNEXTQUOTA
	{cmd: 0x5801, addr: d.Cell{Of: &xfsQuotaObj}},                        // Q_XQUOTAON
	{cmd: 0x5802, addr: d.Cell{Of: &xfsQuotaObj}},                        // Q_XQUOTAOFF
	{cmd: 0x5803, id: d.UID, addr: d.Ptr{To: &xfsDiskQuota}, gets: true}, // Q_XGETQUOTA
	{cmd: 0x5804, id: d.UID, addr: d.Ptr{To: &xfsDiskQuota}},             // Q_XSETQLIM
	{cmd: 0x5805, addr: d.Ptr{To: &xfsQuotaStat}, gets: true},            // Q_XGETQSTAT
	{cmd: 0x5806, addr: d.Cell{Of: &xfsQuotaTypeObj}},                    // Q_XQUOTARM
	{cmd: 0x5807}, // Q_XQUOTASYNC
	{cmd: 0x5808, addr: d.Ptr{To: &xfsQuotaStatv}, gets: true},           // Q_XGETQSTATV
	{cmd: 0x5809, id: d.UID, addr: d.Ptr{To: &xfsDiskQuota}, gets: true}, // Q_XGETNEXTQUOTA
}

// quotaUnknown is any other command.
var quotaUnknown = quotaCommand{id: d.UID, addr: d.Addr}

func quotaOf(op uint64) *quotaCommand {
	for i := range quotaCommands {
		if q := &quotaCommands[i]; q.cmd == uint32(op)>>quotaTypeBits {
			return q
		}
	}
	return &quotaUnknown
}

func quotaHasID(c *d.Call) bool { return quotaOf(c.Args[0]).id != nil }

func quotaFDHasID(c *d.Call) bool { return quotaOf(c.Args[1]).id != nil }

func (q *quotaCommand) gives() bool { return q.addr != nil && !q.gets }

func quotaGives(c *d.Call) bool { return quotaOf(c.Args[0]).gives() }

func quotaFDGives(c *d.Call) bool { return quotaOf(c.Args[1]).gives() }

func quotaGets(c *d.Call) bool { return quotaOf(c.Args[0]).gets }

func quotaFDGets(c *d.Call) bool { return quotaOf(c.Args[1]).gets }

// quotaID is the id of quotactl(2), whose op this is.
type quotaID d.Expr

// Show implements d.Type.
func (t quotaID) Show(c *d.Call, v uint64) { quotaOf(d.Expr(t).Eval(c)).id.Show(c, v) }

// quotaArg is the last argument of quotactl(2), whose op this is.
type quotaArg d.Expr

// Show implements d.Type.
func (t quotaArg) Show(c *d.Call, v uint64) { quotaOf(d.Expr(t).Eval(c)).addr.Show(c, v) }

// Plan implements d.Planned: what any of the commands may need.
func (t quotaArg) Plan(p *d.Planner, from d.Expr) {
	p.Type(d.Path, from)
	p.Object(from, &nextDqblk, 0)
	p.Object(from, &xfsDiskQuota, 0)
	p.Object(from, &xfsQuotaStat, 0)
	p.Object(from, &xfsQuotaStatv, 0)
}
