"""What Python sources declare: options of dataclasses, pydantic models, constructors and argument parsers, read with ast.

An option is (types, choices, low, high, default): types are letters (i int, f float, s str, b bool, l list, d dict, n None; ? where nothing is known).
"""
import ast, re

UNKNOWN = '?'
PLAIN = {'int': 'i', 'float': 'f', 'str': 's', 'bool': 'b', 'list': 'l', 'List': 'l', 'tuple': 'l', 'Tuple': 'l', 'Sequence': 'l',
         'set': 'l', 'Set': 'l', 'dict': 'd', 'Dict': 'd', 'Mapping': 'd', 'None': 'n', 'NoneType': 'n',
         # numbers with limits of their own
         'NonNegativeInt': 'i', 'PositiveInt': 'i', 'NonNegativeFloat': 'f', 'Path': 's', 'StrictBool': 'b', 'StrictInt': 'i', 'StrictStr': 's'}
MISSING = object()


class Sources:
    """Classes, enumerations and constants of some files, by their names."""

    def __init__(self, texts, by_name=False):
        """`by_name`: a member of an enumeration is written as its name, not its value."""
        self.by_name = by_name
        self.trees = {name: ast.parse(text) for name, text in texts.items()}
        self.classes, self.constants = {}, {}
        for tree in self.trees.values():
            for node in ast.walk(tree):
                if isinstance(node, ast.ClassDef):
                    self.classes.setdefault(node.name, node)
                    for inner in node.body:
                        if isinstance(inner, ast.ClassDef):
                            self.classes.setdefault('%s.%s' % (node.name, inner.name), inner)
            for node in tree.body:
                if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                    self.constants.setdefault(node.targets[0].id, node.value)
                elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is not None:
                    self.constants.setdefault(node.target.id, node.value)

    def members(self, name):
        """The values of an enumeration; None where it is none."""
        one = self.classes.get(name)
        if one is None or not any(re.search(r'Enum\b', ast.unparse(b)) for b in one.bases):
            return None
        found = {row.targets[0].id: self.value(row.value) for row in one.body
                 if isinstance(row, ast.Assign) and isinstance(row.targets[0], ast.Name)}
        return {k: k if self.by_name else k.lower() if v is MISSING else v for k, v in found.items() if not k.startswith('_')}

    def lineage(self, name, seen=()):
        """The class and its bases, as far as they are in the files, the most special first."""
        one = self.classes.get(name)
        if one is None or name in seen:
            return []
        bases = [b.id if isinstance(b, ast.Name) else ast.unparse(b) if ast.unparse(b) in self.classes else getattr(b, 'attr', '') for b in one.bases]
        return [one] + [c for b in bases for c in self.lineage(b, (*seen, name))]

    def value(self, node):
        """The literal of an expression; MISSING where it is none."""
        if node is None:
            return MISSING
        try:
            return ast.literal_eval(node)
        except (ValueError, SyntaxError, TypeError):
            pass
        if isinstance(node, ast.Name):
            return self.value(self.constants[node.id]) if node.id in self.constants else MISSING
        if isinstance(node, ast.Attribute):
            return self.attribute(node)
        if isinstance(node, ast.BinOp):
            a, b = self.value(node.left), self.value(node.right)
            try:
                return {ast.Mult: lambda: a * b, ast.Add: lambda: a + b, ast.Pow: lambda: a ** b, ast.Sub: lambda: a - b}[type(node.op)]()
            except (KeyError, TypeError):
                return MISSING
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ('int', 'float', 'pp_int') and node.args:
            inner = self.value(node.args[0])
            return inner if not isinstance(inner, (int, float)) else (float if node.func.id == 'float' else int)(inner)
        if isinstance(node, ast.Call) and getattr(node.func, 'id', '') == 'list' and node.args:
            return self.value(node.args[0])
        if isinstance(node, (ast.List, ast.Tuple)):
            each = [self.value(e) for e in node.elts]
            return MISSING if MISSING in each else each
        return MISSING

    def attribute(self, node):
        """`IntervalStrategy.NO`, `ModelConfig.dtype`, and `.value` of such."""
        if node.attr == 'value' and isinstance(node.value, ast.Attribute):
            return self.attribute(node.value)
        owner = node.value.id if isinstance(node.value, ast.Name) else ''
        members = self.members(owner)
        if members is not None:
            return members.get(node.attr, MISSING)
        for one in self.lineage(owner):
            for row in one.body:
                if isinstance(row, ast.AnnAssign) and getattr(row.target, 'id', '') == node.attr:
                    return default_of(row.value, self)[0]
        return MISSING

    def types(self, node, depth=0):
        """(letters, choices or None) of an annotation."""
        if node is None or depth > 8:
            return UNKNOWN, None
        if isinstance(node, ast.Constant):
            if node.value is None:
                return 'n', None
            return self.types(ast.parse(node.value, mode='eval').body, depth + 1) if isinstance(node.value, str) else (UNKNOWN, None)
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
            return union([self.types(node.left, depth + 1), self.types(node.right, depth + 1)])
        if isinstance(node, ast.Subscript):
            return self.subscript(node, depth)
        name = node.id if isinstance(node, ast.Name) else getattr(node, 'attr', '')
        if name in PLAIN:
            return PLAIN[name], None
        members = self.members(name)
        if members is not None:
            values = list(members.values())
            return ''.join(sorted({letter(v) for v in values})) or UNKNOWN, values
        if name in self.constants and isinstance(self.constants[name], (ast.Subscript, ast.BinOp, ast.Name)):
            return self.types(self.constants[name], depth + 1)
        return UNKNOWN, None

    def subscript(self, node, depth):
        name = node.value.id if isinstance(node.value, ast.Name) else getattr(node.value, 'attr', '')
        inner = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
        if name == 'Literal':
            values = [self.value(e) for e in inner]
            return ('?', None) if MISSING in values else (''.join(sorted({letter(v) for v in values})), [v for v in values if v is not None])
        if name == 'Optional':
            return union([self.types(inner[0], depth + 1), ('n', None)])
        if name == 'Union':
            return union([self.types(e, depth + 1) for e in inner])
        if name in ('Annotated', 'SkipValidation', 'Final', 'A'):
            return self.types(inner[0], depth + 1)
        return PLAIN.get(name, UNKNOWN), None


def letter(value):
    return {bool: 'b', int: 'i', float: 'f', str: 's', list: 'l', tuple: 'l', dict: 'd', type(None): 'n'}.get(type(value), UNKNOWN)


def union(all):
    letters = ''.join(sorted(set(''.join(t for t, _ in all))))
    choices = [c for _, c in all if c is not None]
    # an open text beside an enumeration leaves everything open
    closed = len(choices) == 1 and all_closed(all)
    return (UNKNOWN if UNKNOWN in letters else letters), (choices[0] if closed else None)


def all_closed(all):
    return not any(c is None and 's' in t for t, c in all)


def default_of(node, sources):
    """(default, keywords) of what is assigned to a field."""
    if isinstance(node, ast.Call) and re.search(r'(?:^|\.)(?:field|Field|get_field)$', ast.unparse(node.func)):
        words = {w.arg: w.value for w in node.keywords}
        if ast.unparse(node.func).endswith('get_field') and len(node.args) == 2:
            return sources.value(ast.Attribute(value=node.args[0], attr=ast.literal_eval(node.args[1]))), words
        if 'default' in words:
            return sources.value(words['default']), words
        if node.args:
            return (MISSING if isinstance(node.args[0], ast.Constant) and node.args[0].value is ... else sources.value(node.args[0])), words
        factory = words.get('default_factory')
        return (sources.value(factory.body) if isinstance(factory, ast.Lambda) else MISSING), words
    return sources.value(node), {}


def limits(words, sources):
    low = sources.value(words.get('ge')) if 'ge' in words else None
    high = sources.value(words.get('le')) if 'le' in words else None
    over, under = sources.value(words.get('gt')), sources.value(words.get('lt'))
    low = ('!', over) if isinstance(over, (int, float)) else low
    high = ('!', under) if isinstance(under, (int, float)) else high
    return low if low is not MISSING else None, high if high is not MISSING else None


def metadata_choices(words, sources):
    data = words.get('metadata')
    for key_, value in zip(data.keys, data.values) if isinstance(data, ast.Dict) else ():
        if isinstance(key_, ast.Constant) and key_.value == 'choices':
            found = sources.value(value)
            return list(found) if isinstance(found, (list, tuple)) else None
    return None


def converted(one):
    """Fields that __post_init__ makes members of an enumeration, which refuses what it has not: name -> enumeration."""
    found = {}
    for row in ast.walk(one):
        if isinstance(row, ast.Assign) and isinstance(row.value, ast.Call) and isinstance(row.value.func, ast.Name) and len(row.value.args) == 1:
            if ast.unparse(row.targets[0]) == ast.unparse(row.value.args[0]) and ast.unparse(row.targets[0]).startswith('self.'):
                found[ast.unparse(row.targets[0])[5:]] = row.value.func.id
    return found


def refused(one, sources):
    """Fields that the class holds against a list and raises for: name -> list."""
    found = {}
    for row in ast.walk(one):
        if isinstance(row, ast.If) and isinstance(row.test, ast.Compare) and any(isinstance(r, ast.Raise) for r in row.body):
            left, ops = ast.unparse(row.test.left), row.test.ops
            values = sources.value(row.test.comparators[0])
            if left.startswith('self.') and isinstance(ops[0], ast.NotIn) and isinstance(values, (list, tuple, set)):
                found[left[5:]] = sorted(values, key=str) if isinstance(values, set) else list(values)
    return found


def class_options(sources, *names):
    """Options of dataclasses or pydantic models and of their bases in the files."""
    found, enums, lists = {}, {}, {}
    for one in [c for n in names for c in sources.lineage(n)]:
        enums.update(converted(one))
        lists.update({k: v for k, v in refused(one, sources).items() if k not in lists})
        for row in one.body:
            if not isinstance(row, ast.AnnAssign) or not isinstance(row.target, ast.Name) or row.target.id.startswith('_'):
                continue
            if 'ClassVar' in ast.unparse(row.annotation) or 'InitVar' in ast.unparse(row.annotation):
                continue
            types, choices = sources.types(row.annotation)
            default, words = default_of(row.value, sources)
            extra = annotated_words(row.annotation)
            choices = choices or metadata_choices(words, sources)
            low, high = limits({**extra, **words}, sources)
            option = (types, choices, low, high, default)
            found.setdefault(row.target.id, option)
            alias = sources.value(words.get('alias'))
            if isinstance(alias, str):
                found.setdefault(alias, option)
    for name, enum in enums.items():
        members = sources.members(enum)
        if name in found and members:
            found[name] = ('s' + ('n' if 'n' in found[name][0] else ''), list(members.values()), *found[name][2:])
    return {name: narrowed(option, lists.get(name)) for name, option in found.items()}


def narrowed(option, values):
    """An option of which only these values are taken."""
    plain = [v for v in values or () if v is not None]
    if option[1] is not None or not plain or any(letter(v) not in 'is' for v in plain):
        return option
    return (''.join(sorted({letter(v) for v in plain} | (set(option[0]) & {'n'}))), plain, *option[2:])


def nested_options(sources, name, prefix='', depth=0):
    """The same with those of the models that its fields have, as `section.option`."""
    found = {}
    for option, facts in class_options(sources, name).items():
        inner = section_of(sources, name, option) if depth < 3 else None
        if inner is None:
            found[prefix + option] = facts
        else:
            found[prefix + option] = (''.join(sorted(set('d' + ('n' if 'n' in facts[0] else '')))), None, None, None, MISSING)
            found.update(nested_options(sources, inner, prefix + option + '.', depth + 1))
    return found


def section_of(sources, owner, option):
    """The class of the files that a field alone may have, beside None."""
    for one in sources.lineage(owner):
        for row in one.body:
            if isinstance(row, ast.AnnAssign) and getattr(row.target, 'id', '') == option:
                words = set(re.findall(r'[\w.]+', ast.unparse(row.annotation)))
                named = [w for w in words if w in sources.classes and sources.members(w) is None]
                others = words - set(named) - {'Optional', 'None', 'Annotated', 'Union'}
                return named[0] if len(named) == 1 and not others else None
    return None


def annotated_words(node):
    for call in ast.walk(node):
        if isinstance(call, ast.Call) and getattr(call.func, 'id', '') == 'Field':
            return {w.arg: w.value for w in call.keywords}
    return {}


def init_options(sources, name):
    """Options of a constructor: its parameters, and what it takes out of its keywords."""
    found = {}
    for one in sources.lineage(name):
        init = next((r for r in one.body if isinstance(r, ast.FunctionDef) and r.name == '__init__'), None)
        if init is None:
            continue
        args = init.args.args[1:] + init.args.kwonlyargs
        defaults = [None] * (len(init.args.args) - 1 - len(init.args.defaults)) + init.args.defaults + init.args.kw_defaults
        for arg, default in zip(args, defaults):
            found.setdefault(arg.arg, (*sources.types(arg.annotation), None, None, sources.value(default)))
        for call in ast.walk(init):
            if isinstance(call, ast.Call) and ast.unparse(call.func) == 'kwargs.pop' and call.args and isinstance(call.args[0], ast.Constant):
                default = sources.value(call.args[1]) if len(call.args) > 1 else MISSING
                found.setdefault(call.args[0].value, (UNKNOWN if default in (None, MISSING) else letter(default), None, None, None, default))
        documented(ast.get_docstring(one) or '', found, sources)
        for option, values in refused(one, sources).items():
            if option in found:
                found[option] = narrowed(found[option], values)
    return {k: v for k, v in found.items() if not k.startswith('_') and k != 'kwargs'}


def documented(text, found, sources):
    """Types that only the description of a class gives."""
    for name, said in re.findall(r'^\s*(\w+) \(`([^`]+)`', text, re.M):
        if name in found and found[name][0] == UNKNOWN:
            types, default = said.replace(' or ', ' | '), found[name][4]
            try:
                letters, choices = sources.types(ast.parse(types, mode='eval').body)
            except SyntaxError:
                continue
            # what is optional may be None, though few descriptions say so
            found[name] = (letters if letters == UNKNOWN else ''.join(sorted(set(letters + 'n'))), choices, *found[name][2:])


def parser_options(sources, only=None):
    """Options of `add_argument` calls of the files, by their long names with underscores; `only` a file's name."""
    found = {}
    for file, tree in sources.trees.items():
        if only is not None and not file.endswith(only):
            continue
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and getattr(call.func, 'attr', '') == 'add_argument' and call.args:
                names = [sources.value(a) for a in call.args]
                words = {w.arg: w.value for w in call.keywords}
                option = argument(words, sources)
                for name in names:
                    if isinstance(name, str) and name.startswith('--'):
                        found.setdefault(name[2:].replace('-', '_'), option)
    return found


def argument(words, sources):
    action = sources.value(words.get('action'))
    default = sources.value(words.get('default'))
    choices = sources.value(words.get('choices'))
    choices = list(choices) if isinstance(choices, (list, tuple)) and choices else None
    if action in ('store_true', 'store_false'):
        return 'b', None, None, None, action == 'store_false' if default is MISSING else default
    if 'action' in words and action not in ('store', MISSING):
        return UNKNOWN, None, None, None, default
    if 'nargs' in words and sources.value(words['nargs']) != '?':
        return 'l' + ('n' if default is None else ''), None, None, None, MISSING
    kind = words.get('type')
    types = PLAIN.get(kind.id, UNKNOWN) if isinstance(kind, ast.Name) else ('s' if kind is None else UNKNOWN)
    if 'action' in words:
        types = UNKNOWN
    return types + ('n' if default in (None, MISSING) and types != UNKNOWN else ''), choices, None, None, default
