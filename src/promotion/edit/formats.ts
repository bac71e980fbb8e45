/** The formats of manifests, each as nodes with their places. */
import { readJson } from '../../documents/json/read.ts';
import { isScalar, scalarText, type ConfigNode } from '../../documents/tree/node.ts';
import { writtenDocuments, type WrittenNode, type WrittenScalar } from '../../documents/yaml/stream.ts';
import { Refused } from './refused.ts';
import { double, plainSpelling, textSpellings, type Quote, type Spelling } from './spell.ts';

export interface Format {
  /** Throws Refused or Unreadable. */
  read(source: string): readonly WrittenNode[];
  texts(source: string, old: WrittenScalar, value: string, quote: Quote): Spelling[];
  plain(old: WrittenScalar, value: string): Spelling[];
}

const yaml: Format = { read: writtenDocuments, texts: textSpellings, plain: plainSpelling };

const json: Format = {
  read: jsonDocument,
  texts: (_source, { start: from, end: to }, value) => [{ from, to, text: double(value) }],
  plain: plainSpelling,
};

export function formatOf(file: string): Format {
  return /\.json$/i.test(file) ? json : yaml;
}

function jsonDocument(source: string): readonly WrittenNode[] {
  const { root, problems } = readJson(source);
  const [problem] = problems;
  if (problem !== undefined || root === undefined)
    throw new Refused(
      (problem?.message ?? 'the file cannot be read').replaceAll(/ @\{\d+\}/g, ' before'),
      problem?.start ?? 0,
      problem?.help ?? 'Fix the text: what cannot be read is not edited.',
    );
  return [written(root)];
}

function written(node: ConfigNode): WrittenNode {
  const { start, end } = node;
  if (node.type === 'list') return { kind: 'list', start, items: node.items.map(written) };
  if (isScalar(node)) {
    const text = node.type === 'str' ? node.value : (node.written ?? scalarText(node));
    const style = node.type === 'str' ? 'double' : 'plain';
    return { kind: 'scalar', start, end, text, style, absent: false, flow: true, indent: -1 };
  }
  const pairs = [...node.entries.values()].map(({ key, value }) => [written(key), written(value)] as const);
  return { kind: 'map', start, pairs };
}
