// Package sockopt shows the options of sockets: setsockopt(2) and
// getsockopt(2), by level and name.
package sockopt
