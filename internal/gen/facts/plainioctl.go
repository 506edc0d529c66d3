package main

import "regexp"

// plainCommands are the ioctl commands that are no macros of _IOC's callers,
// by header: plain numbers from before _IOC, and enumerators.
var plainCommands = map[string]*regexp.Regexp{
	"asm-generic/ioctls.h":     regexp.MustCompile(`^(TC|TIOC|FIO)`),
	"asm-generic/sockios.h":    regexp.MustCompile(`^(SIOC|FIO)`),
	"drm/nova_drm.h":           regexp.MustCompile(`^DRM_IOCTL_`),
	"drm/xe_drm.h":             regexp.MustCompile(`^DRM_XE_OBSERVATION_IOCTL_`),
	"kernel/scsi/scsi.h":       regexp.MustCompile(`^SCSI_IOCTL_`),
	"kernel/scsi/scsi_ioctl.h": regexp.MustCompile(`^SCSI_IOCTL_`),
	"kernel/scsi/sg.h":         regexp.MustCompile(`^SG_(SET|GET|EMULATED|NEXT|SCSI_RESET$|IO$)`),
	"linux/android/binder.h":   regexp.MustCompile(`^B[CR]_`),
	"linux/cdrom.h":            regexp.MustCompile(`^(CDROM[A-Z]|CDROM_[A-Z_]+$|DVD_(READ|WRITE)_STRUCT|DVD_AUTH)`),
	"linux/fb.h":               regexp.MustCompile(`^FBIO`),
	"linux/gpib_ioctl.h":       regexp.MustCompile(`^IB[A-Z]`),
	"linux/hdreg.h":            regexp.MustCompile(`^HDIO_`),
	"linux/kd.h":               regexp.MustCompile(`^(KD|KIOC|GIO_|PIO_)`),
	"linux/loop.h":             regexp.MustCompile(`^LOOP_`),
	"linux/sockios.h":          regexp.MustCompile(`^SIO`),
	"linux/vt.h":               regexp.MustCompile(`^VT_`),
	"linux/wireless.h":         regexp.MustCompile(`^SIOC`),
}

func plainCommand(p place) bool {
	re := plainCommands[p.header]
	return re != nil && re.MatchString(p.name)
}
