// options: -X raw
// options: -X verbose
// m32
#include "corpus.h"
#include <linux/if.h>
#include <linux/sockios.h>
#include <linux/in.h>

/* What ifconfig and its like ask of a socket. */
int main(void)
{
	static const unsigned cmds[] = {
		SIOCGIFNAME, SIOCGIFINDEX, SIOCGIFFLAGS, SIOCGIFADDR, SIOCGIFDSTADDR, SIOCGIFBRDADDR, SIOCGIFNETMASK, SIOCGIFMETRIC,
		SIOCGIFMTU, SIOCGIFHWADDR, SIOCGIFMAP, SIOCGIFTXQLEN, SIOCGIFSLAVE, SIOCSIFFLAGS, SIOCSIFADDR, SIOCSIFMETRIC, SIOCSIFMTU,
		SIOCSIFNAME, SIOCSIFHWADDR, SIOCADDMULTI, SIOCSIFTXQLEN, SIOCSIFMAP, SIOCBRADDIF, SIOCGIFCOUNT, SIOCGIFPFLAGS, SIOCETHTOOL,
		SIOCGSTAMP_OLD, 0x8905 /* SIOCATMARK */, 0x541B /* SIOCINQ */, 0x5411 /* SIOCOUTQ */, 0x8902, 0x8904, 0x8901, 0x8903, SIOCOUTQNSD, SIOCGSKNS,
		SIOCGARP, SIOCADDRT, SIOCBRADDBR, SIOCBRDELBR, SIOCGMIIPHY, SIOCGIFENCAP, SIOCSIFENCAP, SIOCGIFBR, SIOCSIFBR, SIOCSIFLINK,
	};
	int s = call(socket, 2, 2, 0), none = -1;
	struct ifreq r;
	struct ifconf c;
	char buf[200];

	for (int i = 0; i < COUNT(cmds); i++) {
		for (int pass = 0; pass < 2; pass++) {
			memset(&r, 0, sizeof(r));
			r.ifr_name[0] = 'l';
			r.ifr_name[1] = 'o';
			if (cmds[i] == SIOCGIFNAME)
				r.ifr_ifindex = 1;
			if (pass && cmds[i] == SIOCSIFADDR)
				((struct sockaddr_in *)&r.ifr_addr)->sin_family = 2;
			else if (pass)
				r.ifr_ifindex = 0x00020001;
			/* Only the first ones ask, and change nothing. */
			call(ioctl, pass || i >= 13 ? none : s, cmds[i], &r);
		}
		call(ioctl, none, cmds[i], NULL);
		call(ioctl, none, cmds[i], BAD);
		call(ioctl, none, cmds[i], edge(0) - 8);
	}
	memset(&r, 'x', sizeof(r));
	call(ioctl, s, SIOCGIFMTU, &r);
	call(ioctl, s, SIOCGIFNAME, &r);
	call(ioctl, none, SIOCSIFFLAGS, &r);
	c.ifc_len = sizeof(buf);
	c.ifc_buf = buf;
	call(ioctl, s, SIOCGIFCONF, &c);
	c.ifc_len = 5;
	call(ioctl, s, SIOCGIFCONF, &c);
	c.ifc_buf = NULL;
	c.ifc_len = 0;
	call(ioctl, s, SIOCGIFCONF, &c);
	call(ioctl, none, SIOCGIFCONF, &c);
	call(ioctl, s, SIOCGIFCONF, NULL);
	call(ioctl, s, SIOCGIFCONF, BAD);
	return 0;
}
