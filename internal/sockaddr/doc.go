// Package sockaddr shows addresses of the network: struct sockaddr of every
// family, and the internet addresses, ports, interfaces and hardware addresses
// that occur in it, in socket options and in netlink messages alike.
package sockaddr
