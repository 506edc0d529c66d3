// build: -O1 -fno-ipa-icf -D_GLIBCXX_USE_CXX11_ABI=0
// options: -e write
// note: mangled names of less than 40 bytes, of C++ and Rust, right ones and wrong ones
#include <unistd.h>
#include <string>
#define W write(1,"",0)
#define N __attribute__((noinline))
N int f(std::string s){ return W; }
N int g(std::string*s, std::ostream&o){ return W; }
struct A { N A(){W;} N virtual ~A(){W;} N A(const A&){W;} N A& operator=(const A&){W;return *this;} N A operator++(int){W;return *this;} N bool operator<(int){W;return 1;} N void operator[](int){W;} N operator bool(){W;return 1;} N void* operator->(){W;return 0;} N static void s(...){W;} N void c() const volatile {W;} N void r() && {W;} template<int n> N void t(){W;} template<class...X> N void v(X...){W;} };
template<class T> N T h(T a, T(*p)(T)=0){ W; return a; }
template<class T, T v> struct B { N void m(){W;} };
enum E{e1,e2};
template<E e> N void en(){W;}
template<bool b> N void bo(){W;}
template<char c> N void ch(){W;}
template<unsigned long c> N void ul(){W;}
template<long c> N void lo(){W;}
N void arr(int (&a)[3]){W;}
N void mp(int A::*p, void (A::*q)(int) const){W;}
N void fn(int (*p)(int, ...), long long x, unsigned char y, __int128 z, double d, long double l, wchar_t w, char16_t c, decltype(nullptr) n){W;}
namespace { struct X{ N void anon(){W;} }; }
inline namespace __v1 { N void inl(){W;} }
N [[gnu::abi_tag("tag")]] int tagged(){ return W; }
static N int st(int x){ return W+x; }
extern "C" N void _Zbad(){ W; }
extern "C" N void _R3x(){ W; }
extern "C" N void _ZN3fooE(){ W; }
extern "C" N void _GLOBAL__sub_I_x(){ W; }
extern "C" N void ___Z3foov(){ W; }
extern "C" N void _ZTV1A_(){ W; }
extern "C" N void _RNvC1a1b(){ W; }
extern "C" N void _ZN1a1b17h0123456789abcdefE(){ W; }
extern "C" N void __Z3foov(){ W; }
extern "C" N void _ZN1a4__bb17h0123456789abcdefE(){ W; }
extern "C" N void _ZN1a3_bb17h0123456789abcdefE(){ W; }
extern "C" N void _ZN1a3___17h0123456789abcdefE(){ W; }
extern "C" N void pkg__proc__2(){ W; }
extern "C" N void a__B__c(){ W; }
extern "C" N void foo__1A(){ W; }
extern "C" N void foo__Fi(){ W; }
asm(".globl _Z3zzzv.cold\n.type _Z3zzzv.cold,@function\n_Z3zzzv.cold: .cfi_startproc\n sub $8,%rsp\n.cfi_def_cfa_offset 16\n call _ZN1a1b17h0123456789abcdefE\n add $8,%rsp\n.cfi_def_cfa_offset 8\n ret\n.cfi_endproc\n.size _Z3zzzv.cold,.-_Z3zzzv.cold\n");
asm(".globl _Z3zzzi.part.0.isra.1\n.type _Z3zzzi.part.0.isra.1,@function\n_Z3zzzi.part.0.isra.1: .cfi_startproc\n sub $8,%rsp\n.cfi_def_cfa_offset 16\n call _ZN1a1b17h0123456789abcdefE\n add $8,%rsp\n.cfi_def_cfa_offset 8\n ret\n.cfi_endproc\n.size _Z3zzzi.part.0.isra.1,.-_Z3zzzi.part.0.isra.1\n");
asm(".globl _Z3zzzl.llvm.123\n.type _Z3zzzl.llvm.123,@function\n_Z3zzzl.llvm.123: .cfi_startproc\n sub $8,%rsp\n.cfi_def_cfa_offset 16\n call _ZN1a1b17h0123456789abcdefE\n add $8,%rsp\n.cfi_def_cfa_offset 8\n ret\n.cfi_endproc\n.size _Z3zzzl.llvm.123,.-_Z3zzzl.llvm.123\n");
extern "C" void z1() asm("_Z3zzzv.cold"); extern "C" void z2() asm("_Z3zzzi.part.0.isra.1"); extern "C" void z3() asm("_Z3zzzl.llvm.123");
int main(){ int ar[3]; f("a"); g(0,*(std::ostream*)&ar); { A a; A b(a); a=b; a++; a<1; a[1]; (bool)a; a.operator->(); A::s(1); a.c(); static_cast<A&&>(a).r(); a.t<3>(); a.v(1,'c',2.0); a.v(); }
 h(1); h<const char*>("x"); B<int,5>().m(); B<bool,true>().m(); B<E,e2>().m(); en<e2>(); bo<false>(); ch<'x'>(); ul<7>(); lo<-7>(); arr(ar); mp(0,0); fn(0,1,2,3,4,5,6,7,nullptr); X().anon(); inl(); tagged(); st(1); _Zbad(); _R3x(); _ZN3fooE(); _GLOBAL__sub_I_x(); ___Z3foov(); _ZTV1A_(); _RNvC1a1b(); _ZN1a1b17h0123456789abcdefE(); __Z3foov(); _ZN1a4__bb17h0123456789abcdefE(); _ZN1a3_bb17h0123456789abcdefE(); _ZN1a3___17h0123456789abcdefE(); pkg__proc__2(); a__B__c(); foo__1A(); foo__Fi(); z1(); z2(); z3(); }
