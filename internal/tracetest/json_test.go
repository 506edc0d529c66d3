package tracetest

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
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
	check := func(t *testing.T, args ...string) {
		out := filepath.Join(t.TempDir(), "trace")
		cmd := exec.Command(tracer.Path, append([]string{"--json", "-o", out}, args...)...)
		cmd.Dir = t.TempDir()
		if text, err := cmd.CombinedOutput(); err != nil {
			if bytes.Contains(text, []byte("ptrace")) {
				t.Skipf("tracing is not possible here: %s", text)
			}
			var exit *exec.ExitError
			if !errors.As(err, &exit) {
				t.Fatal(err)
			}
		}
		validate(t, schema, out)
	}
	for _, args := range []string{"ls /", "-T -y ls -l /proc/self/fd", "-v -f sh -c true|cat;exit,3", "-c true", "-yy -f -i sh -c kill,-9,$$"} {
		t.Run(args, func(t *testing.T) {
			f := strings.Fields(args)
			for i := range f {
				f[i] = strings.ReplaceAll(f[i], ",", " ")
			}
			check(t, f...)
		})
	}
	programs, err := Programs()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range programs {
		t.Run(p.Family+"/"+p.Name, func(t *testing.T) {
			binary, err := p.Build(false)
			if err != nil {
				t.Skip(err)
			}
			check(t, "-f", binary)
			check(t, "-f", "-v", "-yy", binary)
		})
	}
}

func validate(t *testing.T, schema *jsonschema.Schema, name string) {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := 0
	s := bufio.NewScanner(f)
	s.Buffer(nil, 16<<20)
	for s.Scan() {
		lines++
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(s.Bytes()))
		if err != nil {
			t.Errorf("not JSON: %v\n%s", err, s.Text())
			continue
		}
		if err := schema.Validate(v); err != nil {
			t.Errorf("%v\n%s", err, s.Text())
		}
		if key := duplicateKey(s.Bytes()); key != "" {
			t.Errorf("member %q twice in one object\n%s", key, s.Text())
		}
	}
	if err := s.Err(); err != nil {
		t.Fatal(err)
	}
	if lines == 0 {
		t.Error("the trace is empty")
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
