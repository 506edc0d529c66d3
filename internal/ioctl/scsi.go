package ioctl

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// scsi are the commands of SCSI generic devices (scsi/sg.h).
var scsi = [...]Arg{
	{Names: "SG_GET_TIMEOUT"},
	{Names: "SG_EMULATED_HOST SG_GET_TRANSFORM SG_GET_COMMAND_Q SG_GET_RESERVED_SIZE SG_GET_LOW_DMA SG_GET_PACK_ID SG_GET_NUM_WAITING " +
		"SG_GET_SG_TABLESIZE SG_GET_VERSION_NUM SG_GET_KEEP_ORPHAN SG_GET_ACCESS_COUNT", Out: intCell},
	{Names: "SG_SET_TIMEOUT SG_SET_COMMAND_Q SG_SET_RESERVED_SIZE SG_SET_FORCE_LOW_DMA SG_SET_FORCE_PACK_ID SG_SET_DEBUG SG_NEXT_CMD_LEN " +
		"SG_SET_KEEP_ORPHAN", In: intCell},
	{Names: "SG_SCSI_RESET", In: d.Cell{Of: &scsiReset}},
	{Names: "SG_GET_SCSI_ID", Out: d.Ptr{To: &scsiID}},
	{Names: "SG_GET_REQUEST_TABLE", Out: d.Ptr{To: &scsiRequest}},
	{Names: "SG_SET_TRANSFORM", In: d.Hex32},
	{Names: "SG_IO", Split: scsiIO{}},
}

var scsiReset = d.Num{Type: d.Func(showScsiReset), Bytes: 4}

// showScsiReset shows what to reset, and whether not to try more than that.
func showScsiReset(c *d.Call, v uint64) {
	const noEscalate = 0x100
	if v&noEscalate == 0 {
		c.P.Symbol(v, &xlat.ScsiReset, show.Hexadecimal)
		return
	}
	c.P.Expr(v)
	c.P.Named(noEscalate, "SG_SCSI_RESET_NO_ESCALATE", show.Hexadecimal)
	c.P.Punct("|")
	c.P.Symbol(v&^noEscalate, &xlat.ScsiReset, show.Hexadecimal)
	c.P.EndExpr()
}

var scsiID = d.Struct{Of: abi.Sizeof_sg_scsi_id, Fields: []*d.Field{
	{Name: "host_no", At: abi.Sg_scsi_id_host_no, Type: d.Int},
	{Name: "channel", At: abi.Sg_scsi_id_channel, Type: d.Int},
	{Name: "scsi_id", At: abi.Sg_scsi_id_scsi_id, Type: d.Hex32},
	{Name: "lun", At: abi.Sg_scsi_id_lun, Type: d.Int},
	{Name: "scsi_type", At: abi.Sg_scsi_id_scsi_type, Type: d.Hex32},
	{Name: "h_cmd_per_lun", At: abi.Sg_scsi_id_h_cmd_per_lun, Type: d.Int},
	{Name: "d_queue_depth", At: abi.Sg_scsi_id_d_queue_depth, Type: d.Int},
}}

var scsiRequest = d.Struct{Of: abi.Sizeof_sg_req_info, Fields: []*d.Field{
	{Name: "req_state", At: abi.Sg_req_info_req_state, Type: d.Int},
	{Name: "orphan", At: abi.Sg_req_info_orphan, Type: d.Int},
	{Name: "sg_io_owned", At: abi.Sg_req_info_sg_io_owned, Type: d.Int},
	{Name: "problem", At: abi.Sg_req_info_problem, Type: d.Int},
	{Name: "pack_id", At: abi.Sg_req_info_pack_id, Type: d.Int},
	{Name: "usr_ptr", At: abi.Sg_req_info_usr_ptr, Type: d.Addr},
	{Name: "duration", At: abi.Sg_req_info_duration, Type: d.Uint},
}}

// scsiIO is the argument of SG_IO: a request of version 3 or 4, which its
// first member tells.
type scsiIO struct{}

const version3, version4 = 'S', 'Q'

// Show implements decode.Type.
func (scsiIO) Show(c *d.Call, v uint64) {
	v = c.Word(v)
	b, ok := c.Fetch(v, 4)
	if !c.Exit {
		if !ok {
			c.P.Addr(v)
			return
		}
		if t := scsiVersion(b); t != nil {
			if head, ok := c.Fetch(v, 8); ok {
				c.Stash(head) // and the direction of version 3
			}
			t.Show(c, v)
			return
		}
		uintCell.Show(c, v)
		return
	}
	if !c.HasKept() {
		return
	}
	t := scsiVersion(c.Stashed())
	if ok && scsiVersion(b) != t {
		c.P.Arrow()
		if t == &scsiIO4 {
			c.P.Text("guard=")
		} else {
			c.P.Text("interface_id=")
		}
		c.P.Uint(abi.LoadInt(b, 4, false))
		c.P.EndStruct()
		return
	}
	t.Show(c, v)
}

func scsiVersion(b []byte) *d.Split {
	if len(b) < 4 {
		return nil
	}
	switch abi.LoadInt(b, 4, false) {
	case version3:
		return &scsiIO3
	case version4:
		return &scsiIO4
	}
	return nil
}

// Abandon ends what a call began that will not return.
func (scsiIO) Abandon(c *d.Call) {
	if t := scsiVersion(c.Stashed()); t != nil {
		t.Abandon(c)
	}
}

// Plan implements decode.Planned.
func (scsiIO) Plan(p *d.Planner, from d.Expr) {
	p.At(true, true, func() { p.Block(from, 8) })
	scsiIO3.Plan(p, from)
	scsiIO4.Plan(p, from)
}

var scsiInfo = d.Flags{&xlat.ScsiInfo}

// scsiTag shows the first member, which tells the version by a letter.
func scsiTag(c *d.Call, v uint64) { showChar(c, byte(v)) }

// showChar shows a character as C has it: 'a', '\n', '\x1f'.
func showChar(c *d.Call, b byte) {
	c.P.Expr(uint64(b))
	charText(c, b)
	c.P.EndExpr()
}

// charText shows, in text, a character.
func charText(c *d.Call, b byte) {
	const escapes, hex = "tnvfr", "0123456789abcdef" // from '\t' to '\r'
	var s [6]byte
	t := append(s[:0], '\'')
	switch {
	case b >= '\t' && b <= '\r':
		t = append(t, '\\', escapes[b-'\t'])
	case b < ' ' || b > '~':
		t = append(t, '\\', 'x', hex[b>>4], hex[b&15])
	case b == '\'' || b == '\\':
		t = append(t, '\\', b)
	default:
		t = append(t, b)
	}
	c.P.Chars(append(t, '\''))
}
