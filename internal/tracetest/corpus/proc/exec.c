// options: -v
// options: -s 3
// options: -v -s 2
// options: -X raw
// options: -f
// m32
#include "corpus.h"

int main(int argc, char **argv, char **envp)
{
	char *many[50] = { 0 }, *bad[3] = { "good", BAD, NULL }, *none[1] = { NULL };
	char **edge_args = at_edge(0, argv, sizeof(*argv));

	if (argc > 1)
		return 7;
	for (int i = 0; i < 49; i++)
		many[i] = "argument";
	call(execve, "/nonexistent/program", argv, envp);
	call(execve, "", none, none);
	call(execve, NULL, NULL, NULL);
	call(execve, BAD, BAD, BAD);
	call(execve, "/nonexistent", many, many);
	call(execve, "/nonexistent", many + 16, many + 17);
	call(execve, "/nonexistent", many + 17, many + 18);
	call(execve, "/nonexistent", bad, bad);
	call(execve, "/nonexistent", edge_args, edge_args);
	call(execve, "/dev/null", argv, envp);
	call(execveat, -100, "/nonexistent", argv, envp, 0x1100);
	call(execveat, -1, "", NULL, BAD, -1);
	many[0] = argv[0];
	many[1] = "again";
	many[2] = "and \"again\"\n";
	many[3] = "an argument that is longer than the thirty-two characters shown";
	many[4] = NULL;
	call(execve, "/proc/self/exe", many, none);
	return 1;
}
