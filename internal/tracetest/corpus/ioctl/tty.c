// options: -v
// options: -X raw
// options: -X verbose
// options: -y
// m32
#include "corpus.h"
#include <linux/fcntl.h>
#include <asm/termbits.h>
#include <asm/ioctls.h>
#include <linux/termios.h>
#include <linux/serial.h>

/* Everything that a terminal is asked, of a terminal and of what is none. */
static int fds[2];

static void both(unsigned cmd, void *arg)
{
	call(ioctl, fds[0], cmd, arg);
	call(ioctl, fds[1], cmd, arg);
}

int main(void)
{
	static const unsigned ints[] = {
		TIOCMGET, TIOCMSET, TIOCMBIS, TIOCMBIC, TIOCOUTQ, FIONREAD, FIONBIO, FIOASYNC, TIOCGPGRP, TIOCSPGRP, TIOCGSID,
		TIOCGETD, TIOCSETD, TIOCPKT, TIOCGPKT, TIOCGPTLCK, TIOCSPTLCK, TIOCGPTN, TIOCGEXCL, TIOCGSOFTCAR, TIOCSSOFTCAR,
		TIOCGDEV, TIOCLINUX, TIOCSERGETLSR, TIOCSERCONFIG, TIOCCONS, TIOCSTI, FIOQSIZE, TIOCSIG, TIOCVHANGUP, TIOCGLCKTRMIOS,
		TIOCSLCKTRMIOS, TIOCGICOUNT, TIOCMIWAIT, TIOCGSERIAL, TIOCSSERIAL, TIOCGRS485, TIOCSRS485, TIOCGISO7816, TIOCSISO7816,
		TIOCNXCL, TIOCEXCL, TIOCNOTTY, TIOCSCTTY, TIOCSBRK, TIOCCBRK, FIOCLEX, FIONCLEX,
		TIOCSERGWILD, TIOCSERSWILD, TIOCSERGSTRUCT, TIOCSERGETMULTI, TIOCSERSETMULTI, TCSBRK, TCSBRKP, TCXONC, TCFLSH,
		TIOCGPTPEER, TCGETX, TCSETX, TCSETXF, TCSETXW, TIOCGWINSZ, TIOCSWINSZ,
	};
	int n = 3, m = call(open, "/dev/ptmx", O_RDWR | O_NOCTTY), none = -1, zero = 0, none_fd = call(open, "/dev/null", 0);
	struct termios t;
	struct termios2 t2;
	struct termio old;
	struct winsize w = { 25, 80, 1, 2 };

	fds[0] = m;
	fds[1] = none;
	call(ioctl, m, TIOCSPTLCK, &zero);
	call(ioctl, m, TIOCGPTN, &n);
	call(ioctl, m, TIOCGPTLCK, &n);
	int s = call(ioctl, m, TIOCGPTPEER, O_RDWR | O_NOCTTY);
	call(ioctl, m, TIOCGPTPEER, -1);
	both(TCGETS, &t);
	both(TCSETS, &t);
	both(TCSETSW, &t);
	both(TCSETSF, &t);
	both(TCGETS2, &t2);
	both(TCSETS2, &t2);
	both(TCSETSW2, &t2);
	both(TCSETSF2, &t2);
	both(TCGETA, &old);
	both(TCSETA, &old);
	both(TCSETAW, &old);
	both(TCSETAF, &old);
	t.c_iflag = t.c_oflag = t.c_lflag = -1;
	t.c_cflag = -1;
	t.c_line = 200;
	for (int i = 0; i < NCCS; i++)
		t.c_cc[i] = i * 7;
	call(ioctl, none, TCSETS, &t);
	t.c_cflag = CS8 | B38400;
	t.c_iflag = t.c_oflag = t.c_lflag = 0;
	t.c_line = 3;
	t.c_cc[VMIN] = t.c_cc[VTIME] = 255;
	call(ioctl, none, TCSETS, &t);
	t.c_lflag = ICANON;
	t.c_cc[VTIME] = 0;
	t.c_cc[VMIN] = 1;
	call(ioctl, none, TCSETS, &t);
	t2.c_cflag = BOTHER | BOTHER << IBSHIFT | CS6;
	t2.c_ispeed = 12345;
	t2.c_ospeed = 54321;
	call(ioctl, none, TCSETS2, &t2);
	old.c_iflag = old.c_oflag = old.c_cflag = old.c_lflag = -1;
	call(ioctl, none, TCSETA, &old);
	both(TIOCGWINSZ, &w);
	both(TIOCSWINSZ, &w);
	both(TIOCGWINSZ, &w);
	for (int i = 0; i < COUNT(ints); i++) {
		n = 1;
		call(ioctl, none, ints[i], &n);
		call(ioctl, none, ints[i], NULL);
		call(ioctl, none, ints[i], BAD);
		call(ioctl, none, ints[i], 5);
	}
	n = 0;
	call(ioctl, s, FIONREAD, &n);
	call(ioctl, s, TIOCOUTQ, &n);
	call(ioctl, s, TIOCGETD, &n);
	call(ioctl, s, TIOCMGET, &n);
	call(ioctl, s, TIOCGPGRP, &n);
	call(ioctl, s, TIOCGSID, &n);
	call(ioctl, m, TIOCPKT, &n);
	call(ioctl, m, TIOCGPKT, &n);
	call(ioctl, s, TIOCGEXCL, &n);
	call(ioctl, s, TIOCEXCL);
	call(ioctl, s, TIOCGDEV, &n);
	n = 1;
	call(ioctl, none, TIOCMSET, &n);
	n = -1;
	call(ioctl, none, TIOCMSET, &n);
	call(ioctl, none, TIOCSETD, &n);
	n = 0x1000;
	call(ioctl, none, TIOCMBIS, &n);
	n = 7;
	call(ioctl, none, TIOCSETD, &n);
	for (int i = -1; i < 5; i++) {
		call(ioctl, none, TCFLSH, i);
		call(ioctl, none, TCXONC, i);
		call(ioctl, none, TCSBRK, i);
	}
	call(ioctl, none_fd, TCGETS, &t);
	call(ioctl, none, TCGETS, edge(0) - 8);
	call(ioctl, none, TCSETS, edge(0) - 8);
	return 0;
}
