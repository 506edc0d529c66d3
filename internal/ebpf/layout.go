package ebpf

import "unsafe"

// What the programs and the engine share: the twins of kernel/layout.h.

const (
	hints   = 16384
	calls   = 512
	instrs  = 16384
	choices = 8192
	room    = 32768
	buckets = 64
	depth   = 8
)

// How tasks are found (config.mode).
const (
	tasksOnly = iota
	everything
	byComm
	byCgroup
)

const (
	followThreads  = 1
	followChildren = 2
)

type config struct {
	mode, self, follow, strlen             uint32
	offPID, offTGID, offExitCode, offSched uint32
	clock, half, level, offStatus, table   uint32
	both, offSignal, offFlags, offGroup    uint32
	offLive                                uint32
	cgroup                                 uint64
	comm                                   [16]byte
}

// Kinds of records.
const (
	recPiece = iota + 1
	recEnter
	recExit
	recFork
	recExec
	recEnd
	recSignal
	recIgnored
	recGenerated
)

// Flags of records.
const (
	flagSent    = 1
	flagPartial = 2
	flagInCall  = 4
	flagGroup   = 8
	flagLast    = 16
)

type record struct {
	kind, abi, flags, sig uint8
	cpu                   uint32
	seq                   uint64
	tid, tgid             uint32
	time, began           uint64
	call                  uint64
	nr                    uint64
	args                  [6]uint64
	ip, sp                uint64
	ret                   int64
	spent                 uint64
}

const recordSize = int(unsafe.Sizeof(record{}))

type segment struct {
	addr uint64
	len  uint32
	_    uint32
}

const segmentSize = int(unsafe.Sizeof(segment{}))

type taskState struct {
	call, began, nr     uint64
	args                [8]uint64 // the last two: instruction and stack pointer
	spent, regs         uint64
	tgid                uint32
	abi, in, sent, mute uint8
	check               uint64
}

const (
	muteLaunch = 1
)

type call struct {
	entry, exit    uint16
	flags, aliases uint8
	alias          [4]uint8
	_              [6]uint8
}

const (
	callWanted = 1
	callEnter  = 2
)

// Instructions.
const (
	opEnd = iota
	opBlock
	opPages
	opBytes
	opString
	opStrings
	opEach
	opNext
	opIf
	opChoose
	opJump
	opBase
	opArgument
	opArguments
)

// Kinds of exprs.
const (
	exprConst = iota
	exprArg
	exprMember
	exprAddress
)

const (
	exprLow32  = 1
	exprSigned = 2
	exprLow16  = 4
)

type expr struct {
	kind, size, flags, _ uint8
	value                uint32
}

type instr struct {
	op, last    uint8
	skip        uint16
	size        uint32
	from, count expr
	per, max    uint32
	is          uint64
}

type choice struct {
	value      uint64
	choose, pc uint32
}

// cpu counts, on one processor: records numbered, records lost, calls that have
// ended, tasks held back, calls whose ends were lost.
type cpu [8]uint64

const (
	cpuSeq = iota
	cpuLost
	cpuCalls
	cpuHeld
	cpuLostCalls
)

type count struct {
	calls, errors uint64
	time, wall    struct{ total, least, most uint64 }
	histogram     [buckets]uint32
}
