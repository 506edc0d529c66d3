// options: -v
// options: -X raw
// options: -X verbose
// options: -y
// m32
#include "corpus.h"
#include <linux/fs.h>
#include <linux/fcntl.h>
#include <linux/fiemap.h>
#include <linux/blkpg.h>

/* Files, file systems, and block devices that aren't there. */
static char buf[8192];

int main(void)
{
	static const unsigned any[] = {
		FIBMAP, FIGETBSZ, FIFREEZE, FITHAW, FITRIM, FICLONE, FICLONERANGE, FIDEDUPERANGE, FS_IOC_GETFLAGS, FS_IOC_SETFLAGS,
		FS_IOC_GETVERSION, FS_IOC_SETVERSION, FS_IOC_FSGETXATTR, FS_IOC_FSSETXATTR, FS_IOC_GETFSLABEL, FS_IOC_SETFSLABEL,
		FS_IOC_FIEMAP, 0x8004587d /* FS_IOC_SHUTDOWN */, 0x80111500, 0x80811501, 0x5404, 0x8901, 0x8903,
		BLKROSET, BLKROGET, BLKRRPART, BLKGETSIZE, BLKFLSBUF, BLKRASET, BLKRAGET, BLKFRASET, BLKFRAGET, BLKSECTSET, BLKSECTGET,
		BLKSSZGET, BLKPG, BLKBSZGET, BLKBSZSET, BLKGETSIZE64, BLKTRACESTART, BLKTRACESTOP, BLKTRACETEARDOWN,
		BLKDISCARD, BLKIOMIN, BLKIOOPT, BLKALIGNOFF, BLKPBSZGET, BLKDISCARDZEROES, BLKSECDISCARD, BLKROTATIONAL, BLKZEROOUT,
		0x1284, 0x80081280, 0x660b,
		0x40086f0e, 0x5200, 0x5204, 0x5206, 0x5207, 0x40045201, 0x40085203, 0x80045200,
		0xb701, 0xb702, 0xb703, 0xb704, 0x8008b705, 0x8004b706,
		0x4c00, 0x4c01, 0x4c06, 0x4c07, 0x4c08, 0x4c09, 0x4c80, 0x4c81, 0x4c82,
		0xc0202102, 0x40082102, 0xc0182101, 0x40042104, 0xc018aa3f, 0xc020aa00, 0x8010aa01, 0xc020aa04, 0xc028aa03, 0xff05, 0xff01,
		0xc018aa06, 0xc020aa07, 0xc020aa08, 0xc028aa05, 0x40044900, 0x40088a01, 0x80088a02,
		0x2400, 0x2401, 0x2402, 0x2403, 0x40082404, 0x2405, 0x40082406, 0x80082407, 0x40042408, 0x40042409, 0x4008240b,
	};
	int fd = call(open, "data", O_RDWR | O_CREAT, 0600), other, none = -1;
	struct { struct fiemap map; struct fiemap_extent extents[4]; } m = { { 0, -1, FIEMAP_FLAG_SYNC, 7, 4, 9 } };
	struct fsxattr x = { 0x80000001, 2, 3, 4, 5 };
	struct fstrim_range trim = { 1, -1, 2 };
	struct file_clone_range range = { fd, 1, 2, 3 };
	long flags, n = 0;

	call(write, fd, buf, sizeof(buf));
	other = call(open, "other", O_RDWR | O_CREAT, 0600);
	call(ioctl, fd, FS_IOC_GETFLAGS, &n);
	flags = n | FS_NODUMP_FL | FS_NOATIME_FL;
	call(ioctl, fd, FS_IOC_SETFLAGS, &flags);
	call(ioctl, fd, FS_IOC_GETFLAGS, &n);
	flags = -1;
	call(ioctl, none, FS_IOC_SETFLAGS, &flags);
	flags = 0;
	call(ioctl, none, FS_IOC_SETFLAGS, &flags);
	call(ioctl, fd, FIGETBSZ, &n);
	call(ioctl, fd, 0x541b, &n);
	call(ioctl, none, FS_IOC_FSSETXATTR, &x);
	x.fsx_xflags = -1;
	call(ioctl, none, FS_IOC_FSSETXATTR, &x);
	call(ioctl, fd, FS_IOC_FSGETXATTR, &x);
	call(ioctl, none, FITRIM, &trim);
	call(ioctl, other, FICLONE, fd);
	call(ioctl, other, FICLONE, -1);
	range.src_fd = fd;
	call(ioctl, none, FICLONERANGE, &range);
	call(ioctl, none, FS_IOC_FIEMAP, &m);
	m.map.fm_flags = 0;
	call(ioctl, fd, FS_IOC_FIEMAP, &m);
	m.map.fm_extent_count = 0;
	call(ioctl, fd, FS_IOC_FIEMAP, &m);
	m.map.fm_flags = 0xf0;
	call(ioctl, fd, FS_IOC_FIEMAP, &m);
	for (int i = 0; i < COUNT(any); i++) {
		for (int k = 0; k < 512; k++)
			buf[k] = k % 4 ? 0 : k / 4 + 1;
		call(ioctl, none, any[i], buf);
		call(ioctl, none, any[i], NULL);
		call(ioctl, none, any[i], BAD);
		call(ioctl, none, any[i], 5);
	}
	return 0;
}
