import { readDocument, type ConfigDocument } from '../../documents/document.ts';
import type { Reader } from '../../documents/dialect.ts';
import { LineIndex } from '../../documents/source/lines.ts';
import { decodeText } from '../../documents/source/decode.ts';
import type { ConfigNode, Entry } from '../../documents/tree/node.ts';
import type { Paths } from '../../kernel/sorted-paths.ts';
import type { OriginKind, Source } from '../../documents/tree/origin.ts';

/** A config that code registers, as far as it is literal. */
export interface StoredConfig {
  /** With its fields' defaults; what is not literal is unknown. */
  readonly root: ConfigNode;
  /** Where its values go, as the call says. */
  readonly package: string | undefined;
  readonly file: string;
  readonly text: string;
}

/** The files of a repository that a composition may read. Paths are relative to its top. */
export interface ComposeFiles {
  readonly paths: Paths;
  /** Bytes of a file that is listed; `undefined` where it cannot be read. */
  read(path: string): Promise<Uint8Array | undefined>;
  /** Configs that code registers, by their path in the search path: asked where a file is missing. */
  stored?(): Promise<ReadonlyMap<string, StoredConfig>>;
}

/** A text with its place in the run, and what its reader makes of it. */
export interface SourceFile {
  readonly document: ConfigDocument;
  readonly text: string;
  readonly source: Source;
}

/** What is made of the bytes of a file: many runs read the same groups, and a change leaves most files alone. */
interface Made {
  readonly text: string;
  readonly lines: LineIndex;
  readonly documents: Map<string, ConfigDocument>;
  readonly sources: Map<string, SourceFile>;
}

const made = new WeakMap<Uint8Array, Map<string, Made>>();

/** Reads a file as a part of a run: each node knows the file. The same bytes are read once. `undefined` where there is none. */
export async function readSource(
  files: ComposeFiles,
  file: string,
  reader: Reader | 'omegaconf-raw',
  kind: OriginKind,
  name?: string,
): Promise<SourceFile | undefined> {
  const bytes = files.paths.has(file) ? await files.read(file) : undefined;
  if (bytes === undefined) return undefined;
  const known = madeOf(bytes, file);
  const key = JSON.stringify([reader, kind, name]);
  const found = known.sources.get(key) ?? sourceOf(bytes, known, { file, reader, kind, name });
  known.sources.set(key, found);
  return found;
}

function madeOf(bytes: Uint8Array, file: string): Made {
  const byFile = made.get(bytes) ?? new Map<string, Made>();
  made.set(bytes, byFile);
  const known = byFile.get(file);
  if (known !== undefined) return known;
  const decoded = decodeText(bytes);
  const text = decoded.ok ? decoded.text : '';
  const now = { text, lines: new LineIndex(text), documents: new Map(), sources: new Map() };
  byFile.set(file, now);
  return now;
}

interface Read {
  readonly file: string;
  readonly reader: Reader | 'omegaconf-raw';
  readonly kind: OriginKind;
  readonly name: string | undefined;
}

function sourceOf(
  bytes: Uint8Array,
  { text, lines, documents }: Made,
  { file, reader, kind, name }: Read,
): SourceFile {
  const source: Source = { kind, file, lines, ...(name === undefined ? {} : { name }) };
  const options =
    reader === 'omegaconf-raw' ? { dialect: 'omegaconf' as const, isPart: true } : { dialect: reader };
  const document = documents.get(reader) ?? readDocument(bytes, { file, ...options });
  documents.set(reader, document);
  return { document, text, source };
}

/** A copy whose nodes, keys included, know their source; what is shared stays shared. */
export function stamped(
  node: ConfigNode,
  source: Source,
  made = new Map<ConfigNode, ConfigNode>(),
): ConfigNode {
  const known = made.get(node);
  if (known !== undefined) return known;
  const copy = stampedNode(node, source, made);
  made.set(node, copy);
  return copy;
}

function stampedNode(node: ConfigNode, source: Source, made: Map<ConfigNode, ConfigNode>): ConfigNode {
  // what another file made may have got values of this one
  const own = node.source ?? source;
  if (node.type === 'list')
    return { ...node, source: own, items: node.items.map((item) => stamped(item, source, made)) };
  if (node.type !== 'dict') return node.source === undefined ? { ...node, source } : node;
  const entries = new Map<string, Entry>();
  for (const [name, { key, value }] of node.entries) {
    const known = key.source === undefined ? { ...key, source } : key;
    entries.set(name, { key: known, name, value: stamped(value, source, made) });
  }
  return { ...node, source: own, entries };
}
