package mem

const sysProcessVMReadv = 310
