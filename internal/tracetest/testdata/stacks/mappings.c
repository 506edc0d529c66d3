// build: -O1 -rdynamic
// options: -e write
// options:
// shared: one two
// note: two libraries take each other's place in memory
#include <dlfcn.h>
#include <unistd.h>

int callback(void) { return write(1, "", 0); }

int main(int argc, char **argv)
{
	for (int i = 0; i < 4; i++) {
		void *l = dlopen(i & 1 ? "./one.so" : "./two.so", RTLD_NOW);
		if (!l)
			return 9;
		((int (*)(void))dlsym(l, i & 1 ? "one" : "two"))();
		dlclose(l);
	}
}
