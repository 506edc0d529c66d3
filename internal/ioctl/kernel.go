package ioctl

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// kernel are the commands of what the kernel makes descriptors for: random
// numbers, name spaces, events, filters (linux/random.h, linux/nsfs.h,
// linux/inotify.h, linux/perf_event.h, linux/seccomp.h, linux/eventpoll.h).
var kernel = [...]Arg{
	{Names: "RNDADDTOENTCNT", In: intCell},
	{Names: "RNDGETENTCNT", Out: intCell},
	{Names: "RNDADDENTROPY", In: d.Ptr{To: &randPool}},
	{Names: "RNDZAPENTCNT RNDCLEARPOOL RNDRESEEDCRNG"},
	{Names: "NS_GET_USERNS NS_GET_PARENT", Ret: d.FD},
	{Names: "NS_GET_NSTYPE", Tail: &nsType, TailIf: isNSType},
	{Names: "PIDFD_GET_INFO", Split: &pidfdInfo},
	{Names: "PIDFD_GET_CGROUP_NAMESPACE PIDFD_GET_IPC_NAMESPACE PIDFD_GET_MNT_NAMESPACE PIDFD_GET_NET_NAMESPACE PIDFD_GET_PID_NAMESPACE " +
		"PIDFD_GET_PID_FOR_CHILDREN_NAMESPACE PIDFD_GET_TIME_NAMESPACE PIDFD_GET_TIME_FOR_CHILDREN_NAMESPACE PIDFD_GET_USER_NAMESPACE " +
		"PIDFD_GET_UTS_NAMESPACE", In: d.Hex, Ret: d.FD},
	{Names: "NS_GET_OWNER_UID", Out: d.Cell{Of: &uidObj}},
	{Names: "NS_GET_MNTNS_ID", Out: hex64Cell},
	{Names: "NS_GET_PID_FROM_PIDNS NS_GET_TGID_FROM_PIDNS NS_GET_PID_IN_PIDNS NS_GET_TGID_IN_PIDNS", In: d.Int},
	{Names: "NS_MNT_GET_INFO", Out: d.Ptr{To: &mountNS}},
	{Names: "NS_MNT_GET_NEXT NS_MNT_GET_PREV", Out: d.Ptr{To: &mountNS}, Ret: d.FD},
	{Names: "INOTIFY_IOC_SETNEXTWD", In: d.Int},
	{Names: "EPIOCSPARAMS", In: d.Ptr{To: &epollParams}},
	{Names: "EPIOCGPARAMS", Out: d.Ptr{To: &epollParams}},
	{Names: "PERF_EVENT_IOC_ENABLE PERF_EVENT_IOC_DISABLE PERF_EVENT_IOC_RESET", In: &d.Flags{&xlat.PerfIocFlag}},
	{Names: "PERF_EVENT_IOC_REFRESH", In: d.Int},
	{Names: "PERF_EVENT_IOC_SET_OUTPUT PERF_EVENT_IOC_SET_BPF", In: d.FD},
	{Names: "PERF_EVENT_IOC_PAUSE_OUTPUT", In: d.Ulong},
	{Names: "PERF_EVENT_IOC_PERIOD", In: u64Cell},
	{Names: "PERF_EVENT_IOC_ID", Out: u64Cell},
	{Names: "PERF_EVENT_IOC_QUERY_BPF", Split: &perfQuery},
	{Names: "PERF_EVENT_IOC_SET_FILTER", In: d.Str},
	{Names: "PERF_EVENT_IOC_MODIFY_ATTRIBUTES", In: d.Addr},
	{Names: "SECCOMP_IOCTL_NOTIF_ID_VALID SECCOMP_IOCTL_NOTIF_ID_VALID_WRONG_DIR", In: hex64Cell},
	{Names: "SECCOMP_IOCTL_NOTIF_RECV", Split: seccompReceive{}},
	{Names: "SECCOMP_IOCTL_NOTIF_SEND", In: d.Ptr{To: &seccompResp}},
	{Names: "SECCOMP_IOCTL_NOTIF_ADDFD", In: d.Ptr{To: &seccompAddfd}},
	{Names: "SECCOMP_IOCTL_NOTIF_SET_FLAGS", In: &d.Flags64{&xlat.SeccompFdFlag}},
}

// randPool is struct rand_pool_info, and the bytes behind it.
var randPool = d.Struct{Of: abi.Sizeof_rand_pool_info, Fields: []*d.Field{
	{Name: "entropy_count", At: abi.Rand_pool_info_entropy_count, Type: d.Int},
	{Name: "buf_size", At: abi.Rand_pool_info_buf_size, Type: d.Int},
	{Name: "buf", At: abi.Rand_pool_info_buf, Type: d.TrailingBytes{Len: d.M + d.Expr(abi.Rand_pool_info_buf_size)}},
}}

var mountNS = d.Struct{Of: abi.Sizeof_mnt_ns_info, Fields: []*d.Field{
	{Name: "size", At: abi.Mnt_ns_info_size, Type: d.Uint},
	{Name: "nr_mounts", At: abi.Mnt_ns_info_nr_mounts, Type: d.Uint},
	{Name: "mnt_ns_id", At: abi.Mnt_ns_info_mnt_ns_id, Type: d.Hex64},
}}

var epollParams = d.Struct{Of: abi.Sizeof_epoll_params, Fields: []*d.Field{
	{Name: "busy_poll_usecs", At: abi.Epoll_params_busy_poll_usecs, Type: d.Func(microseconds)},
	{Name: "busy_poll_budget", At: abi.Epoll_params_busy_poll_budget, Type: d.Uint},
	{Name: "prefer_busy_poll", At: abi.Epoll_params_prefer_busy_poll, Type: d.Hex32},
	{Name: "__pad", At: abi.Epoll_params_pad, Type: d.Hex32, If: d.Nonzero},
}}

// microseconds shows a time, and in a comment in seconds.
func microseconds(c *d.Call, v uint64) {
	c.P.Uint(v)
	if v == 0 || !c.P.Remarks() {
		return
	}
	c.P.OpenComment()
	c.P.Float(float64(v)/1e6, 6)
	c.P.Text(" s")
	c.P.CloseComment()
}

var seccompResp = d.Struct{Of: abi.Sizeof_seccomp_notif_resp, Fields: []*d.Field{
	{Name: "id", At: abi.Seccomp_notif_resp_id, Type: d.Hex64},
	{Name: "val", At: abi.Seccomp_notif_resp_val, Type: d.Int64},
	{Name: "error", At: abi.Seccomp_notif_resp_error, Type: d.NegErrno},
	{Name: "flags", At: abi.Seccomp_notif_resp_flags, Type: &d.Flags{&xlat.SeccompNotifFlag}},
}}

var seccompAddfd = d.Struct{Of: abi.Sizeof_seccomp_notif_addfd, Fields: []*d.Field{
	{Name: "id", At: abi.Seccomp_notif_addfd_id, Type: d.Hex64},
	{Name: "flags", At: abi.Seccomp_notif_addfd_flags, Type: &d.Flags{&xlat.SeccompAddfdFlag}},
	{Name: "srcfd", At: abi.Seccomp_notif_addfd_srcfd, Type: d.FD},
	{Name: "newfd", At: abi.Seccomp_notif_addfd_newfd, Type: d.Int},
	{Name: "newfd_flags", At: abi.Seccomp_notif_addfd_newfd_flags, Type: &d.Flags{&xlat.OpenFlag}},
}}

var seccompNotif = d.Struct{Of: abi.Sizeof_seccomp_notif, Fields: []*d.Field{
	{Name: "id", At: abi.Seccomp_notif_id, Type: d.Hex64},
	{Name: "pid", At: abi.Seccomp_notif_pid, Type: d.PID},
	{Name: "flags", At: abi.Seccomp_notif_flags, Type: d.Hex32},
	{Name: "data", At: abi.Seccomp_notif_data, Type: d.Embed{To: &seccompData}},
}}

var seccompData = d.Struct{Of: abi.Sizeof_seccomp_data, Fields: []*d.Field{
	{Name: "nr", At: abi.Seccomp_data_nr, Type: d.Uint},
	{Name: "arch", At: abi.Seccomp_data_arch, Type: &d.Enum{Of: &xlat.AuditArch}},
	{Name: "instruction_pointer", At: abi.Seccomp_data_instruction_pointer, Type: d.Addr64},
	{Name: "args", At: abi.Seccomp_data_args, Type: d.EmbedArray{Of: &hex64Obj}},
}}

// nsType shows the kind of a name space by the flag of clone(2) that makes one.
var nsType = d.Flags{&xlat.Namespace}

func isNSType(c *d.Call) bool { _, ok := xlat.Namespace.Name(uint64(c.Ret)); return ok }

var perfQuery = d.Split{
	Dots: true,
	In: &d.Struct{Bytes: 4, Fields: []*d.Field{
		{Name: "ids_len", At: abi.Perf_event_query_bpf_ids_len, Type: d.Uint},
	}},
	Out: &d.Struct{Of: abi.Sizeof_perf_event_query_bpf, Fields: []*d.Field{
		{Name: "prog_cnt", At: abi.Perf_event_query_bpf_prog_cnt, Type: d.Uint},
		{Name: "ids", At: abi.Perf_event_query_bpf_ids, Type: d.Trailing{Array: d.Array{Of: &d.UintObj, N: d.M + d.Expr(abi.Perf_event_query_bpf_prog_cnt)}}},
	}},
}

var uidObj = d.Num{Type: d.UID, Bytes: 4}

// seccompReceive shows a notification. The program should pass zeros, which
// are not shown.
type seccompReceive struct{}

// Show implements decode.Type.
func (seccompReceive) Show(c *d.Call, v uint64) {
	v = c.Word(v)
	b, ok := c.Fetch(v, seccompNotif.Size(c.ABI))
	switch {
	case !c.Exit && !ok:
		c.P.Addr(v)
		return
	case !c.Exit:
		c.Keep(v)
		for _, x := range b {
			if x != 0 {
				c.Stash(b[:1]) // something is shown
				c.P.Change()
				c.ShowAt(&seccompNotif, b, v)
				break
			}
		}
		return
	case !c.HasKept():
		return
	}
	both := len(c.Stashed()) > 0
	if both {
		c.P.Arrow()
	}
	if c.Failed || !ok {
		c.P.Addr(v)
	} else {
		c.ShowAt(&seccompNotif, b, v)
	}
	if both {
		c.P.EndChange()
	}
}

// Abandon ends what a call began that will not return.
func (seccompReceive) Abandon(c *d.Call) {
	if len(c.Stashed()) > 0 {
		c.P.EndChange()
	} else if c.HasKept() {
		c.P.JSONText("null")
	}
}

// Plan implements decode.Planned.
func (seccompReceive) Plan(p *d.Planner, from d.Expr) {
	p.At(true, true, func() { p.Object(from, &seccompNotif, 0) })
}
