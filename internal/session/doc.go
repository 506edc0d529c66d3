// Package session is the loop: it takes events from an engine, decides which
// count, and hands them to the sink and the summary. It is the only place
// where engine, filter, decoder and report meet.
package session
