/** Parquet, as lighteval writes its details and Hugging Face keeps data sets: one row for each sample. */
import { readParquet } from '../../documents/parquet/read.ts';
import type { Sink } from '../samples/collector.ts';
import { shown } from '../shown.ts';
import { Unreadable, unreadable, wholeFile, type FileFormat } from './reader.ts';
import { rowReader } from './row-dialects.ts';

const largestFile = 256 * 1024 * 1024;

export const parquet: FileFormat = {
  name: 'Parquet',
  supports: (path) => /\.(?:parquet|pq)$/.test(path),
  open: (path, sink) => wholeFile(path, sink, largestFile, (bytes) => readFile(path, bytes, sink)),
};

/** What is large and says nothing of how a sample came out: prompts as tokens, logits, pictures. */
const aside = new Set([
  'model_response',
  'input_tokens',
  'cont_tokens',
  'pred_logits',
  'logits',
  'logprobs',
  'embedding',
  'embeddings',
  'image',
  'images',
  'audio',
  'video',
]);

async function readFile(path: string, bytes: Uint8Array, sink: Sink): Promise<void> {
  const problems = new Unreadable(path, sink, 'Row');
  const read = rowReader(path, sink);
  try {
    await readParquet(bytes, {
      wants: (name, isNumbers) => !aside.has(name) && !isNumbers,
      row: (row, at) => {
        const reason = read(row);
        if (reason !== undefined) problems.add(at + 1, reason);
      },
    });
    problems.tell();
  } catch (error) {
    const reason = error instanceof Error ? shown(error.message) : 'it is broken';
    sink.problem({
      ...unreadable(path, `This Parquet file cannot be read: ${reason}.`),
      help: 'Let the evaluation finish before the gate runs, or write JSON lines in a step before: `pd.read_parquet("a.parquet").to_json("a.jsonl", orient="records", lines=True)`.',
    });
  }
}
