/* Empty: the C library headers ask for it with -m32, and no 32-bit C library is needed here. */
