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
// Declarations are static data: nothing of them runs at start-up (a test looks).
// The compiler manages that for literals, nested as deep as one likes, for
// addresses, and for functions that are declared (Func(name)), but not for
// copies of a variable that holds an interface. So what declarations share is a
// pointer: fdParam = &Param{...}, timespecPtr = &Ptr{...}; and a shared Func is
// a function.
//
// A value with a logic of its own is a Func over a register, or an ObjFunc
// over bytes that a Ptr, Array or Field has fetched.
package decode
