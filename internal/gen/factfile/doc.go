// Package factfile reads the facts that gen/facts wrote to the module's
// facts/ directory, for the generators that turn them into Go.
package factfile
