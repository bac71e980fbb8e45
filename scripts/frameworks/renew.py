#!/usr/bin/env python3
"""Renews src/config/frameworks/facts.json: which options of which framework exist in which version, their types, choices, ranges and defaults.

    python3 scripts/frameworks/renew.py [--cache FOLDER] [--clone megatron-core=PATH] [PACKAGE ...]

Downloads each published minor version with pip (3 GB without a cache), reads the sources with Python's ast, and writes facts
alone. No package is imported or installed. Needs PyYAML. Megatron-LM's arguments are in no package: --clone names a clone of its
repository with tags (git clone https://github.com/NVIDIA/Megatron-LM); without one its facts stay as they are.
"""
import argparse, json, os, re, sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from archives import CloneTexts, Texts, archive, key, minors, published, tags
from frameworks import PACKAGES, RENAMED
from packing import group_text

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
OUT = os.path.join(ROOT, 'src/config/frameworks/facts.json')


def versions_of(package, options):
    """version -> its texts, oldest first; loaded one after the other."""
    facts = PACKAGES[package]
    if facts.tags is not None:
        clone = options.clone.get(package)
        known = tags(clone, facts.tags) if clone else {}
        for version in minors(known, facts.first):
            yield version, CloneTexts(clone, known[version])
        return
    for version in minors(published(package), facts.first, facts.patches):
        yield version, Texts(archive(package, version, facts.wheel, options.cache))


def facts_of(package, options, old):
    facts, seen, versions, choices, classes = PACKAGES[package], {}, [], [], ''
    for version, texts in versions_of(package, options):
        now = {}
        for group, read in facts.groups.items():
            try:
                now[group] = read(texts) or None
            except (KeyError, SyntaxError) as error:
                print('%s %s: %s: %r' % (package, version, group, error), file=sys.stderr)
        if not any(now.values()):
            print('%s %s: nothing found' % (package, version), file=sys.stderr)
            continue
        moved = [g for g, o in now.items() if o and g not in facts.dropped and seen.get(g) and len(seen[g][-1] or ()) > 25 and lost(seen[g][-1], o) > facts.moved]
        if moved:
            print('%s %s: the options of %s stand elsewhere: read up to the version before' % (package, version, moved), file=sys.stderr)
            break
        versions.append(version)
        for group in facts.groups:
            seen.setdefault(group, []).append(now.get(group))
        classes = facts.classes(texts) if facts.classes else ''
    if not versions:
        return None

    def choices_of(text):
        if text not in choices:
            choices.append(text)
        return choices.index(text)

    if facts.beside:
        group, package_, other = facts.beside
        taken = set(re.findall(r'(?:^| )([\w]+):', old.get(package_, {'groups': {other: ''}})['groups'][other]))
        seen[group] = [o and {k: v for k, v in o.items() if k not in taken} for o in seen[group]]
    groups = {g: group_text(s, versions, choices_of) for g, s in seen.items() if any(s)}
    print(package, len(versions), 'versions', {g: t.count(':') for g, t in groups.items()}, file=sys.stderr)
    names = {n for s in seen.values() if s[-1] for n in s[-1]}
    return {'versions': versions, 'groups': groups, 'choices': choices,
            'renamed': {k: v for k, v in RENAMED.get(package, {}).items() if v in names}, **({'classes': classes} if classes else {})}


def lost(before, now):
    return len(before.keys() - now.keys()) / len(before)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('packages', nargs='*')
    parser.add_argument('--cache', default=os.path.join(ROOT, 'node_modules/.cache/frameworks'))
    parser.add_argument('--clone', action='append', default=[], metavar='PACKAGE=PATH')
    options = parser.parse_args()
    options.clone = dict(each.split('=', 1) for each in options.clone)
    old = json.load(open(OUT)) if os.path.isfile(OUT) else {}
    for package in options.packages or PACKAGES:
        made = facts_of(package, options, old)
        if made is not None:
            old[package] = made
    with open(OUT, 'w') as out:
        json.dump({p: old[p] for p in PACKAGES if p in old}, out, ensure_ascii=False, indent=0, separators=(',', ':'))
        out.write('\n')
    print('%d bytes' % os.path.getsize(OUT), file=sys.stderr)


if __name__ == '__main__':
    main()
