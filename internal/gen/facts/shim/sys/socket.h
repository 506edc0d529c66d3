#include <linux/socket.h>
struct sockaddr { __kernel_sa_family_t sa_family; char sa_data[14]; };
typedef __kernel_sa_family_t sa_family_t;
#define MSG_FIN 0x200
#define sockaddr_storage __kernel_sockaddr_storage
