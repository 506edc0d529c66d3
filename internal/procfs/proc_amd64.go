package procfs

import "syscall"

const sysFstatat = syscall.SYS_NEWFSTATAT
