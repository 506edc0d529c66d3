/* Included before every header: what some headers use without including it. */
#ifndef GOSTRACE_PRELUDE
#define GOSTRACE_PRELUDE
typedef _Bool bool;
#define true 1
#define false 0
#include <stddef.h>
#include <stdint.h>
#include <linux/types.h>
#include <linux/posix_types.h>
#include <linux/ioctl.h>
typedef __u8 u_int8_t;
typedef __u16 u_int16_t;
typedef __u32 u_int32_t;
typedef __u64 u_int64_t;
typedef unsigned char u_char;
typedef unsigned short u_short;
typedef unsigned int u_int;
typedef unsigned long u_long;
typedef unsigned int uint;
typedef unsigned long long u_quad_t;
typedef __kernel_ssize_t ssize_t;
typedef __kernel_pid_t pid_t;
typedef __kernel_uid32_t uid_t;
typedef __kernel_gid32_t gid_t;
typedef __kernel_mode_t mode_t;
typedef __kernel_off_t off_t;
typedef __kernel_loff_t loff_t;
typedef __kernel_clock_t clock_t;
typedef __kernel_key_t key_t;
typedef __kernel_clockid_t clockid_t;
typedef __kernel_timer_t timer_t;
typedef __kernel_old_time_t time_t;
typedef __kernel_daddr_t daddr_t;
typedef char *caddr_t;
typedef __kernel_ino_t ino_t;
typedef __u16 domid_t;
typedef __u32 grant_ref_t;
#include <linux/time.h>
#include <linux/major.h>
#include <linux/signal.h>
#endif
