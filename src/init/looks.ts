/** Looks for the regression gate, where the repository has enough samples for more than one. */
import type { FileTree } from '../ports/index.ts';
import type { Choices } from './choices.ts';

const first = 500;
const mostLooks = 2000;
const mostFiles = 50;

/** Rows of the largest evaluation among the committed results: lines of one file, as the formats that init finds have one a sample. */
export async function largestEvaluation(tree: FileTree, results: readonly string[]): Promise<number> {
  const counts = await Promise.all(
    results.slice(0, mostFiles).map(async (path) => rowsIn(await tree.read(path), path)),
  );
  return Math.max(0, ...counts);
}

function rowsIn(bytes: Uint8Array | undefined, path: string): number {
  if (bytes === undefined) return 0;
  const lines = new TextDecoder()
    .decode(bytes)
    .split('\n')
    .filter((line) => line.trim() !== '').length;
  return path.endsWith('.csv') ? lines - 1 : lines;
}

/** Rising numbers of samples; none where one look takes all there are. */
export function looksFor(samples: number): number[] {
  if (samples < 2 * first) return [];
  const most = Math.min(samples, mostLooks);
  return [...new Set([first, 2 * first, 3 * first, most])].filter((n) => n <= most).toSorted((a, b) => a - b);
}

/** Lines of the policy. */
export function looksText({ mode }: Choices, looks: readonly number[]): string {
  if (mode === 'strict' || looks.length === 0) return '';
  return `  # A change may be evaluated on the first ${first} samples; only while that does not decide, the gate asks for the next.
  # One look at ${first} alone blocks about one in three harmless changes, looks 2 to 4 in 100 (docs/regression.md).
  looks: [${looks.join(', ')}]
  # Once the ledger has four evaluations of these samples, those that flip are looked at first, each weighed by how many it stands for.
  sampling: history
`;
}
