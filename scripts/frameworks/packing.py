"""Facts of many versions as short texts: `name:spec` words below `[section]`, a spec `types#choices~low~high=default`, `@first-last` where it does not count in all."""
import json
from reading import MISSING

MAX_DEFAULT = 24


def spec_of(option, choices_of):
    types, choices, low, high, default = option
    text = types + ('n' if default is None and not set(types) & set('n?') else '')
    text = '' if text == '?' else text
    if choices and all(isinstance(c, (str, int)) and not isinstance(c, bool) and str(c) and not set(str(c)) & set(' \n') for c in choices):
        text += '#%d' % choices_of(' '.join(str(c) for c in choices))
    if low is not None or high is not None:
        text += '~%s~%s' % (limit(low), limit(high))
    return text + default_text(default)


def limit(value):
    if value is None:
        return ''
    return '!' + number(value[1]) if isinstance(value, tuple) else number(value)


def number(value):
    return repr(value).removesuffix('.0') if isinstance(value, float) else str(value)


def default_text(default):
    if default is MISSING or default is None or isinstance(default, (list, tuple, dict)):
        return ''
    if isinstance(default, bool):
        return '=' + ('T' if default else 'F')
    if isinstance(default, (int, float)):
        return '=' + repr(default)
    text = json.dumps(default)
    return '=' + text if len(text) <= MAX_DEFAULT and not set(default) & set(' ,@:|\n"') else ''


def group_text(seen, versions, choices_of):
    """`seen`: for each version name -> option, or None where the group is not there."""
    words, section = [], ''
    for name in sorted(set().union(*[s.keys() for s in seen if s is not None]), key=sorting):
        if sorting(name)[0] != section:
            section = sorting(name)[0]
            words.append('[%s]' % section)
        runs = []
        for at, options in enumerate(seen):
            spec = spec_of(options[name], choices_of) if options and name in options else None
            if runs and runs[-1][0] == spec:
                runs[-1][2] = at
            else:
                runs.append([spec, at, at])
        runs = closed_gaps([r for r in runs if r[0] is not None])
        last = len(versions) - 1
        parts = [spec if (first, end) == (0, last) else '%s@%s-%s' % (spec, first or '', '' if end == last else end)
                 for spec, first, end in runs]
        words.append('%s:%s' % (sorting(name)[1], ','.join(parts)))
    return ' '.join(words)


def sorting(name):
    """(section, option): those of one section stand together, behind `[section]`."""
    section, _, option = name.rpartition('.')
    return section, option


def closed_gaps(runs):
    """An option that is not seen in some versions in between was read elsewhere: it is taken to be there."""
    for one, following in zip(runs, runs[1:]):
        one[2] = following[1] - 1
    merged = []
    for run in runs:
        if merged and merged[-1][0] == run[0]:
            merged[-1][2] = run[2]
        else:
            merged.append(run)
    return merged
