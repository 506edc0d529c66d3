// build: -O1
// build: -O0 -s
// options: -e write
// note: C++ names, which the reference demangles if they have less than 40 bytes
#include <unistd.h>

namespace ns {
struct T {
	int n;
	__attribute__((noinline)) int get(int x) const { return write(n, "", 0) + x; }
	__attribute__((noinline)) ~T() { write(2, "", 0); }
	__attribute__((noinline)) T(int m) : n(m) { write(2, "", 0); }
	__attribute__((noinline)) operator int() const { return get(1) + 1; }
	__attribute__((noinline)) static int sum(const char *s, unsigned long *p, ...) { return write(1, s, 0) + *p; }
};
__attribute__((noinline)) int operator+(const T &a, unsigned long b) { return write(1, "", 0) + b; }
template <class A> __attribute__((noinline)) A twice(A a, int (*f)(A)) { return f(a) + f(a); }
}

namespace {
__attribute__((noinline)) int hidden(int x) { return write(1, "", 0) + x; }
}

int main()
{
	ns::T t(1);
	unsigned long n = 1;
	int r = t + 1ul;
	r += int(t) + ns::T::sum("", &n) + ns::twice<int>(1, hidden);
	auto lambda = [&](int x) __attribute__((noinline)) { return write(1, "", 0) + x; };
	return r + lambda(1) > 100;
}
