// Package decode is the language in which system calls are declared, and the
// engine that shows a stopped call by its declaration.
//
// A declaration (Syscall) lists parameters; each has a Type. Types compose:
// Ptr to a Struct whose Field is an Array of Structs. They are data, so that
// the same declaration yields the text, the JSON, and the Plan of memory to
// capture in the kernel. A Type that reads memory says so in its Plan method,
// and a test decodes every call of the corpus from memory restricted to its
// plan: what is not planned is not readable.
//
// A value with a logic of its own is a Func over a register, or an ObjFunc
// over bytes that a Ptr, Array or Field has fetched.
package decode
