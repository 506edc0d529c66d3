// options: -v
// options: -X verbose -s 3
// m32
#include "corpus.h"
#include "ioctls.h"

/* What network interfaces are asked. Numbers, as the installed headers may not have the commands. */
static const unsigned cmds[] = {
	0x8902, /* SIOCSPGRP */
	0x8904, /* SIOCGPGRP */
	0x8905, /* SIOCATMARK */
	0x8910, /* SIOCGIFNAME */
	0x8912, /* SIOCGIFCONF */
	0x8913, /* SIOCGIFFLAGS */
	0x8914, /* SIOCSIFFLAGS */
	0x8915, /* SIOCGIFADDR */
	0x8916, /* SIOCSIFADDR */
	0x8917, /* SIOCGIFDSTADDR */
	0x8918, /* SIOCSIFDSTADDR */
	0x8919, /* SIOCGIFBRDADDR */
	0x891a, /* SIOCSIFBRDADDR */
	0x891b, /* SIOCGIFNETMASK */
	0x891c, /* SIOCSIFNETMASK */
	0x891d, /* SIOCGIFMETRIC */
	0x891e, /* SIOCSIFMETRIC */
	0x8921, /* SIOCGIFMTU */
	0x8922, /* SIOCSIFMTU */
	0x8923, /* SIOCSIFNAME */
	0x8924, /* SIOCSIFHWADDR */
	0x8925, /* SIOCGIFENCAP */
	0x8926, /* SIOCSIFENCAP */
	0x8927, /* SIOCGIFHWADDR */
	0x8929, /* SIOCGIFSLAVE */
	0x8930, /* SIOCSIFSLAVE */
	0x8931, /* SIOCADDMULTI */
	0x8932, /* SIOCDELMULTI */
	0x8933, /* SIOCGIFINDEX */
	0x8937, /* SIOCSIFHWBROADCAST */
	0x8942, /* SIOCGIFTXQLEN */
	0x8943, /* SIOCSIFTXQLEN */
	0x894b, /* SIOCOUTQNSD */
	0x8970, /* SIOCGIFMAP */
	0x8971, /* SIOCSIFMAP */
	0x89a0, /* SIOCBRADDBR */
	0x89a1, /* SIOCBRDELBR */
	0x89a2, /* SIOCBRADDIF */
	0x89a3, /* SIOCBRDELIF */
	0x89e0, /* SIOCPROTOPRIVATE */
	0x89f0, /* SIOCDEVPRIVATE */
};

int main(void)
{
	ioctls(cmds, COUNT(cmds));
	return 0;
}
