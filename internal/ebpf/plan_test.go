package ebpf

import (
	"testing"
	"unsafe"

	"gostrace/internal/abi"
	"gostrace/internal/decode"
	"gostrace/internal/syscalls"
)

// everyCall compiles the plans of all declarations.
func everyCall() (*compiler, map[string]call) {
	k, of := new(compiler), map[string]call{}
	for i := range syscalls.Tables {
		t := &syscalls.Tables[i]
		for nr := range uint64(t.Len()) {
			d := t.Call(nr)
			if d == nil {
				continue
			}
			c := Call{ABI: t.ABI, Nr: nr, Plan: d.Plan(t.ABI)}
			for _, v := range d.Vias(t.ABI) {
				c.Vias = append(c.Vias, Via{Via: v, Plan: v.Call.Plan(t.ABI)})
			}
			of[t.ABI.Name+" "+t.Name(nr)] = k.call(&c)
		}
	}
	return k, of
}

// TestEveryPlan: the plans of all calls fit into the maps, and no instruction
// leads out of them or back, but OP_NEXT to its OP_EACH.
func TestEveryPlan(t *testing.T) {
	k, _ := everyCall()
	t.Logf("%d instructions, %d choices", len(k.code), len(k.choices))
	if len(k.code) > instrs*3/4 {
		t.Errorf("%d of %d instructions: time to make the map larger", len(k.code), instrs)
	}
	if _, err := k.table(choices); err != nil {
		t.Error(err)
	}
	depthNow := 0
	for pc, in := range k.code {
		switch in.op {
		case opEnd, opNext, opBase, opArgument, opArguments:
		default:
			if int(in.skip) <= pc || int(in.skip) >= len(k.code) {
				t.Errorf("instruction %d goes on at %d", pc, in.skip)
			}
		}
		switch in.op {
		case opEach:
			if depthNow++; depthNow >= depth {
				t.Errorf("instruction %d is %d structures deep", pc, depthNow)
			}
		case opNext:
			depthNow--
		case opEnd:
			if depthNow != 0 {
				t.Errorf("the block that ends at %d is %d structures deep at its end", pc, depthNow)
			}
		}
	}
}

// TestWhichNeedTheirBeginning: calls whose beginning is sent when they begin.
func TestWhichNeedTheirBeginning(t *testing.T) {
	_, of := everyCall()
	for name, want := range map[string]bool{
		"x86_64 execve": true, "x86_64 exit_group": true, "x86_64 rt_sigreturn": true, "i386 sigreturn": true,
		"x86_64 poll": true, "x86_64 splice": true, // they write to what they read
		"x86_64 read": false, "x86_64 write": false, "x86_64 openat": false, "x86_64 stat": false, "x86_64 rt_sigprocmask": false,
		"i386 read": false,
	} {
		c, ok := of[name]
		if !ok {
			t.Errorf("there is no %s", name)
		}
		if got := c.flags&callEnter != 0; got != want {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
	// With the same set twice it would be wrong: that is found out at the call.
	if c := of["x86_64 rt_sigprocmask"]; c.aliases != 1 || c.alias[0] != 1|2<<4 {
		t.Errorf("rt_sigprocmask compares %d pairs: %#x", c.aliases, c.alias)
	}
}

// TestChoices: a plan by cases is found in the table.
func TestChoices(t *testing.T) {
	k := new(compiler)
	var plan []decode.Capture
	for i := range uint64(100) {
		plan = append(plan, decode.Capture{
			Kind: decode.Block, Exit: true, Parent: -1, From: decode.Arg2, Size: int(i) + 1,
			If: []decode.Cond{{Of: decode.Arg1, Is: i * i}},
		})
	}
	c := k.call(&Call{ABI: &abi.X86_64, Nr: 16, Plan: plan})
	if c.entry != 0 || c.exit == 0 {
		t.Fatalf("blocks at %d and %d", c.entry, c.exit)
	}
	table, err := k.table(1024)
	if err != nil {
		t.Fatal(err)
	}
	choose := uint32(c.exit)
	for i := range uint64(100) {
		p := pendingChoice{value: i * i, choose: choose}
		found := false
		for j := range uint32(probes) {
			if q := table[(p.hash()+j)&1023]; q.choose == choose && q.value == p.value {
				found = k.code[q.pc].size == uint32(i)+1
			}
		}
		if !found {
			t.Errorf("case %d is not found, or another one", i)
		}
	}
	if _, err := k.table(64); err == nil {
		t.Error("100 choices in a table of 64: no error")
	}
}

// TestLayout: structures have the sizes that the compiled programs expect.
func TestLayout(t *testing.T) {
	for _, test := range []struct {
		name string
		size uintptr
		spec uint32
	}{
		{"config", unsafe.Sizeof(config{}), maps[mapRodata].value},
		{"call", unsafe.Sizeof(call{}), maps[mapCalls].value},
		{"instr", unsafe.Sizeof(instr{}), maps[mapInstrs].value},
		{"choice", unsafe.Sizeof(choice{}), maps[mapChoices].value},
		{"count", unsafe.Sizeof(count{}), maps[mapCounts].value},
		{"cpu", unsafe.Sizeof(cpu{}), maps[mapCpus].value},
		{"task", unsafe.Sizeof(taskState{}), maps[mapTasks].value},
	} {
		if uint32(test.size) != test.spec {
			t.Errorf("%s has %d bytes, and %d in the kernel", test.name, test.size, test.spec)
		}
	}
	for what, got := range map[string][2]uint32{
		"instructions": {maps[mapInstrs].entries, instrs}, "choices": {maps[mapChoices].entries, choices},
		"calls": {maps[mapCalls].entries, 2 * calls}, "hints": {maps[mapHints].entries, hints},
	} {
		if got[0] != got[1] {
			t.Errorf("%d %s, and %d in the kernel", got[1], what, got[0])
		}
	}
}
