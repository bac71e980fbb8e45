import type { Source } from './origin.ts';

/**
 * A config as Python would hold it. Nodes may be shared (YAML aliases), never cyclic.
 * `start` and `end` are offsets into the source text, end-exclusive.
 */
interface Span {
  readonly start: number;
  readonly end: number;
  /** Of a composed run: the text that the offsets are of. Absent: the document's own. */
  readonly source?: Source;
  /** Of a composed run: the value that this one replaced, which may have replaced another. */
  readonly overrode?: ConfigNode;
}

/** Python's words for the types of values that a loader makes. */
export type PythonType =
  | 'str'
  | 'int'
  | 'float'
  | 'bool'
  | 'NoneType'
  | 'date'
  | 'datetime'
  | 'time'
  | 'bytes'
  | 'list'
  | 'tuple'
  | 'set'
  | 'dict'
  /** Known only when the training starts. */
  | 'unknown';

export type ScalarValue =
  | { readonly type: 'str'; readonly value: string }
  | { readonly type: 'int'; readonly value: bigint }
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'NoneType'; readonly value: null }
  /** `value` is ISO 8601, as Python's `isoformat()` writes it. */
  | { readonly type: 'date' | 'datetime' | 'time'; readonly value: string }
  | { readonly type: 'bytes'; readonly value: Uint8Array }
  /** What a program makes when it runs: `value` is the text as it is written, `reason` why nothing is known. */
  | { readonly type: 'unknown'; readonly value: string; readonly reason: string };

export type ScalarNode = Span & {
  /** As written, of a scalar without quotes: what a message can quote. */
  readonly written?: string;
} & ScalarValue;

export interface ListNode extends Span {
  readonly type: 'list';
  /** Of a Python config: what it is, if no list. */
  readonly python?: 'tuple' | 'set';
  readonly items: readonly ConfigNode[];
}

export interface Entry {
  readonly key: ScalarNode;
  /** The key as a step of a path; `1`, `true` and `null` are written so. */
  readonly name: string;
  readonly value: ConfigNode;
}

export interface DictNode extends Span {
  readonly type: 'dict';
  /** Of a dataclass: another key is refused. */
  readonly isClosed?: true;
  /** In Python's order; each key once, the last value of a repeated one. */
  readonly entries: ReadonlyMap<string, Entry>;
}

export type ConfigNode = ScalarNode | ListNode | DictNode;

export function isScalar(node: ConfigNode): node is ScalarNode {
  return node.type !== 'dict' && node.type !== 'list';
}

/** The Python type of any node. */
export function pythonType(node: ConfigNode): PythonType {
  return node.type === 'list' ? (node.python ?? 'list') : node.type;
}

export type Path = readonly (string | number)[];

/** The node at a path, `undefined` where there is none. */
export function nodeAt(root: ConfigNode | undefined, path: Path): ConfigNode | undefined {
  return path.reduce<ConfigNode | undefined>(childOf, root);
}

function childOf(node: ConfigNode | undefined, step: string | number): ConfigNode | undefined {
  if (node?.type === 'dict') return node.entries.get(String(step))?.value;
  if (node?.type === 'list') return node.items[Number(step)];
  return undefined;
}

/** `a.b[0].c`: the path as people write it. */
export function pathText(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? step : `${text}.${step}`;
  }, '');
}

/** Whether two nodes hold equal values of equal types; key order does not count. */
export function sameValue(a: ConfigNode, b: ConfigNode): boolean {
  if (a === b) return true;
  if (a.type !== b.type) return false;
  const isPlain = isScalar(a) && isScalar(b) && a.type !== 'bytes';
  return isPlain ? Object.is(a.value, b.value) : fingerprint(a) === fingerprint(b);
}

/** Text that is equal for equal values and differs for others. */
export function fingerprint(node: ConfigNode): string {
  if (node.type === 'list') return `[${node.items.map(fingerprint).join(',')}]`;
  if (node.type !== 'dict') return `${node.type}:${JSON.stringify(scalarText(node))}`;
  const pairs = [...node.entries.values()].map(
    (entry) => `${JSON.stringify(entry.name)}=${fingerprint(entry.value)}`,
  );
  return `{${pairs.toSorted().join(',')}}`;
}

/** A scalar as a short text, in YAML's spelling where it has one. */
export function scalarText(node: ScalarNode): string {
  if (node.type === 'NoneType') return 'null';
  if (node.type === 'bytes') return Buffer.from(node.value).toString('base64');
  if (node.type === 'float') return floatText(node.value);
  return String(node.value);
}

/** As Python's `repr` writes it: the shortest digits, with an exponent below 1e-4 and from 1e16 on. */
function floatText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  const [mantissa = '', power = '0'] = value.toExponential().split('e');
  const exponent = Number(power);
  if (value !== 0 && (exponent < -4 || exponent >= 16)) {
    return `${mantissa}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
  }
  const text = Object.is(value, -0) ? '-0' : String(value);
  return Number.isInteger(value) ? `${text}.0` : text;
}
