/** What the globs match and the gate does not read, because others there are in the usual formats. */
import { regressionRules } from '../rules.ts';
import { Collector, openReader } from '../index.ts';
import { unsupported } from '../formats/unsupported.ts';
import { count } from '../../kernel/text.ts';
import type { Finding } from '../../report/model.ts';
import type { FileTree } from '../../ports/index.ts';
import { shown, shownList } from '../shown.ts';
import { chunksOf, matched, mostFiles } from './sides.ts';

/** Results, numbers that may be a config, or of a kind that is never read. */
type Content = 'results' | 'unclear';

/** An error where they contain results of samples, a notice where they may contain some; none for notes, pictures and the like. */
export async function leftOutFindings(tree: FileTree, globs: readonly string[]): Promise<Finding[]> {
  const { read, passedOver, cut } = await matched(tree, globs);
  const contents: [string, Content | undefined][] = [];
  for (const path of passedOver) contents.push([path, await contentOf(tree, path)]);
  const of = (wanted: Content) => contents.flatMap(([path, content]) => (content === wanted ? [path] : []));
  return [...leftOut([...of('results'), ...cut], read, 'error'), ...leftOut(of('unclear'), read, 'notice')];
}

const mayHoldResults = /(?:\.(?:xml|ya?ml|txt)|(?:^|\/)[^./]+)$/i;
const packedResults = /\.(?:jsonl?|ndjson|jsonlines|csv|tsv)\.(?:gz|zst|bz2|xz|zip)$/i;

async function contentOf(tree: FileTree, path: string): Promise<Content | undefined> {
  if (packedResults.test(path)) return 'results';
  if (unsupported.supports(path.toLowerCase())) return 'unclear';
  if (!mayHoldResults.test(path)) return undefined;
  const collector = new Collector();
  const reader = openReader(path, collector);
  for await (const chunk of chunksOf(tree, path)) reader.push(chunk);
  await reader.end();
  const { samples, aggregates } = collector.result();
  return samples.size > 0 ? 'results' : aggregates.size > 0 ? 'unclear' : undefined;
}

function leftOut(paths: readonly string[], read: readonly string[], severity: 'error' | 'notice'): Finding[] {
  const [first] = paths;
  if (first === undefined) return [];
  return [
    regressionRules['left-out-results'].finding({
      severity,
      message: `${count(paths.length, 'file', 'files')} that the globs match ${severity === 'error' ? (paths.length === 1 ? 'contains' : 'contain') : 'may contain'} results and ${paths.length === 1 ? 'was' : 'were'} not read: ${listed(paths)}. Where there are JSON, JSONL, CSV and their like, only these are read, and at most ${mostFiles}: ${listed(read)}.`,
      file: first,
      help: `Name only the files that count, such as ${shown(read[0] ?? 'evals/*.jsonl')}, in regression.candidate and regression.baseline (--candidate and --baseline); write what is to be judged with them as JSONL too.`,
    }),
  ];
}

function listed(paths: readonly string[]): string {
  return shownList(paths.slice(0, 5), paths.length);
}
