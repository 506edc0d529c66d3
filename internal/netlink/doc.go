// Package netlink shows the messages that a netlink socket sends and receives:
// headers, the structure behind, and attributes, by the socket's protocol.
package netlink
