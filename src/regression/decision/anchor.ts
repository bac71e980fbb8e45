import { regressionRules } from '../rules.ts';
import type { Finding } from '../../report/model.ts';
import { assess } from './assess.ts';
import { judgeFamily } from './family.ts';
import { lookAt } from './looks.ts';
import type { MetricResult } from './measurement.ts';
import type { MetricSpec } from '../metrics/spec.ts';
import { errorAt } from '../presentation/outcome.ts';
import { aligned } from '../samples/align.ts';
import { pairSamples } from '../samples/pair.ts';
import { shown } from '../shown.ts';
import type { ResultSet } from '../samples/sample.ts';
import type { RegressionSettings } from '../settings.ts';
import { change, tolerated, withoutCapital } from '../presentation/wording.ts';

/** Results that stay the yardstick for many merges: those of the last release. */
export interface Anchor {
  /** `v2.3.0` or a path, for messages. */
  readonly name: string;
  readonly results: ResultSet;
}

export interface AnchorJudgement {
  readonly results: readonly MetricResult[];
  readonly findings: readonly Finding[];
}

/** The level of the test against the anchor: every merge is tested again, so that a false alarm must be rarer than against the merge base. */
export const anchorAlpha = 0.01;

/** Slow erosion: ten merges of −0.3 each pass one by one, and show against the anchor. `weightOf`: samples that a sample stands for, where they were not drawn evenly. */
export function judgeAnchor(
  anchor: Anchor,
  candidate: ResultSet,
  specs: readonly MetricSpec[],
  settings: RegressionSettings,
  weightOf: (id: string) => number | undefined = () => undefined,
): AnchorJudgement {
  const sides = aligned(anchor.results, candidate);
  const pairs = pairSamples(sides.baseline.samples, sides.candidate.samples).pairs.map((pair) => {
    const weight = weightOf(pair.candidate.id);
    return weight === undefined ? pair : { ...pair, weight };
  });
  if (pairs.length === 0)
    return { results: [], findings: [unusable(anchor, 'it shares no sample with the candidate')] };
  const strict: RegressionSettings = { ...settings, alpha: anchorAlpha, mode: 'paired' };
  const look = lookAt(pairs.length, undefined, anchorAlpha);
  const assessed = specs.map((spec) =>
    assess({ spec, pairs, settings: strict, look, directions: candidate.directions }),
  );
  const results = judgeFamily(
    assessed.flatMap((one) => (one.ok ? [one.result] : [])),
    strict,
  );
  return {
    results,
    findings: results.filter(({ verdict }) => verdict === 'fail').map((result) => eroded(anchor, result)),
  };
}

function eroded(anchor: Anchor, result: MetricResult): Finding {
  return {
    ...errorAt(regressionRules.erosion, result),
    message: `Against the anchor ${shown(anchor.name)}, ${withoutCapital(change(result))}; ${tolerated(result)}. Many small drops have added up.`,
    help: 'Find the merges that lost the most; release and move the anchor only if the loss is accepted.',
  };
}

/** Erosion is not watched: said aloud, but no reason to block. */
export function unusable(anchor: Pick<Anchor, 'name'>, reason: string): Finding {
  return regressionRules['no-anchor'].finding({
    message: `Slow erosion is not watched: the anchor ${shown(anchor.name)} cannot be used, ${reason}.`,
    help: 'Correct regression.anchor in the policy, or record the results of the release (record-lineage with `results`) or commit them.',
  });
}
