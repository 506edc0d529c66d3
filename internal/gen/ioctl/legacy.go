package main

import "gostrace/internal/gen/factfile"

// legacy are commands that the reference names and no header at hand has:
// gone from the kernel, or known inside it only. The values are observed.
var legacy = []factfile.Ioctl{
	both("ADV7842_CMD_RAM_TEST", 0x56c0),
	both("BINDER_SET_IDLE_TIMEOUT", 0x40086203),
	both("BT819_FIFO_RESET_HIGH", 0x6201),
	both("BT819_FIFO_RESET_LOW", 0x6200),
	both("CROS_EC_DEV_IOCEVENTMASK", 0xec02),
	both("IOCTL_XENBUS_BACKEND_EVTCHN", 0x4200),
	both("IOCTL_XENBUS_BACKEND_SETUP", 0x4201),
	both("KSTAT_IOC_CHAIN_ID", 0x4b01),
	both("KSTAT_IOC_READ", 0x4b02),
	both("KSTAT_IOC_WRITE", 0x4b03),
	both("KYRO_IOCTL_OVERLAY_CREATE", 0x6b00),
	both("KYRO_IOCTL_OVERLAY_OFFSET", 0x6b04),
	both("KYRO_IOCTL_OVERLAY_VIEWPORT_SET", 0x6b01),
	both("KYRO_IOCTL_SET_VIDEO_MODE", 0x6b02),
	both("KYRO_IOCTL_STRIDE", 0x6b05),
	both("KYRO_IOCTL_UVSTRIDE", 0x6b03),
	both("MFB_GET_PIXFMT", 0x80044d08),
	both("S5P_FIMC_TX_END_NOTIFY", 0x6500),
	both("SAA6588_CMD_CLOSE", 0x40045202),
	both("SCSI_IOCTL_GET_BUS_NUMBER", 0x5386),
	both("SCSI_IOCTL_GET_IDLUN", 0x5382),
	both("SCSI_IOCTL_GET_PCI", 0x5387),
	both("SCSI_IOCTL_PROBE_HOST", 0x5385),
	both("FS_IOC_FIEMAP", 0xc020660b),
	{Name: "BLKTRACESETUP", Val: 0xc0481273, I386: 0xc0401273},
	both("TIOCGISO7816", 0x80285442),
	both("TIOCSISO7816", 0xc0285443),
	// What 32-bit programs pass, by the names that the kernel has for it.
	both("AUTOFS_IOC_SETTIMEOUT32", 0xc0049364),
	{Name: "SNDRV_PCM_IOCTL_STATUS32", Val: 0x806c4120},
	{Name: "SNDRV_PCM_IOCTL_STATUS_EXT32", Val: 0xc06c4124},
	both("USBDEVFS_BULK32", 0xc0105502),
	both("USBDEVFS_CONTROL32", 0xc0105500),
	both("USBDEVFS_DISCSIGNAL32", 0x8008550e),
	both("USBDEVFS_IOCTL32", 0xc00c5512),
	both("VIDIOC_OMAP3ISP_STAT_REQ_TIME32", 0xc01856c6),
	{Name: "VIDIOC_DQEVENT_TIME32", I386: 0x80785659},
	{Name: "VIDIOC_DQBUF_TIME32", I386: 0xc0445611},
	{Name: "VIDIOC_PREPARE_BUF_TIME32", I386: 0xc044565d},
	{Name: "VIDIOC_QBUF_TIME32", I386: 0xc044560f},
	{Name: "VIDIOC_QUERYBUF_TIME32", I386: 0xc0445609},
}

func both(name string, v uint32) factfile.Ioctl { return factfile.Ioctl{Name: name, Val: v, I386: v} }
