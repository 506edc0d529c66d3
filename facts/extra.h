/*
 * Structures of the system call ABI that no UAPI header declares, because
 * the kernel keeps them to itself and every C library has its own. They were
 * written from the manual pages named beside them and from the ABI itself:
 * "unsigned long" and pointers make the 32-bit variants come out right.
 */

/* getdents(2) */
struct linux_dirent {
	unsigned long d_ino;
	unsigned long d_off;
	unsigned short d_reclen;
	char d_name[];
};
struct linux_dirent64 {
	__u64 d_ino;
	__s64 d_off;
	unsigned short d_reclen;
	unsigned char d_type;
	char d_name[];
};
/* readdir(2), i386's own */
struct old_linux_dirent {
	unsigned long d_ino;
	unsigned long d_offset;
	unsigned short d_namlen;
	char d_name[];
};

/* sigaction(2): what rt_sigaction takes, and what i386's sigaction takes */
#undef sa_handler /* i386's asm/signal.h */
struct kernel_sigaction {
	void *sa_handler;
	unsigned long sa_flags;
	void *sa_restorer;
	__u64 sa_mask;
};
struct old_sigaction {
	void *sa_handler;
	unsigned long sa_mask;
	unsigned long sa_flags;
	void *sa_restorer;
};
/* select(2), NOTES: the sixth argument of pselect6 */
struct sigset_argpack {
	void *p;
	unsigned long size;
};
/* io_pgetevents(2) */
struct aio_sigset {
	void *sigmask;
	unsigned long sigsetsize;
};

/* select(2) and mmap(2), NOTES: i386's calls with one pointer to arguments */
struct sel_arg_struct {
	unsigned long n;
	void *inp;
	void *outp;
	void *exp;
	void *tvp;
};
struct mmap_arg_struct {
	unsigned long addr;
	unsigned long len;
	unsigned long prot;
	unsigned long flags;
	unsigned long fd;
	unsigned long offset;
};

/* recvmsg(2), recvmmsg(2), cmsg(3), unix(7), socket(7) */
struct user_msghdr {
	void *msg_name;
	int msg_namelen;
	void *msg_iov;
	unsigned long msg_iovlen;
	void *msg_control;
	unsigned long msg_controllen;
	unsigned int msg_flags;
};
struct mmsghdr {
	struct user_msghdr msg_hdr;
	unsigned int msg_len;
};
struct cmsghdr {
	unsigned long cmsg_len;
	int cmsg_level;
	int cmsg_type;
};
struct ucred {
	__u32 pid;
	__u32 uid;
	__u32 gid;
};
struct linger {
	int l_onoff;
	int l_linger;
};
struct sockaddr {
	unsigned short sa_family;
	char sa_data[14];
};

/* times with 32 bits, of old calls of 32-bit programs; select(2), utime(2)... */
struct old_timespec32 {
	__s32 tv_sec;
	__s32 tv_nsec;
};
struct old_timeval32 {
	__s32 tv_sec;
	__s32 tv_usec;
};
struct old_itimerspec32 {
	struct old_timespec32 it_interval;
	struct old_timespec32 it_value;
};
struct old_utimbuf32 {
	__s32 actime;
	__s32 modtime;
};
/* adjtimex(2) as 32-bit programs pass it */
struct old_timex32 {
	__u32 modes;
	__s32 offset;
	__s32 freq;
	__s32 maxerror;
	__s32 esterror;
	__s32 status;
	__s32 constant;
	__s32 precision;
	__s32 tolerance;
	struct old_timeval32 time;
	__s32 tick;
	__s32 ppsfreq;
	__s32 jitter;
	__s32 shift;
	__s32 stabil;
	__s32 jitcnt;
	__s32 calcnt;
	__s32 errcnt;
	__s32 stbcnt;
	__s32 tai;
	__s32 reserved[11];
};

/* sched_setparam(2) */
struct sched_param {
	int sched_priority;
};

/* open_by_handle_at(2) */
struct file_handle {
	__u32 handle_bytes;
	int handle_type;
	unsigned char f_handle[];
};

/* msgop(2) */
struct msgbuf_header {
	long mtype;
	char mtext[];
};

/* get_robust_list(2), getcpu(2) */
struct getcpu_cache {
	unsigned long blob[128 / sizeof(long)];
};

/* sockaddrs of protocols whose headers are the kernel's or BlueZ's */
struct bdaddr {
	__u8 b[6];
};
struct sockaddr_hci {
	unsigned short hci_family;
	unsigned short hci_dev;
	unsigned short hci_channel;
};
struct sockaddr_sco {
	unsigned short sco_family;
	struct bdaddr sco_bdaddr;
};
struct sockaddr_l2 {
	unsigned short l2_family;
	__le16 l2_psm;
	struct bdaddr l2_bdaddr;
	__le16 l2_cid;
	__u8 l2_bdaddr_type;
};
struct sockaddr_rc {
	unsigned short rc_family;
	struct bdaddr rc_bdaddr;
	__u8 rc_channel;
};
struct sockaddr_iucv {
	unsigned short siucv_family;
	unsigned short siucv_port;
	unsigned int siucv_addr;
	char siucv_nodeid[8];
	char siucv_user_id[8];
	char siucv_name[8];
};
struct sockaddr_ieee802154 {
	unsigned short family;
	struct {
		int addr_type;
		__u16 pan_id;
		union {
			__u8 hwaddr[8];
			__u16 short_addr;
		};
	} addr;
};

/* SCSI generic commands: the Linux SCSI Generic HOWTO, version 3 */
struct sg_io_hdr {
	int interface_id;
	int dxfer_direction;
	unsigned char cmd_len;
	unsigned char mx_sb_len;
	unsigned short iovec_count;
	unsigned int dxfer_len;
	void *dxferp;
	void *cmdp;
	void *sbp;
	unsigned int timeout;
	unsigned int flags;
	int pack_id;
	void *usr_ptr;
	unsigned char status;
	unsigned char masked_status;
	unsigned char msg_status;
	unsigned char sb_len_wr;
	unsigned short host_status;
	unsigned short driver_status;
	int resid;
	unsigned int duration;
	unsigned int info;
};
struct sg_scsi_id {
	int host_no;
	int channel;
	int scsi_id;
	int lun;
	int scsi_type;
	short h_cmd_per_lun;
	short d_queue_depth;
	int unused[2];
};
struct sg_req_info {
	char req_state;
	char orphan;
	char sg_io_owned;
	char problem;
	int pack_id;
	void *usr_ptr;
	unsigned int duration;
	int unused;
};

/* an element of ents of struct ubi_rnvol_req, which has no name of its own */
struct ubi_rnvol_ent {
	__s32 vol_id;
	__s16 name_len;
	__s8 padding2[2];
	char name[128];
};
