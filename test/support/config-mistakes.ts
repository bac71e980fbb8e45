/** Realistic mistakes in a config, kind by kind: each gives the texts that one slip of a hand could leave. */

export type Json = { readonly [key: string]: unknown };

export interface Mistake {
  readonly kind: string;
  /** JSON text. */
  readonly text: string;
  readonly path: string;
}

interface Leaf {
  readonly path: readonly string[];
  readonly value: unknown;
}

type Replace = (leaf: Leaf) => readonly unknown[];

const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) > 1;

/** Kind → other values for a leaf; none where it does not apply. */
const valueMistakes: Readonly<Record<string, Replace>> = {
  'text for a number': ({ value }) => (typeof value === 'number' ? [String(value)] : []),
  'text for a bool': ({ value }) => (typeof value === 'boolean' ? [String(value)] : []),
  'number for a text': ({ value }) => (typeof value === 'string' ? [7] : []),
  'number for a bool': ({ value }) => (typeof value === 'boolean' ? [Number(value)] : []),
  'list for a number': ({ value }) => (typeof value === 'number' ? [[value]] : []),
  'mapping for a number': ({ value }) => (typeof value === 'number' ? [{ value }] : []),
  'number for a list': ({ value }) => (Array.isArray(value) ? [1] : []),
  'decimal comma': ({ value }) =>
    typeof value === 'number' && !Number.isInteger(value) ? [String(value).replace('.', ',')] : [],
  'unit in the value': ({ value }) => (isCount(value) ? [`${value}k`] : []),
  'negative count': ({ path, value }) => (isCount(value) && sized(path) ? [-value] : []),
  'no count': ({ path, value }) => (isCount(value) && sized(path) ? [0] : []),
  'fraction of a count': ({ path, value }) => (isCount(value) && sized(path) ? [value + 0.5] : []),
  'percent for a share': ({ path, value }) =>
    path.at(-1)?.includes('dropout') === true && typeof value === 'number' ? [10] : [],
  'sign of the exponent': ({ path, value }) =>
    path.at(-1)?.endsWith('_eps') === true && typeof value === 'number' ? [1 / value] : [],
  'id beyond the vocabulary': ({ path, value }) =>
    path.at(-1)?.endsWith('_token_id') === true && typeof value === 'number' ? [999_999] : [],
  'item too many': ({ path, value }) => (listOf(path, value) ? [[...value, value.at(-1)]] : []),
  'item too few': ({ path, value }) => (listOf(path, value) ? [value.slice(0, -1)] : []),
  'one more head than divides': ({ path, value }) =>
    path.at(-1) === 'num_key_value_heads' && isCount(value) ? [value * 2 + 1] : [],
  'heads off by one': ({ path, value }) =>
    path.at(-1) === 'num_attention_heads' && isCount(value) ? [value + 1] : [],
  'more experts a token than experts': ({ path, value }) =>
    path.at(-1) === 'num_experts_per_tok' && isCount(value) ? [100_000] : [],
  'layer beyond the last': ({ path, value }) =>
    ['mlp_only_layers', 'deepstack_visual_indexes'].includes(path.at(-1) ?? '') && Array.isArray(value)
      ? [[...value, 100_000]]
      : [],
  'width of another model': ({ path, value }) =>
    path.at(-1) === 'out_hidden_size' && isCount(value) ? [value * 2] : [],
  'grid that is not a square': ({ path, value }) =>
    path.at(-1) === 'num_position_embeddings' && isCount(value) ? [value + 1] : [],
  'rope section off by one': ({ path, value }) =>
    path.at(-1) === 'mrope_section' && Array.isArray(value)
      ? [[Number(value[0]) + 1, ...value.slice(1)]]
      : [],
};

const lists = ['layer_types', 'mrope_section'];
const sizes =
  /^(?:hidden_size|num_hidden_layers|num_attention_heads|num_key_value_heads|head_dim|vocab_size|intermediate_size|max_position_embeddings|moe_intermediate_size|num_experts_per_tok|patch_size|spatial_merge_size|temporal_patch_size)$/;

function sized(path: readonly string[]): boolean {
  return sizes.test(path.at(-1) ?? '');
}

function listOf(path: readonly string[], value: unknown): value is unknown[] {
  return lists.includes(path.at(-1) ?? '') && Array.isArray(value) && value.length > 0;
}

/** Kind → other names for a key. */
const keyMistakes: Readonly<Record<string, (key: string) => string>> = {
  'letters swapped in a name': (key) =>
    key.length < 4 ? key : key.slice(0, 2) + (key[3] ?? '') + (key[2] ?? '') + key.slice(4),
  'letter lost from a name': (key) => key.slice(0, -2) + key.slice(-1),
  'letter doubled in a name': (key) => key.slice(0, 3) + (key[2] ?? '') + key.slice(3),
  'dash for underscore': (key) => key.replace('_', '-'),
  'name in camel case': (key) => key.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
  'name in capitals': (key) => key.toUpperCase(),
};

/** Kind → what becomes of the whole text. */
const textMistakes: Readonly<Record<string, (text: string) => string>> = {
  'file cut off': (text) => text.slice(0, Math.floor(text.length * 0.7)),
  'comma lost': (text) => text.replace(/,\n/, '\n'),
  'comma at the end': (text) => text.replace(/\n\}\s*$/, ',\n}'),
  'word of Python': (text) => text.replace(/: (?:true|false|null)\b/, ': None'),
  'merge conflict left': (text) => text.replace('\n', '\n<<<<<<< HEAD\n'),
};

/** Values that stand beside each other and are taken for one another. Swaps of two widths or two ids make another valid model. */
const swapped: readonly (readonly [string, string])[] = [
  ['num_attention_heads', 'num_key_value_heads'],
  ['num_experts', 'num_experts_per_tok'],
  ['num_local_experts', 'num_experts_per_tok'],
  ['n_routed_experts', 'num_experts_per_tok'],
  ['rope_theta', 'rms_norm_eps'],
];

function swaps(config: Json): Mistake[] {
  return swapped
    .filter(([one, other]) => config[one] !== undefined && config[other] !== undefined)
    .filter(([one, other]) => config[one] !== config[other])
    .map(([one, other]) => ({
      kind: 'two values swapped',
      path: one,
      text: JSON.stringify({ ...config, [one]: config[other], [other]: config[one] }, undefined, 2),
    }));
}

/** All mistakes of all kinds in a config. */
export function mistakesIn(config: Json): Mistake[] {
  const leaves = leavesOf(config, []);
  const render = (value: unknown): string => JSON.stringify(value, undefined, 2);
  const ofValues = Object.entries(valueMistakes).flatMap(([kind, replace]) =>
    leaves.flatMap((leaf) =>
      replace(leaf).map((value) => ({
        kind,
        path: leaf.path.join('.'),
        text: render(changed(config, leaf.path, (key) => [[key, value]])),
      })),
    ),
  );
  const ofKeys = Object.entries(keyMistakes).flatMap(([kind, rename]) =>
    leaves
      .filter(({ path }) => rename(path.at(-1) ?? '') !== path.at(-1))
      .map(({ path, value }) => ({
        kind,
        path: path.join('.'),
        text: render(changed(config, path, (key) => [[rename(key), value]])),
      })),
  );
  const twice = leaves.flatMap(({ path, value }) =>
    path.length === 1 && isCount(value)
      ? [
          {
            kind: 'key set twice',
            path: path.join('.'),
            text: render(config).replace('{', `{\n  ${JSON.stringify(path[0])}: ${value + 1},`),
          },
        ]
      : [],
  );
  const whole = render(config);
  const ofText = Object.entries(textMistakes).map(([kind, edit]) => ({ kind, path: '', text: edit(whole) }));
  return [...ofValues, ...ofKeys, ...twice, ...swaps(config), ...ofText.filter(({ text }) => text !== whole)];
}

export const mistakeKinds = [
  ...Object.keys(valueMistakes),
  ...Object.keys(keyMistakes),
  'key set twice',
  'two values swapped',
  ...Object.keys(textMistakes),
];

function isMapping(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function leavesOf(config: Json, path: readonly string[]): Leaf[] {
  return Object.entries(config).flatMap(([key, value]) =>
    isMapping(value) && Object.keys(value).length > 0
      ? leavesOf(value, [...path, key])
      : [{ path: [...path, key], value }],
  );
}

function changed(config: Json, path: readonly string[], edit: (key: string) => [string, unknown][]): Json {
  const [first, ...rest] = path;
  return Object.fromEntries(
    Object.entries(config).flatMap(([key, value]): [string, unknown][] => {
      if (key !== first) return [[key, value]];
      return rest.length === 0 || !isMapping(value) ? edit(key) : [[key, changed(value, rest, edit)]];
    }),
  );
}
