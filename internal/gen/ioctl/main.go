package main

import (
	"cmp"
	"fmt"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"gostrace/internal/gen/emit"
	"gostrace/internal/gen/factfile"
)

// unnamed matches what the reference does not use as the name of a command:
// constants that are none, old spellings, commands of other architectures.
var unnamed = regexp.MustCompile(`^(` + strings.Join([]string{
	`TIOCPKT_.*`, `TIOCSER_TEMT`, `TIOCINQ`, `SIOCGSTAMP(NS)?`, `SIOGIFINDEX`, `SIOCIWLAST`, `PPPIOCGIDLE`, `IBRSV2`,
	`BC_REQUEST_FREEZE_NOTIFICATION`,
	`SCSI_IOCTL_(BENCHMARK_COMMAND|SEND_COMMAND|START_UNIT|STOP_UNIT|SYNC|TEST_UNIT_READY)`,
	`(BTRFS|EXFAT|EXT4|F2FS)_IOC_SHUTDOWN`, `DMA_BUF_SET_NAME`, `__.*`, `IOCTL_GNTALLOC_.*`,
	`CDROM_(AUDIO_.*|DATA_TRACK|GET_UPC|LBA|LEADOUT|MSF|PACKET_SIZE)`, `DVD_AUTH_.+`,
	`HDIO_DRIVE_(CMD_AEB|.*_HDR_SIZE)`, `KD_(FONT_.*_.*|GRAPHICS|TEXT.*)`, `LOOP_.*_FLAGS`,
	`VT_(ACKACQ|AUTO|EVENT_.*|MAX_EVENT|PROCESS)`, `SOUND_MIXER_(READ|WRITE)_.*`,
	`KVM_ARM_(SET_DEVICE_ADDR|VCPU_FINALIZE)`, `KVM_PPC_(ALLOCATE_HTAB|SVM_OFF)`,
	`KVM_S390_(CLEAR_RESET|ENABLE_SIE|INITIAL_RESET|KEYOP|NORMAL_RESET|STORE_STATUS|VCPU_FAULT)`,
	`VIDIOC_SUBDEV_(DV_TIMINGS_CAP|ENUMSTD|ENUM_DV_TIMINGS|QUERYSTD|QUERY_DV_TIMINGS|[GS]_(DV_TIMINGS|EDID|STD))`,
}, "|") + `)$`)

func main() { emit.Main("ioctl", run) }

func run(check bool) error {
	root, err := factfile.Root()
	if err != nil {
		return err
	}
	all, err := factfile.Ioctls(root)
	if err != nil {
		return err
	}
	set := emit.Open("ioctl", filepath.Join(root, "internal", "ioctl"), check)
	if err := set.File("zcommands.go", []byte(source(all))); err != nil {
		return err
	}
	args, err := argSource(filepath.Join(root, "internal", "ioctl"), slices.Concat(all, legacy))
	if err != nil {
		return err
	}
	if err := set.File("zargs.go", []byte(args)); err != nil {
		return err
	}
	return set.Close("z*.go")
}

// source returns the generated file: one line for each value and names, with
// the ABIs that agree on it.
func source(all []factfile.Ioctl) string {
	names := [2]map[uint32][]string{{}, {}} // on x86_64, on i386
	for _, k := range slices.Concat(all, legacy) {
		if unnamed.MatchString(k.Name) {
			continue
		}
		for i, v := range []uint32{k.Val, k.I386} {
			if v != 0 && !slices.Contains(names[i][v], k.Name) {
				names[i][v] = append(names[i][v], k.Name)
			}
		}
	}
	for v, ns := range names[1] {
		names[1][v] = slices.DeleteFunc(slices.Clone(ns), func(n string) bool { return has32(ns, n) })
	}
	type line struct {
		val  uint32
		on   string
		name string
	}
	var lines []line
	for v, ns := range names[0] {
		slices.Sort(ns)
		name := strings.Join(ns, " or ")
		if slices.Sort(names[1][v]); slices.Equal(ns, names[1][v]) {
			lines = append(lines, line{v, "onAll", name})
			delete(names[1], v)
		} else {
			lines = append(lines, line{v, "onX86_64", name})
		}
	}
	for _, v := range slices.Sorted(maps.Keys(names[1])) {
		slices.Sort(names[1][v])
		lines = append(lines, line{v, "onI386", strings.Join(names[1][v], " or ")})
	}
	slices.SortFunc(lines, func(a, b line) int { return cmp.Or(cmp.Compare(a.val, b.val), cmp.Compare(a.on, b.on)) })
	var b strings.Builder
	b.WriteString("package ioctl\n\n// commands ascend by value.\nvar commands = [...]command{\n")
	for _, l := range lines {
		fmt.Fprintf(&b, "\t{%#x, %s, %q},\n", l.val, l.on, l.name)
	}
	b.WriteString("}\n")
	return b.String()
}

// has32 says whether names has the name that n has for 32-bit programs.
func has32(names []string, n string) bool {
	for _, n32 := range []string{n + "32", n + "_TIME32", strings.Replace(n, "_IOC_", "_IOC32_", 1)} {
		if n32 != n && slices.Contains(names, n32) {
			return true
		}
	}
	return false
}
