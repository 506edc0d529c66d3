// only: -e kvm=vcpu -e trace=open,ioctl -e verbose=none
// only: -e kvm=vcpu -e trace=ioctl -X raw -e raw=ioctl
// only: --kvm=vcpu -e trace=ioctl -X verbose -y -e verbose=none
// only: -e trace=ioctl -e verbose=!ioctl
// root
// note: a virtual CPU that writes to a port, reads where no memory is, and halts; without /dev/kvm a row of errors.
#include "corpus.h"
#include <linux/kvm.h>

static char memory[4096] __attribute__((aligned(4096)));

int main(void)
{
	/* mov $0x3f8,%dx; mov $'A',%al; out %al,(%dx); mov 0x9000,%ax; hlt, in 16 bits */
	static const char code[] = { 0xba, 0xf8, 0x03, 0xb0, 'A', 0xee, 0xa1, 0x00, 0x90, 0xf4 };
	struct kvm_userspace_memory_region region = { 0, 0, 0x1000, sizeof(memory), (unsigned long)memory };
	struct kvm_sregs sregs;
	struct kvm_regs regs;

	memcpy(memory, code, sizeof(code));
	memset(&sregs, 0, sizeof(sregs)), memset(&regs, 0, sizeof(regs));
	long kvm = call(open, "/dev/kvm", 2);
	long vm = call(ioctl, kvm, KVM_CREATE_VM, 0);
	call(ioctl, vm, KVM_SET_USER_MEMORY_REGION, &region);
	long cpu = call(ioctl, vm, KVM_CREATE_VCPU, 0);
	call(ioctl, cpu, KVM_RUN, 0); /* not mapped */
	long size = call(ioctl, kvm, KVM_GET_VCPU_MMAP_SIZE, 0);
	if (size > 0)
		call(mmap, 0x20000000, size, 3, 0x11, cpu, 0);
	call(ioctl, cpu, KVM_GET_SREGS, &sregs);
	sregs.cs.base = 0, sregs.cs.selector = 0;
	call(ioctl, cpu, KVM_SET_SREGS, &sregs);
	regs.rip = 0x1000, regs.rflags = 2;
	call(ioctl, cpu, KVM_SET_REGS, &regs);
	for (int i = 0; i < 3; i++)
		call(ioctl, cpu, KVM_RUN, 0);
	call(ioctl, -1, KVM_RUN, 0);
	call(ioctl, 0, KVM_RUN, -1);
	return 0;
}
