/** Results that are the baseline's own files, though the change should have been evaluated. */
import { compareText } from '../../kernel/compare.ts';
import { globMatcher } from '../../kernel/globs.ts';
import { regressionRules } from '../rules.ts';
import { globsOf, type Comparison, type RegressionSettings } from '../index.ts';
import type { FileTree, Ports } from '../../ports/index.ts';
import { readablePaths } from '../../ports/readable-paths.ts';
import type { TrunkResults } from './baseline.ts';
import { largestCompared, saySame } from './same-content.ts';
import { chunksOf } from './sides.ts';

interface Compared {
  readonly candidate: readonly string[];
  readonly baseline: TrunkResults;
}

/** The comparison, or that it compares the baseline with itself. */
export async function unlessStale(
  comparison: Comparison,
  settings: RegressionSettings,
  ports: Ports,
  { candidate, baseline }: Compared,
): Promise<Comparison> {
  const cannotBe =
    settings.stale === 'allow' ||
    settings.merged === true ||
    comparison.facts.metrics.some(({ delta }) => delta !== 0);
  if (cannotBe) return comparison;
  const cause = ports.change.files.map(({ path }) => path).find(isEvaluated(settings));
  if (cause === undefined) return comparison;
  const how = await sameness(comparison, ports, { candidate, baseline });
  if (how === undefined) return comparison;
  // Other bytes are what a new run of a deterministic evaluation leaves, too: no verdict stands on that.
  const isSure = how !== rewritten;
  const finding = regressionRules['stale-results'].finding({
    ...(isSure ? {} : { severity: 'warning' }),
    message: `The results are ${how} those of the ${baseline.name} (${candidate.length === 1 ? candidate[0] : `${candidate.length} files`}), though ${cause} changed: nothing shows that this change was evaluated.`,
    ...(candidate[0] !== undefined && { file: candidate[0], line: 1 }),
    help: 'Evaluate the change in a step before this gate, or commit its results. Where a change may leave the results as they are, set regression.stale: allow in the policy; files on which no evaluation depends belong in plan.harmless.',
  });
  const isTurned = isSure && comparison.verdict !== 'fail';
  return {
    ...comparison,
    ...(isTurned ? { verdict: 'inconclusive', title: finding.message } : {}),
    findings: [
      finding,
      ...comparison.findings.filter(({ rule }) => rule !== regressionRules['same-results'].id),
    ],
  };
}

/** In another form, with the same values. */
const rewritten = 'value by value';

/**
 * In which way the results are the baseline's own; `undefined` where they are not. Under another path, and against what the ledger kept,
 * only what is committed with the change can be a copy: what this job wrote, it evaluated.
 */
async function sameness(
  { facts, findings }: Comparison,
  { change, workspace }: Ports,
  { candidate, baseline }: Compared,
): Promise<string | undefined> {
  const { tree } = baseline;
  const isSamePlace = tree !== undefined && candidate.join('\n') === baseline.files.join('\n');
  if (!isSamePlace && !(await areCommitted(candidate, change.head))) return undefined;
  if (tree === undefined) {
    const isTotal = facts.candidate?.samples === 0 && facts.metrics.length > 0;
    if (facts.baseline?.samples !== facts.candidate?.samples) return undefined;
    const areSame = findings.some(({ rule }) => rule === regressionRules['same-results'].id);
    return areSame || isTotal ? 'exactly' : undefined;
  }
  if (candidate.length !== baseline.files.length) return undefined;
  const [own, others] = [byName(candidate), byName(baseline.files)];
  let how = 'byte for byte';
  for (const [at, path] of own.entries()) {
    const sides = [
      [workspace, path],
      [tree, others[at] ?? ''],
    ] as const;
    if (await isSame(...sides)) continue;
    if (!(await isRewritten(...sides))) return undefined;
    how = rewritten;
  }
  return how;
}

/** The same values, written anew by a tool that formats. */
async function isRewritten(...sides: readonly [Place, Place]): Promise<boolean> {
  const [a, b] = await Promise.all(sides.map(wholeOf));
  return a !== undefined && b !== undefined && saySame(sides[0][1], a, b);
}

async function wholeOf([tree, path]: Place): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunksOf(tree, path)) {
    size += chunk.length;
    if (size > largestCompared) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

type Place = readonly [FileTree, string];

async function areCommitted(paths: readonly string[], head: FileTree): Promise<boolean> {
  const committed = new Set(await readablePaths(head));
  return paths.length > 0 && paths.every((path) => committed.has(path));
}

/** By the name of the file, whatever its folder. */
function byName(paths: readonly string[]): string[] {
  const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
  return paths.toSorted((a, b) => compareText(nameOf(a), nameOf(b)) || compareText(a, b));
}

/** Whether an evaluation depends on a path: it is neither harmless nor a result itself. */
export function isEvaluated(
  settings: Pick<RegressionSettings, 'harmless' | 'candidate' | 'baseline'>,
): (path: string) => boolean {
  const isHarmless = globMatcher(settings.harmless ?? []);
  const isResult = [settings.candidate, globsOf(settings)].map(globMatcher);
  return (path) => !isHarmless(path) && !isResult.some((matches) => matches(path));
}

async function isSame([a, path]: Place, [b, other]: Place): Promise<boolean> {
  const others = chunksOf(b, other);
  for await (const chunk of chunksOf(a, path)) {
    const { value } = await others.next();
    if (value === undefined || !equal(chunk, value)) return false;
  }
  return (await others.next()).done === true;
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
