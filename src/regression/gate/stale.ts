/** Results that are the baseline's own files, though the change should have been evaluated. */
import { globMatcher } from '../../kernel/globs.ts';
import { regressionRules } from '../rules.ts';
import { globsOf, type Comparison, type RegressionSettings } from '../index.ts';
import type { FileTree, Ports } from '../../ports/index.ts';
import type { TrunkResults } from './baseline.ts';
import { chunksOf } from './sides.ts';

/** The comparison, or that it compares the baseline with itself. */
export async function unlessStale(
  comparison: Comparison,
  settings: RegressionSettings,
  ports: Ports,
  { candidate, baseline }: { readonly candidate: readonly string[]; readonly baseline: TrunkResults },
): Promise<Comparison> {
  const { change, workspace } = ports;
  const cannotBe =
    settings.stale === 'allow' ||
    settings.merged === true ||
    baseline.tree === undefined ||
    comparison.facts.metrics.some(({ delta }) => delta !== 0);
  if (cannotBe || baseline.tree === undefined || candidate.join('\n') !== baseline.files.join('\n'))
    return comparison;
  const cause = change.files.map(({ path }) => path).find(isEvaluated(settings));
  if (cause === undefined) return comparison;
  for (const path of candidate) if (!(await isSame(path, workspace, baseline.tree))) return comparison;
  const finding = regressionRules['stale-results'].finding({
    message: `The results are byte for byte those of the ${baseline.name} (${candidate.length === 1 ? candidate[0] : `${candidate.length} files`}), though ${cause} changed: nothing shows that this change was evaluated.`,
    ...(candidate[0] !== undefined && { file: candidate[0], line: 1 }),
    help: 'Evaluate the change in a step before this gate, or commit its results. Where a change may leave the results as they are, set regression.stale: allow in the policy; files on which no evaluation depends belong in plan.harmless.',
  });
  return {
    ...comparison,
    verdict: comparison.verdict === 'fail' ? 'fail' : 'inconclusive',
    title: comparison.verdict === 'fail' ? comparison.title : finding.message,
    findings: [
      finding,
      ...comparison.findings.filter(({ rule }) => rule !== regressionRules['same-results'].id),
    ],
  };
}

/** Whether an evaluation depends on a path: it is neither harmless nor a result itself. */
function isEvaluated(settings: RegressionSettings): (path: string) => boolean {
  const isHarmless = globMatcher(settings.harmless ?? []);
  const isResult = [settings.candidate, globsOf(settings)].map(globMatcher);
  return (path) => !isHarmless(path) && !isResult.some((matches) => matches(path));
}

async function isSame(path: string, a: FileTree, b: FileTree): Promise<boolean> {
  const others = chunksOf(b, path);
  for await (const chunk of chunksOf(a, path)) {
    const { value } = await others.next();
    if (value === undefined || !equal(chunk, value)) return false;
  }
  return (await others.next()).done === true;
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
