package options

// A Description is what an option is called and what it does.
type Description struct {
	Section  string // "Filtering"
	Spelling string // "-a COLUMN, --columns=COLUMN"
	Help     string // lines

	Short    byte     // 0: none
	Long     []string // every spelling
	Takes    bool     // an argument
	Optional bool     // the argument is attached or missing
	Words    Values   // what it is made of
}

// Describe returns the options that are supported, in the order of the help
// text: for the manual page, which is generated.
func Describe() []Description { return describe(false) }

// DescribeAll is Describe with the options that the help text does not mention.
func DescribeAll() []Description { return describe(true) }

func describe(hidden bool) []Description {
	var ds []Description
	for _, g := range groups() {
		for i := range g.options {
			if o := &g.options[i]; o.help != "" || hidden {
				ds = append(ds, Description{
					Section: g.title, Spelling: o.spelling(), Help: o.help,
					Short: o.short, Long: o.long, Takes: o.arg != noArgument, Optional: o.arg == optional, Words: o.words,
				})
			}
		}
	}
	return ds
}

// A QualifierDescription is a qualifier of -e and what its set is made of.
type QualifierDescription struct {
	Names []string // every spelling
	Words Values
}

// QualifierWords returns the qualifiers of -e.
func QualifierWords() []QualifierDescription {
	var ds []QualifierDescription
	for _, q := range qualifiers {
		ds = append(ds, QualifierDescription{q.names, q.words})
	}
	return ds
}
