import type { Dialect } from '../dialect.ts';

/** Names of YAML's own tags, without `tag:yaml.org,2002:`. */
export type ImplicitTag = 'bool' | 'float' | 'int' | 'merge' | 'null' | 'timestamp' | 'value' | 'disputed';

interface Resolver {
  readonly tag: ImplicitTag;
  /** What a text that the pattern matches can start with; PyYAML's own table has it too. */
  readonly first: string;
  readonly pattern: RegExp;
}

/** PyYAML 6.0.3, resolver.py; written without nested unbounded repeats that can match the same text twice. */
const pyyaml: readonly Resolver[] = [
  {
    tag: 'bool',
    first: 'yYnNtTfFoO',
    pattern: /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/,
  },
  {
    tag: 'float',
    first: '-+.0123456789',
    pattern:
      /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/,
  },
  {
    tag: 'int',
    first: '-+0123456789',
    pattern:
      /^(?:[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)$/,
  },
  { tag: 'merge', first: '<', pattern: /^<<$/ },
  { tag: 'null', first: '~nN', pattern: /^(?:~|null|Null|NULL|)$/ },
  {
    tag: 'timestamp',
    first: '0123456789',
    pattern:
      /^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?)$/,
  },
  { tag: 'value', first: '=', pattern: /^=$/ },
];

/** OmegaConf 2.3, _utils.py get_yaml_loader: its float pattern after PyYAML's own, no timestamps. */
const omegaconf: readonly Resolver[] = [
  ...pyyaml.filter((resolver) => resolver.tag !== 'timestamp'),
  {
    tag: 'float',
    first: '-+.0123456789',
    pattern:
      /^(?:[-+]?[0-9]+(?:_[0-9]+)*\.[0-9_]*(?:[eE][-+]?[0-9]+)?|[-+]?[0-9]+(?:_[0-9]+)*[eE][-+]?[0-9]+|\.[0-9]+(?:_[0-9]+)*(?:[eE][-+][0-9]+)?)$/,
  },
  {
    // up to 2.1 underscores could stand anywhere: 1__0e5 was a number, and ._ an error
    tag: 'disputed',
    first: '-+.0123456789',
    pattern: /^(?:[-+]?[0-9][0-9_]*(?:\.[0-9_]*)?[eE][-+]?[0-9]+|\.[0-9_]+(?:[eE][-+][0-9]+)?)$/,
  },
];

/** YAML 1.2.2, chapter 10.3, the core schema. */
const core: readonly Resolver[] = [
  { tag: 'null', first: '~nN', pattern: /^(?:~|null|Null|NULL|)$/ },
  { tag: 'bool', first: 'tTfF', pattern: /^(?:true|True|TRUE|false|False|FALSE)$/ },
  { tag: 'int', first: '-+0123456789', pattern: /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/ },
  {
    tag: 'float',
    first: '-+.0123456789',
    pattern:
      /^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/,
  },
];

/** First character (none of an empty text) → the resolvers that may match, in their order. */
type Table = ReadonlyMap<string, readonly Resolver[]>;

const tables: Readonly<Record<Dialect, Table>> = {
  pyyaml: byFirst(pyyaml),
  omegaconf: byFirst(omegaconf),
  'yaml-1.2': byFirst(core),
};

function byFirst(resolvers: readonly Resolver[]): Table {
  const characters = new Set(resolvers.flatMap(({ first }) => Array.from(first)));
  const table = [...characters].map(
    (character) => [character, resolvers.filter(({ first }) => first.includes(character))] as const,
  );
  return new Map([['', resolvers.filter(({ pattern }) => pattern.test(''))], ...table]);
}

/** Which of YAML's types a scalar without quotes and without a tag has; `undefined`: text. */
export function implicitTag(text: string, dialect: Dialect): ImplicitTag | undefined {
  const candidates = tables[dialect].get(text.charAt(0));
  return candidates?.find((resolver) => resolver.pattern.test(text))?.tag;
}
