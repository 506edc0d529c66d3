// options: -v
// options: -X verbose -s 3
// m32
#include "corpus.h"
#include "ioctls.h"

/* What terminals and consoles are asked. Numbers, as the installed headers may not have the commands. */
static const unsigned cmds[] = {
	0x4b2f, /* KIOCSOUND */
	0x4b30, /* KDMKTONE */
	0x4b31, /* KDGETLED */
	0x4b32, /* KDSETLED */
	0x4b33, /* KDGKBTYPE */
	0x4b36, /* KDENABIO */
	0x4b37, /* KDDISABIO */
	0x4b3a, /* KDSETMODE */
	0x4b3b, /* KDGETMODE */
	0x4b3c, /* KDMAPDISP */
	0x4b3d, /* KDUNMAPDISP */
	0x4b40, /* GIO_SCRNMAP */
	0x4b41, /* PIO_SCRNMAP */
	0x4b44, /* KDGKBMODE */
	0x4b45, /* KDSKBMODE */
	0x4b46, /* KDGKBENT */
	0x4b47, /* KDSKBENT */
	0x4b48, /* KDGKBSENT */
	0x4b49, /* KDSKBSENT */
	0x4b4a, /* KDGKBDIACR */
	0x4b4b, /* KDSKBDIACR */
	0x4b4c, /* KDGETKEYCODE */
	0x4b4d, /* KDSETKEYCODE */
	0x4b4e, /* KDSIGACCEPT */
	0x4b52, /* KDKBDREP */
	0x4b60, /* GIO_FONT */
	0x4b61, /* PIO_FONT */
	0x4b62, /* KDGKBMETA */
	0x4b63, /* KDSKBMETA */
	0x4b64, /* KDGKBLED */
	0x4b65, /* KDSKBLED */
	0x4b66, /* GIO_UNIMAP */
	0x4b67, /* PIO_UNIMAP */
	0x4b68, /* PIO_UNIMAPCLR */
	0x4b69, /* GIO_UNISCRNMAP */
	0x4b6a, /* PIO_UNISCRNMAP */
	0x4b6b, /* GIO_FONTX */
	0x4b6c, /* PIO_FONTX */
	0x4b6d, /* PIO_FONTRESET */
	0x4b70, /* GIO_CMAP */
	0x4b71, /* PIO_CMAP */
	0x4b72, /* KDFONTOP */
	0x4bfa, /* KDGKBDIACRUC */
	0x4bfb, /* KDSKBDIACRUC */
	0x5401, /* TCGETS */
	0x5402, /* TCSETS */
	0x5403, /* TCSETSW */
	0x5404, /* TCSETSF */
	0x5405, /* TCGETA */
	0x5406, /* TCSETA */
	0x5407, /* TCSETAW */
	0x5408, /* TCSETAF */
	0x5409, /* TCSBRK */
	0x540a, /* TCXONC */
	0x540b, /* TCFLSH */
	0x540c, /* TIOCEXCL */
	0x540d, /* TIOCNXCL */
	0x540e, /* TIOCSCTTY */
	0x540f, /* TIOCGPGRP */
	0x5410, /* TIOCSPGRP */
	0x5411, /* TIOCOUTQ */
	0x5412, /* TIOCSTI */
	0x5413, /* TIOCGWINSZ */
	0x5414, /* TIOCSWINSZ */
	0x5415, /* TIOCMGET */
	0x5416, /* TIOCMBIS */
	0x5417, /* TIOCMBIC */
	0x5418, /* TIOCMSET */
	0x5419, /* TIOCGSOFTCAR */
	0x541a, /* TIOCSSOFTCAR */
	0x541d, /* TIOCCONS */
	0x541f, /* TIOCSSERIAL */
	0x5420, /* TIOCPKT */
	0x5422, /* TIOCNOTTY */
	0x5423, /* TIOCSETD */
	0x5424, /* TIOCGETD */
	0x5425, /* TCSBRKP */
	0x5427, /* TIOCSBRK */
	0x5428, /* TIOCCBRK */
	0x5429, /* TIOCGSID */
	0x5437, /* TIOCVHANGUP */
	0x5456, /* TIOCGLCKTRMIOS */
	0x5457, /* TIOCSLCKTRMIOS */
	0x40045431, /* TIOCSPTLCK */
	0x402c542b, /* TCSETS2 */
	0x402c542c, /* TCSETSW2 */
	0x402c542d, /* TCSETSF2 */
	0x80045430, /* TIOCGPTN */
	0x80045432, /* TIOCGDEV */
	0x80045440, /* TIOCGEXCL */
	0x802c542a, /* TCGETS2 */
};

int main(void)
{
	ioctls(cmds, COUNT(cmds));
	return 0;
}
