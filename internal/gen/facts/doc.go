// Command facts collects what the kernel's own headers and source say about
// its ABI and writes it, sorted and greppable, to the module's facts/
// directory: system calls, constants, structure layouts and ioctl commands
// of every ABI in [targets].
//
// It needs the network, apt, dpkg-deb and a gcc that knows -m32, and takes a
// few minutes; run it (make facts) when a new kernel comes out, look at the
// diff, commit. Everything else is generated offline from its output.
//
// Its inputs are the Debian packages pinned, with their checksums, in
// facts/MANIFEST, and facts/extra.h, which declares the few structures of
// the ABI that no UAPI header has. How each fact is found:
//
//   - constants: gcc -E -dD lists the object-like macros with the header that
//     defines them; one compilation of them all, minus those gcc objects to,
//     gives the values. Enumerators come from DWARF.
//   - structures: DWARF, with anonymous members flattened.
//   - ioctl commands: the macros are expanded once more with _IOC's callers
//     redefined, which shows the type of the argument.
//   - system calls: numbers and entry points from syscall_{64,32}.tbl,
//     parameters from SYSCALL_DEFINEn in the kernel's source.
package main
