// build: -O1
// build: -O1 -static
// options: -e write
// better: the reference knows no names of 40 bytes and more, and stops in static programs
#include <string>
#include <unistd.h>
#include <vector>

namespace a_name_that_is_long_enough {
struct T {
	template <class X> __attribute__((noinline)) int go(X x, const std::string &s) const { return write(1, s.data(), 0) + 1; }
};
__attribute__((noinline)) static int several(const std::vector<std::string> &v)
{
	T t;
	auto lambda = [&](int x) __attribute__((noinline)) { return t.go(x, "x") + t.go(v, v[0]); };
	return lambda(1) + 1;
}
}

int main() { return a_name_that_is_long_enough::several({"a", "b"}) > 100; }
