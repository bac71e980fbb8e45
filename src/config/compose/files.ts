import { readDocument, type ConfigDocument } from '../../documents/document.ts';
import type { Reader } from '../../documents/dialect.ts';
import { LineIndex } from '../../documents/source/lines.ts';
import { decodeText } from '../../documents/source/decode.ts';
import type { ConfigNode, Entry } from '../../documents/tree/node.ts';
import type { OriginKind, Source } from '../../documents/tree/origin.ts';

/** The files of a repository that a composition may read. Paths are relative to its top. */
export interface ComposeFiles {
  readonly paths: ReadonlySet<string>;
  /** Bytes of a file that is listed; `undefined` where it cannot be read. */
  read(path: string): Promise<Uint8Array | undefined>;
}

/** A text with its place in the run, and what its reader makes of it. */
export interface SourceFile {
  readonly document: ConfigDocument;
  readonly text: string;
  readonly source: Source;
}

/** Reads a file as a part of a run: each node knows the file. `undefined` where there is none. */
export async function readSource(
  files: ComposeFiles,
  file: string,
  reader: Reader | 'omegaconf-raw',
  kind: OriginKind,
  name?: string,
): Promise<SourceFile | undefined> {
  const bytes = files.paths.has(file) ? await files.read(file) : undefined;
  if (bytes === undefined) return undefined;
  const decoded = decodeText(bytes);
  const text = decoded.ok ? decoded.text : '';
  const source: Source = { kind, file, lines: new LineIndex(text), ...(name === undefined ? {} : { name }) };
  return { document: documentOf(files, file, bytes, reader), text, source };
}

/** Many runs read the same groups: each file is parsed once. */
const parsed = new WeakMap<ComposeFiles, Map<string, ConfigDocument>>();

function documentOf(
  files: ComposeFiles,
  file: string,
  bytes: Uint8Array,
  reader: Reader | 'omegaconf-raw',
): ConfigDocument {
  const known = parsed.get(files) ?? new Map<string, ConfigDocument>();
  parsed.set(files, known);
  const key = `${reader} ${file}`;
  const options =
    reader === 'omegaconf-raw' ? { dialect: 'omegaconf' as const, isPart: true } : { dialect: reader };
  const document = known.get(key) ?? readDocument(bytes, { file, ...options });
  known.set(key, document);
  return document;
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
