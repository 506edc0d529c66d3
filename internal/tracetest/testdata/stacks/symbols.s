# build:
# build: -no-pie
# options: -e getpid,getuid,getgid,geteuid,getegid
# note: functions within functions, of the same address, without a size or type, and indirect ones
	.globl main
	.type main, @function
main:
	.cfi_startproc
	sub $8, %rsp
	.cfi_def_cfa_offset 16
	call outer
	call short
	call bare
	xor %eax, %eax
	add $8, %rsp
	.cfi_def_cfa_offset 8
	ret
	.cfi_endproc
	.size main, . - main

	.type outer, @function
	.type inner_b, @function
	.type inner_a, @function
	.type same_z, @function
	.type same_a, @function
	.globl same_a
	.type object, @object
	.globl outer
outer:
	.cfi_startproc
	nop
inner_b:
	nop
object:
plain:
same_z:
same_a:
inner_a:
	mov $39, %eax
	syscall
	nop
	.size inner_a, . - inner_a
	.size same_a, . - same_a
	.size same_z, . - same_z
	.size object, . - object
	mov $102, %eax
	syscall
	nop
	.size inner_b, . - inner_b
	mov $104, %eax
	syscall
	ret
	.cfi_endproc
	.size outer, . - outer

	.type short, @function
	.type indirect, @gnu_indirect_function
indirect:
short:
	.cfi_startproc
	mov $107, %eax
	syscall
	ret
	.cfi_endproc
	.size short, 5
	.size indirect, . - indirect

	.type bare, @function
bare:
	.cfi_startproc
	mov $108, %eax
	syscall
	ret
	.cfi_endproc
	.section .note.GNU-stack, "", @progbits
