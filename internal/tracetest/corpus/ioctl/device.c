// options: -v
// options: -X raw
// options: -X verbose
// m32
#include "corpus.h"
#include <linux/rtc.h>
#include <linux/watchdog.h>

/* Devices that aren't there. */
int main(void)
{
	static const unsigned cmds[] = {
		RTC_AIE_ON, RTC_UIE_OFF, RTC_PIE_ON, RTC_WIE_OFF, RTC_VL_CLR, WDIOC_KEEPALIVE, RTC_IRQP_SET, RTC_EPOCH_SET, RTC_IRQP_READ,
		RTC_RD_TIME, RTC_ALM_READ, RTC_SET_TIME, RTC_ALM_SET, RTC_WKALM_RD, RTC_WKALM_SET, WDIOC_GETSTATUS, WDIOC_GETTIMEOUT,
		0x400445a0, 0x80084502, 0x40044590, 0x80044584, 0x40044581, 0x40044591,
		0x80084506, 0x81004508, 0x80604521, 0x80184540, 0x401845c1, 0x81006a13, 0x80404804, 0xc0404807, 0x80044dff, 0x40044d03,
		0xdeadbeef, 0x12345678, 0x7601, 0xc0047601, 0x80207601, 0x42007601,
	};
	static int buf[256];

	for (int i = 0; i < COUNT(cmds); i++) {
		for (int k = 0; k < COUNT(buf); k++)
			buf[k] = k + 1;
		call(ioctl, -1, cmds[i], buf);
		call(ioctl, -1, cmds[i], NULL);
		call(ioctl, -1, cmds[i], BAD);
		call(ioctl, -1, cmds[i], 5);
	}
	return 0;
}
