package main

import (
	"fmt"
	"strings"

	"gostrace/internal/options"
)

// bash returns a completion for bash, without need of bash-completion.
func bash(ds []options.Description) string {
	var all, takes, cases []string
	for i := range ds {
		d := &ds[i]
		names := spellings(d)
		all = append(all, names...)
		if !d.Takes {
			continue
		}
		if !d.Optional {
			takes = append(takes, names...)
		}
		cases = append(cases, fmt.Sprintf("\t%s) %s ;;\n", strings.Join(names, "|"), bashWords(d.Words)))
	}
	for _, q := range options.QualifierWords() {
		cases = append(cases, fmt.Sprintf("\t%s) %s ;;\n", strings.Join(q.Names, "|"), bashWords(q.Words)))
	}
	return note + `# Source it from ~/.bashrc, or put it into /usr/share/bash-completion/completions/strace.

_strace_calls='` + words(options.Calls) + `'
_strace_signals='` + words(options.Signals) + `'
_strace_takes=' ` + strings.Join(takes, " ") + ` '

# Offers words; with a list, behind the last comma.
_strace_words() { # LIST CUR WORD...
	local list=$1 cur=$2 before=
	shift 2
	if [ "$list" = 1 ] && [[ $cur == *,* ]]; then
		before=${cur%,*},
		cur=${cur##*,}
	fi
	mapfile -t COMPREPLY < <(compgen -P "$before" -W "$*" -- "$cur")
}

# Offers the argument of an option, or of a qualifier of -e.
_strace_argument() { # OPTION CUR
	local cur=$2
	case $1 in
` + strings.Join(cases, "") + `	*) mapfile -t COMPREPLY < <(compgen -f -- "$cur") ;;
	esac
}

_strace() {
	local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} i word
	COMPREPLY=()
	# Where the command begins, its own words follow.
	for ((i = 1; i < COMP_CWORD; i++)); do
		word=${COMP_WORDS[i]}
		case $word in
		--) i=$((i + 1)); break ;;
		-?*)
			while [ "${COMP_WORDS[i+1]}" = = ]; do i=$((i + 2)); done
			if [[ $_strace_takes == *" $word "* ]]; then
				i=$((i + 1))
				while [ "${COMP_WORDS[i+1]}" = = ]; do i=$((i + 2)); done
			elif [[ $word == -[!-]?* && $_strace_takes == *" -${word: -1} "* ]]; then
				i=$((i + 1))
			fi ;;
		*) break ;;
		esac
	done
	if ((i < COMP_CWORD)); then
		if declare -F _command_offset >/dev/null; then _command_offset $i; else mapfile -t COMPREPLY < <(compgen -f -- "$cur"); fi
		return
	fi
	if [ "$cur" = = ]; then
		_strace_argument "$prev" ''
	elif [ "$prev" = = ]; then
		_strace_argument "${COMP_WORDS[COMP_CWORD-2]}" "$cur"
	elif [[ $prev == -* && $_strace_takes == *" $prev "* ]]; then
		_strace_argument "$prev" "$cur"
	elif [[ $prev == -[!-]?* && $_strace_takes == *" -${prev: -1} "* ]]; then
		_strace_argument "-${prev: -1}" "$cur"
	elif [[ $cur == -* ]]; then
		mapfile -t COMPREPLY < <(compgen -W '` + strings.Join(all, " ") + `' -- "$cur")
	else
		mapfile -t COMPREPLY < <(compgen -c -- "$cur")
	fi
}

complete -F _strace -o default strace
`
}

func bashWords(v options.Values) string {
	list := 0
	w, isList := v.Words()
	if isList {
		list = 1
	}
	offer := func(words string) string { return fmt.Sprintf(`_strace_words %d "$cur" %s`, list, words) }
	switch v {
	case options.Calls:
		return offer("$_strace_calls")
	case options.Signals:
		return offer("$_strace_signals")
	case options.Qualifiers:
		return `compopt -o nospace 2>/dev/null; ` + offer(strings.Join(w, " ")+" $_strace_calls")
	case options.Files:
		return `mapfile -t COMPREPLY < <(compgen -f -- "$cur")`
	case options.Users:
		return `mapfile -t COMPREPLY < <(compgen -u -- "$cur")`
	case options.PIDs:
		return offer(`"$(cd /proc && echo [0-9]*)"`)
	case options.AnyValue:
		return ":"
	}
	return offer(strings.Join(w, " "))
}

// zsh returns a completion for zsh: a file for a directory of $fpath.
func zsh(ds []options.Description) string {
	var b strings.Builder
	b.WriteString("#compdef strace\n" + note + `
local -a calls signals
calls=(` + words(options.Calls) + `)
signals=(` + words(options.Signals) + `)

_strace_calls() { compset -P '*[,=]'; compadd -qS , -a calls }
_strace_signals() { compset -P '*,'; compadd -qS , -a signals }
_strace_expression() {
	if compset -P '*='; then _strace_calls; else compadd -S = -- ` + words(options.Qualifiers) + `; _strace_calls; fi
}

_arguments -s -S \
`)
	for i := range ds {
		d := &ds[i]
		names := spellings(d)
		for _, n := range names {
			spec := n
			switch {
			case d.Takes && strings.HasPrefix(n, "--") && d.Optional:
				spec += "=-"
			case d.Takes && strings.HasPrefix(n, "--"):
				spec += "="
			case d.Takes && !d.Optional:
				spec += "+"
			}
			action := ""
			if d.Takes && (!d.Optional || strings.HasPrefix(n, "--")) {
				colon := ":"
				if d.Optional {
					colon = "::"
				}
				action = colon + "value:" + zshAction(d.Words)
			}
			fmt.Fprintf(&b, "\t'*%s[%s]%s' \\\n", spec, summary(d), action)
		}
	}
	b.WriteString("\t'*::command: _normal'\n")
	return b.String()
}

func zshAction(v options.Values) string {
	switch v {
	case options.Calls:
		return "_strace_calls"
	case options.Signals:
		return "_strace_signals"
	case options.Qualifiers:
		return "_strace_expression"
	case options.Files:
		return "_files"
	case options.Users:
		return "_users"
	case options.PIDs:
		return "_pids"
	case options.AnyValue:
		return " "
	}
	w, list := v.Words()
	if list {
		return "_values -s , value " + strings.Join(w, " ")
	}
	return "(" + strings.Join(w, " ") + ")"
}

// fish returns a completion for fish.
func fish(ds []options.Description) string {
	var b strings.Builder
	b.WriteString(note + "# Put it into ~/.config/fish/completions.\n\n" +
		"set -l calls " + words(options.Calls) + "\nset -l signals " + words(options.Signals) + "\n\n" +
		"complete -c strace -x -a '(__fish_complete_subcommand)'\n")
	for i := range ds {
		d := &ds[i]
		b.WriteString("complete -c strace")
		if d.Short != 0 {
			fmt.Fprintf(&b, " -s %c", d.Short)
		}
		for _, l := range d.Long {
			b.WriteString(" -l " + l)
		}
		if d.Takes {
			b.WriteString(fishWords(d))
		}
		fmt.Fprintf(&b, " -d '%s'\n", summary(d))
	}
	return b.String()
}

func fishWords(d *options.Description) string {
	flag := " -x"
	if d.Optional {
		flag = " -f" // the argument may be missing
	}
	_, list := d.Words.Words()
	offer := func(words string) string {
		if list {
			return flag + ` -a "(__fish_append , ` + words + `)"`
		}
		return flag + ` -a "` + words + `"`
	}
	switch d.Words {
	case options.Files:
		return " -r"
	case options.AnyValue:
		return flag
	case options.Users:
		return flag + " -a '(__fish_complete_users)'"
	case options.PIDs:
		return flag + " -a '(__fish_complete_pids)'"
	case options.Calls:
		return offer("$calls")
	case options.Signals:
		return offer("$signals")
	case options.Qualifiers:
		return offer(words(options.Qualifiers) + " $calls")
	}
	return offer(words(d.Words))
}
