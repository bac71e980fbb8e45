/** YAML: what promptfoo writes with `--output out.yaml`, and metrics as DVC has them. */
import { isRecord } from '../../kernel/record.ts';
import type { Outline } from '../../documents/json/outline.ts';
import type { Sink } from '../samples/collector.ts';
import { documents } from './documents.ts';
import { unreadable, wholeFile, type FileFormat } from './reader.ts';

/** The parser needs a dozen times as much memory. */
const largestYaml = 32 * 1024 * 1024;
/** Aliases make a small file stand for a large value. */
const mostValues = 5_000_000;

export const yaml: FileFormat = {
  name: 'YAML',
  isText: true,
  supports: (path) => /\.ya?ml$/.test(path),
  open: (path, sink) => wholeFile(path, sink, largestYaml, (bytes) => readDocument(path, bytes, sink)),
};

const noLines: Outline = { elementLines: () => [], memberLine: () => undefined, duplicates: [] };

async function readDocument(path: string, bytes: Uint8Array, sink: Sink): Promise<void> {
  const { load, YAMLException } = await import('js-yaml');
  try {
    const value: unknown = load(new TextDecoder().decode(bytes));
    if (isTooLarge(value))
      return sink.problem(unreadable(path, `This YAML expands to more than ${mostValues} values.`));
    const form = documents.find((candidate) => candidate.matches(value));
    if (form === undefined)
      return sink.problem(
        unreadable(path, 'This YAML is in none of the known forms of evaluation results.', 1),
      );
    form.read({ value, path, outline: noLines }, sink);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    sink.problem(
      unreadable(
        path,
        `This is not whole YAML: ${error.reason}. Was the file cut?`,
        (error.mark?.line ?? 0) + 1,
      ),
    );
  }
}

function isTooLarge(root: unknown): boolean {
  const open: unknown[] = [root];
  for (let seen = 0; open.length > 0; seen++) {
    if (seen + open.length > mostValues) return true;
    const value = open.pop();
    const parts = isRecord(value) ? Object.values(value) : Array.isArray(value) ? value : [];
    for (const part of parts) open.push(part);
  }
  return false;
}
