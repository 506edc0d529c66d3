// options: -v
// options: -X verbose -s 3
// m32
#include "corpus.h"
#include "ioctls.h"

/* What virtual machines are asked. Numbers, as the installed headers may not have the commands. */
static const unsigned cmds[] = {
	0xae01, /* KVM_CREATE_VM */
	0xae03, /* KVM_CHECK_EXTENSION */
	0xae41, /* KVM_CREATE_VCPU */
	0x4008ae90, /* KVM_SET_CPUID2 */
	0x4020ae46, /* KVM_SET_USER_MEMORY_REGION */
	0x4090ae82, /* KVM_SET_REGS */
	0x4138ae84, /* KVM_SET_SREGS */
	0x8090ae81, /* KVM_GET_REGS */
	0x8138ae83, /* KVM_GET_SREGS */
	0xc008ae05, /* KVM_GET_SUPPORTED_CPUID */
	0xc008ae09, /* KVM_GET_EMULATED_CPUID */
};

int main(void)
{
	ioctls(cmds, COUNT(cmds));
	return 0;
}
