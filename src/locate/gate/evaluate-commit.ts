/** Lets the command of the policy evaluate samples at one commit. */
import { Collector, type Columns, type ResultSet } from '../../regression/index.ts';
import { readOutput } from '../../regression/gate/run-side.ts';
import { runEvaluation } from '../../regression/gate/run-evaluation.ts';
import type { Ports, Scratch } from '../../ports/index.ts';

export interface CommitEvaluation {
  /** The template of regression.evaluate. */
  readonly command: string;
  readonly ids: readonly string[];
  /** Of the files in the scratch folder. */
  readonly name: string;
  /** Of what the command writes: `.json`. */
  readonly extension: string;
  readonly columns: Columns;
  readonly timeoutMs: number;
  /** Folder of the commit. */
  readonly cwd: string;
}

export interface CommitOutput {
  readonly set: ResultSet;
  /** As the command wrote it. */
  readonly bytes: Uint8Array;
  /** Whether a file of that extension is read so. */
  readonly fits: boolean;
}

/** A sentence where nothing came of it. */
export async function evaluateCommit(
  { name, extension, columns, ...run }: CommitEvaluation,
  ports: Pick<Ports, 'commands' | 'now'>,
  scratch: Scratch,
): Promise<CommitOutput | string> {
  const out = `${name}${extension}`;
  const written = await runEvaluation({ ...run, idFile: `${name}.txt`, out }, ports, scratch);
  if (!(written instanceof Uint8Array)) return written.message.replace('The evaluation did not run: ', '');
  const collector = new Collector({ columns });
  await readOutput('results.json', written, collector);
  const [first = ''] = new TextDecoder().decode(written.subarray(0, 64)).trimStart();
  const fits =
    extension === '.json' || (extension === '.jsonl' ? first === '{' : first !== '{' && first !== '[');
  return { set: collector.result(), bytes: written, fits };
}
