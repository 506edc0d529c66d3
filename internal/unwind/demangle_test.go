package unwind

import "testing"

// TestDemangled: TestStacks/demangle asks the reference; here is what has too
// many bytes for it.
func TestDemangled(t *testing.T) {
	for name, want := range map[string]string{
		"main":                              "main",
		"":                                  "",
		"_ZN2ns1TD1Ev":                      "ns::T::~T()",
		"_Z3foov.cold":                      "foo() [clone .cold]",
		"_ZNSt6vectorIiSaIiEE9push_backEOi": "std::vector<int, std::allocator<int> >::push_back(int&&)",
		"_ZN3std3sys9backtrace28__rust_begin_short_backtrace17h0123456789abcdefE": "std::sys::backtrace::__rust_begin_short_backtrace",
		"_ZN1a4__bb17h0123456789abcdefE":                                          "a::__bb",
		"_ZN1a9_$LT$b$GT$17h0123456789abcdefE":                                    "_ZN1a9_$LT$b$GT$17h0123456789abcdefE", // a wrong length
		"_ZN1a10_$LT$b$GT$17h0123456789abcdefE":                                   "a::<b>",
		"_ZN1a2_b17h0123456789abcdefE":                                            "a::_b",
		"_ZN1a1b17h0123456789abcdefE":                                             "a::b",
		"_ZN17hE":                                                                 "_ZN17hE",
		"_ZN17h9":                                                                 "_ZN17h9",
		"_ZN99_17h0123456789abcdefE":                                              "_ZN99_17h0123456789abcdefE",
		"_RNvC1a1b":                                                               "a::b",
	} {
		if got := demangled(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
