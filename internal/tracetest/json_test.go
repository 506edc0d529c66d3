package tracetest

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

var ours = sync.OnceValues(func() (Tracer, error) { return Ours(scratch) })

// TestJSON traces real programs with --json and holds every line against the
// committed schema. It needs no reference.
func TestJSON(t *testing.T) {
	tracer, err := ours()
	if err != nil {
		t.Fatal(err)
	}
	root, err := ModuleRoot()
	if err != nil {
		t.Fatal(err)
	}
	schema, err := jsonschema.NewCompiler().Compile(filepath.Join(root, "doc/trace.schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	check := func(t *testing.T, c *Case) {
		c.Options = append([]string{"--json"}, c.Options...)
		out, err := tracer.run(t.Context(), t.TempDir(), c)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(out.stderr, []byte("ptrace")) {
			t.Skipf("tracing is not possible here: %s", out.stderr)
		}
		for _, trace := range out.traces {
			validate(t, schema, trace.text)
		}
	}
	for _, c := range []*Case{
		{Command: words("ls /")},
		{Options: words("-T -y"), Command: words("ls -l /proc/self/fd")},
		{Options: words("-v -f"), Command: sh("true | cat; exit 3")},
		{Options: words("-c"), Command: words("true")},
		{Options: words("-Y -f -e read=0 -e write=1"), Command: sh("echo x | cat; kill -0 $$")},
		{Options: words("-yy -f -i"), Command: sh("kill -9 $$")},
		{Options: words("-k -f"), Command: sh("trap : USR1; kill -USR1 $$; exit 3")},
		{Options: words("-k --stack-trace-frame-limit=2"), Command: words("true")},
		{Options: words("-kk -e trace=openat,read"), Command: words("cat /etc/passwd")},
		{Options: words("-T -e inject=read:poke_exit=@arg2=ff:delay_exit=1 -e inject=write:error=EIO:when=1"),
			Command: sh("read x </etc/hostname; echo x")},
	} {
		t.Run(c.String(), func(t *testing.T) { check(t, c) })
	}
	programs, err := Programs()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range programs {
		t.Run(p.Family+"/"+p.Name, func(t *testing.T) {
			if p.Root && os.Getuid() != 0 {
				t.Skip("needs root")
			}
			binary, err := p.Build(false)
			if err != nil {
				t.Skip(err)
			}
			for _, options := range []string{"", "-v -yy"} {
				if p.Follows() {
					options += " -f"
				}
				check(t, p.Case(binary, words(options)))
			}
		})
	}
}

// validate holds each line of a trace against the schema.
func validate(t *testing.T, schema *jsonschema.Schema, trace []byte) {
	t.Helper()
	all := lines(trace)
	if len(all) == 0 {
		t.Error("the trace is empty")
	}
	for _, text := range all {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
		if err != nil {
			t.Errorf("not JSON: %v\n%s", err, text)
			continue
		}
		if err := schema.Validate(v); err != nil {
			t.Errorf("%v\n%s", err, text)
		}
		if key := duplicateKey([]byte(text)); key != "" {
			t.Errorf("member %q twice in one object\n%s", key, text)
		}
	}
}

// duplicateKey returns a name that occurs twice in one object of b, or "".
func duplicateKey(b []byte) string {
	d := json.NewDecoder(bytes.NewReader(b))
	type level struct {
		keys  map[string]bool // nil in an array
		value bool            // the next string is a value
	}
	var stack []level
	for {
		tok, err := d.Token()
		if err != nil {
			return ""
		}
		top := len(stack) - 1
		if c, ok := tok.(json.Delim); ok {
			switch c {
			case '{':
				stack = append(stack, level{keys: map[string]bool{}})
			case '[':
				stack = append(stack, level{})
			default:
				stack = stack[:top]
				if top--; top >= 0 {
					stack[top].value = false
				}
			}
			continue
		}
		if top < 0 || stack[top].keys == nil {
			continue
		}
		if !stack[top].value {
			key := tok.(string)
			if stack[top].keys[key] {
				return key
			}
			stack[top].keys[key], stack[top].value = true, true
		} else {
			stack[top].value = false
		}
	}
}
