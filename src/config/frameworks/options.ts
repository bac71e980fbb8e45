import type { Framework } from './facts.ts';

/** What one version or several say of an option. */
export interface OptionFacts {
  /** Places in `versions`, both included. */
  readonly first: number;
  readonly last: number;
  /** Letters: i int, f float, s str, b bool, l list, d dict, n None; `?` where nothing is known. */
  readonly types: string;
  readonly choices?: readonly string[];
  readonly low?: Limit;
  readonly high?: Limit;
  /** As JSON, `T` or `F`; absent: none, or one too long to keep. */
  readonly standard?: string;
}

export interface Limit {
  readonly value: number;
  /** The limit itself is not allowed. */
  readonly isOpen: boolean;
}

const read = new WeakMap<Framework, Map<string, ReadonlyMap<string, string>>>();

/** Name → what is known of it, as packing.py writes it; an option of a section is `section.option`. Read once. */
export function optionsOf(framework: Framework, group: string): ReadonlyMap<string, string> {
  const groups = read.get(framework) ?? new Map<string, ReadonlyMap<string, string>>();
  read.set(framework, groups);
  const known = groups.get(group);
  if (known !== undefined) return known;
  const options = new Map<string, string>();
  let section = '';
  for (const word of (framework.groups[group] ?? '').split(' ')) {
    if (word.startsWith('[')) section = word === '[]' ? '' : `${word.slice(1, -1)}.`;
    else if (word !== '') options.set(section + word.slice(0, word.indexOf(':')), word);
  }
  groups.set(group, options);
  return options;
}

const sections = new WeakMap<ReadonlyMap<string, string>, ReadonlySet<string>>();

/** Names of the sections of a group, those around them too: `a` and `a.b` of `a.b.c`. */
export function sectionsOf(framework: Framework, group: string): ReadonlySet<string> {
  const options = optionsOf(framework, group);
  const known = sections.get(options);
  if (known !== undefined) return known;
  const names = new Set<string>();
  for (const option of options.keys())
    for (let at = option.indexOf('.'); at >= 0; at = option.indexOf('.', at + 1))
      names.add(option.slice(0, at));
  sections.set(options, names);
  return names;
}

const spec =
  /^(?<types>[a-z]*)(?:#(?<choices>\d+))?(?:~(?<low>!?[^~]*)~(?<high>!?[^=@]*))?(?:=(?<standard>[^@]*))?(?:@(?<first>\d*)-(?<last>\d*))?$/;

const parsed = new WeakMap<ReadonlyMap<string, string>, Map<string, readonly OptionFacts[]>>();
const none: readonly OptionFacts[] = [];

/** What the versions say of an option, oldest first; none where no version has it. Read once. */
export function factsOf(framework: Framework, group: string, name: string): readonly OptionFacts[] {
  const options = optionsOf(framework, group);
  const word = options.get(name);
  if (word === undefined) return none;
  const facts = parsed.get(options) ?? new Map<string, readonly OptionFacts[]>();
  parsed.set(options, facts);
  const known = facts.get(name) ?? factsIn(word, name, framework, group);
  facts.set(name, known);
  return known;
}

function factsIn(word: string, name: string, framework: Framework, group: string): OptionFacts[] {
  const newest = framework.versions.length - 1;
  return word
    .slice(word.indexOf(':') + 1)
    .split(',')
    .map((text) => {
      const found = spec.exec(text)?.groups;
      if (found === undefined) throw new Error(`facts of ${name} of ${group} are damaged: ${text}`);
      const choices =
        found['choices'] === undefined ? undefined : framework.choices[Number(found['choices'])];
      return {
        first: Number(found['first'] ?? '0'),
        last: (found['last'] ?? '') === '' ? newest : Number(found['last']),
        types: found['types'] === undefined || found['types'] === '' ? '?' : found['types'],
        ...(choices === undefined ? {} : { choices: choices.split(' ') }),
        ...limit('low', found['low']),
        ...limit('high', found['high']),
        ...(found['standard'] === undefined ? {} : { standard: found['standard'] }),
      };
    });
}

function limit(side: 'low' | 'high', text: string | undefined): { readonly [key in typeof side]?: Limit } {
  if (text === undefined || text === '') return {};
  return { [side]: { value: Number(text.replace('!', '')), isOpen: text.startsWith('!') } };
}
