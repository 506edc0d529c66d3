package deptest

// layers is the picture of the program, from the facts up to the command. A
// package imports only packages of rows above its own; siblings in a row don't
// know each other. The first element of a path below internal decides: what
// is below internal/ptrace belongs to ptrace.
var layers = [][]string{
	{"abi"},                         // what differs between ABIs
	{"xlat"},                        // names of constants
	{"mem"},                         // reading a tracee's memory
	{"show"},                        // the printer
	{"procfs"},                      // what a descriptor, pid or address is
	{"decode"},                      // the declaration language
	{"bpf", "sockaddr"},             // what several of the rows below share
	{"ioctl", "netlink", "sockopt"}, // sub-protocols
	{"syscalls"},                    // the declarations
	{"trace"},                       // events and the engine contract
	{"filter"},                      // which events count
	{"inject"},                      // tampering
	{"unwind"},                      // stacks
	{"summary"},                     // -c
	{"report"},                      // line assembly
	{"capture"},                     // the capture file
	{"ptrace", "ebpf"},              // the live engines
	{"options"},                     // the command line
	{"session"},                     // the loop
	{"cmd"},                         // argv in, exit status out
	{"gen", "tracetest", "deptest"}, // tools: nothing imports them
}
