/** What the files of the input `results` hold: an evaluation, or what the model is fed. */
import type { ResultsToRecord } from '../../check/record-results.ts';
import { UserError } from '../../kernel/user-error.ts';
import type { FileTree } from '../../ports/index.ts';
import type { RecordInputs } from './inputs.ts';

/** `nothing` where the policy names none that are there, `undefined` where none are asked for. */
export async function recordedBefore(
  { results, to = [] }: RecordInputs,
  files: () => Promise<FileTree>,
): Promise<ResultsToRecord | 'nothing' | undefined> {
  if (results === undefined || results.length === 0) return undefined;
  if (to.some(({ kind }) => kind === 'inputs')) return inputsBefore(await files(), results);
  if (!to.some(({ kind }) => kind === 'evaluation'))
    throw new UserError('results belong to an evaluation, or to what the model is fed', {
      help: 'Give `from: commit <sha>` and `to: evaluation <id>` or `to: inputs <id>` with them.',
    });
  const { resultsToRecord } = await import('#lib/regression');
  return (await resultsToRecord(await files(), results)) ?? 'nothing';
}

async function inputsBefore(tree: FileTree, globs: readonly string[]): Promise<ResultsToRecord> {
  const [{ recordedInputs }, { createHash }] = await Promise.all([
    import('#lib/inputs'),
    import('node:crypto'),
  ]);
  const { text, samples, findings } = await recordedInputs(tree, globs);
  if (findings.length > 0) return { results: [], rows: new Map(), metrics: {}, findings };
  const bytes = Buffer.from(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const kept = { path: globs[0] ?? '', digest: `sha256:${sha256}`, samples, bytes: bytes.length };
  return { results: [kept], rows: new Map([[sha256, bytes]]), metrics: {}, findings };
}
