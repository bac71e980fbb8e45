import {
  isScalar,
  type ConfigNode,
  type Path,
  pathText,
  pythonType,
  type PythonType,
  scalarText,
} from '../documents/tree/node.ts';
import type { OriginKind } from '../documents/tree/origin.ts';
import type { ConfigDocument } from '../documents/document.ts';

/** A value as JSON can hold it: integers beyond 2^53, NaN, infinities, dates and bytes (base64) are text. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };

export interface ExplainedValue {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly type: PythonType;
  readonly value: JsonValue;
  /** Of a value that is known only when it runs: why. */
  readonly reason?: string;
  /** Of a composed run: what set the value, and what it overrode, the latest first. */
  readonly origin?: ExplainedOrigin & { readonly overrode?: readonly ExplainedOrigin[] };
}

export interface ExplainedOrigin {
  readonly kind: OriginKind;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The choice of a group (`model=base`), an override or flag as it is written. */
  readonly name?: string;
  /** Of what was overridden: the value that is lost. */
  readonly value?: JsonValue;
}

/** More values than this are cut: aliases can multiply them. */
const maxValues = 50_000;

/** Every value as the training code will read it, in document order; the outermost mapping or list is left out. */
export function explain(document: ConfigDocument): ExplainedValue[] {
  const values: ExplainedValue[] = [];
  const add = (node: ConfigNode, path: Path): void => {
    const { line, column } = document.place(path, 'value') ?? { line: 1, column: 1 };
    values.push({
      path: pathText(path),
      line,
      column,
      type: pythonType(node),
      value: jsonValue(node),
      ...(node.type === 'unknown' ? { reason: node.reason } : {}),
      ...originOf(node),
    });
  };
  const visit = (node: ConfigNode, path: Path): void => {
    if (values.length >= maxValues) return;
    if (path.length > 0 || isScalar(node)) add(node, path);
    if (node.type === 'list') for (const [index, item] of node.items.entries()) visit(item, [...path, index]);
    if (node.type === 'dict')
      for (const { name, value } of node.entries.values()) visit(value, [...path, name]);
  };
  if (document.root !== undefined) visit(document.root, []);
  return values;
}

function originOf(node: ConfigNode): Pick<ExplainedValue, 'origin'> {
  const own = ownOrigin(node);
  if (own === undefined) return {};
  const overrode: ExplainedOrigin[] = [];
  for (let old = node.overrode; old !== undefined && overrode.length < maxOverridden; old = old.overrode) {
    const origin = ownOrigin(old);
    if (origin !== undefined) overrode.push({ ...origin, value: jsonValue(old) });
  }
  return { origin: { ...own, ...(overrode.length === 0 ? {} : { overrode }) } };
}

const maxOverridden = 20;

function ownOrigin({ source, start, end }: ConfigNode): ExplainedOrigin | undefined {
  if (source === undefined) return undefined;
  const { line, column } = source.lines.place(start, end);
  const { kind, file, name } = source;
  return { kind, file, line, column, ...(name === undefined ? {} : { name }) };
}

function jsonValue(node: ConfigNode): JsonValue {
  if (node.type === 'list') return node.items.map(jsonValue);
  if (node.type === 'dict') return jsonObject(node.entries.values());
  if (node.type === 'int') {
    return Number.isSafeInteger(Number(node.value)) ? Number(node.value) : String(node.value);
  }
  if (node.type === 'float') return Number.isFinite(node.value) ? node.value : scalarText(node);
  return node.type === 'bytes' ? scalarText(node) : node.value;
}

function jsonObject(entries: Iterable<{ readonly name: string; readonly value: ConfigNode }>): JsonValue {
  const object: Record<string, JsonValue> = Object.create(null);
  for (const { name, value } of entries) object[name] = jsonValue(value);
  return object;
}
