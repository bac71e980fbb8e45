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

/** Whether a group has options below `section.`. */
export function hasOptionsBelow(framework: Framework, group: string, section: string): boolean {
  const options = optionsOf(framework, group);
  const known =
    sections.get(options) ??
    new Set(Array.from(options.keys(), (name) => name.slice(0, name.lastIndexOf('.'))));
  sections.set(options, known);
  return known.has(section);
}

const spec =
  /^(?<types>[a-z]*)(?:#(?<choices>\d+))?(?:~(?<low>!?[^~]*)~(?<high>!?[^=@]*))?(?:=(?<standard>[^@]*))?(?:@(?<first>\d*)-(?<last>\d*))?$/;

/** What the versions say of an option, oldest first; none where no version has it. */
export function factsOf(framework: Framework, group: string, name: string): OptionFacts[] {
  const word = optionsOf(framework, group).get(name);
  if (word === undefined) return [];
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
