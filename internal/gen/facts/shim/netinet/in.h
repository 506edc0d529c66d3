#include <linux/in.h>
#include <linux/in6.h>
