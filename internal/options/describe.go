package options

// A Description is what an option is called and what it does.
type Description struct {
	Section  string // "Filtering"
	Spelling string // "-a COLUMN, --columns=COLUMN"
	Help     string // lines
}

// Describe returns the options that are supported, in the order of the help
// text: for the manual page, which is generated.
func Describe() []Description {
	var ds []Description
	for _, g := range groups() {
		for i := range g.options {
			if o := &g.options[i]; o.help != "" {
				ds = append(ds, Description{g.title, o.spelling(), o.help})
			}
		}
	}
	return ds
}
