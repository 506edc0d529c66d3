// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// What the programs and the engine share. The Go twins are in layout.go; a test compares their sizes.

#define TASKS 65536         // tasks traced at once
#define HINTS 16384         // a power of two
#define CALLS 512           // system call numbers of an ABI; the last is for all beyond
#define INSTRS 16384
#define CHOICES 8192 // a power of two
#define ROOM 32768          // bytes of a record that are captured before it is sent in pieces; a power of two
#define CHUNK 4096          // bytes read at once
#define DEPTH 8             // structures within structures, a power of two
#define STEPS 65536         // instructions that one capture may take
#define BUDGET (4 << 20)    // bytes that one capture may take
#define STRINGS 4096        // strings of a vector
#define BUCKETS 64          // of a latency histogram

// How tasks are found.
enum { TASKS_ONLY, EVERYTHING, BY_COMM, BY_CGROUP };

// What cannot change once the programs are loaded.
#define AT_IP 6
#define AT_SP 7

struct config {
	u32 mode;
	u32 self;          // our own process, which is not traced
	u32 follow;        // FOLLOW_ flags
	u32 strlen;        // -s
	u32 offset_pid, offset_tgid, offset_exit_code, offset_runtime; // in struct task_struct
	u32 clock;         // count by system time, not by elapsed time
	u32 half;          // bytes in the ring from which on tasks are held back; 0: never
	u32 level;         // of the cgroup
	u32 offset_status; // of thread_info.status in struct task_struct
	u32 table;         // entries of the table for choices less one
	u32 both;          // what is read at entry is captured at exit, too
	u32 offset_signal; // in struct task_struct
	u32 offset_flags, offset_group_exit_code, offset_live; // in struct signal_struct
	u64 cgroup;
	u8 comm[16];
};

#define FOLLOW_THREADS 1
#define FOLLOW_CHILDREN 2

// Kinds of records.
enum { R_PIECE = 1, R_ENTER, R_EXIT, R_FORK, R_EXEC, R_END, R_SIGNAL, R_IGNORED, R_GENERATED };

// Flags of records.
#define F_SENT 1      // the call's beginning has been sent
#define F_PARTIAL 2   // some memory was not there
#define F_IN_CALL 4   // the task ended in a call
#define F_LAST 16     // the last thread of its process has ended
#define F_GROUP 8     // the whole process ends, and ret is its exit code

struct record {
	u8 kind, abi, flags, sig;
	u32 cpu;
	u64 seq;           // of the CPU, counting what was lost
	u32 tid, tgid;
	u64 time, began;   // CLOCK_MONOTONIC
	u64 call;          // calls of the task so far
	u64 nr;
	u64 args[6];
	u64 ip, sp;
	s64 ret;           // result; exit code; other task
	u64 spent;         // system time of the call, if config.clock
};

// A piece of captured memory, followed by its bytes, padded to 8.
struct segment {
	u64 addr;
	u32 len;
	u32 pad;
};

// A task that is traced. The engine reads it while it is written: check is
// written before all that describes a call, and call behind; who reads call
// first and check last, and finds them equal, has read one call.
struct task {
	u64 call;          // number of the call, counting those of the task that are traced
	u64 began;
	u64 nr;
	u64 args[8];       // arguments; instruction and stack pointer
	u64 spent;         // when it began, by the counted clock
	u64 regs;          // where its registers are while it is in the kernel
	u32 tgid;
	u8 abi, in, sent, mute;
	u64 check;
};

#define IN_CALL 1     // in: a call that is traced
#define UNWANTED 2    // another

#define SENT 1        // sent: the call's beginning has been
#define SENT_GUESS 2  // the call was under way when the task was attached to

#define MUTE_LAUNCH 1 // until its execve
#define MUTE_FAILED 2 // for ever: the execve failed

// What is to be done with a call.
struct call {
	u16 entry, exit;   // first instructions; 0: none
	u8 flags;          // CALL_ flags
	u8 aliases;        // how many of alias are used
	u8 alias[4];       // argument pairs, 4 bits each
	u8 pad[6];
};

#define CALL_WANTED 1
#define CALL_ENTER 2 // its beginning is sent when it begins

// Instructions.
enum { OP_END, OP_BLOCK, OP_PAGES, OP_BYTES, OP_STRING, OP_STRINGS, OP_EACH, OP_NEXT, OP_IF, OP_CHOOSE, OP_JUMP, OP_BASE, OP_ARGUMENT, OP_ARGUMENTS };

enum { E_CONST, E_ARG, E_MEMBER, E_ADDRESS };

#define E_LOW32 1
#define E_SIGNED 2
#define E_LOW16 4

struct expr {
	u8 kind, size, flags, pad;
	u32 value;
};

struct instr {
	u8 op, last;       // last: nothing follows but OP_END
	u16 skip;          // where to go on if it does not apply
	u32 size;          // bytes of an object, most bytes of a string
	struct expr from, count;
	u32 per;
	u32 max;
	u64 is;
};

// An entry of the table for choices.
struct choice {
	u64 value;
	u32 choose;        // the OP_CHOOSE instruction; 0: empty
	u32 pc;
};

struct cpu {
	u64 seq, lost, calls, held, lost_calls;
	u64 pad[3];
};

// Times in nanoseconds: first by the counted clock, then elapsed.
struct count {
	u64 calls, errors;
	u64 time, least, most;
	u64 wall, wall_least, wall_most;
	u32 histogram[BUCKETS];
};
