import type { Comparison, RegressionSettings } from '../index.ts';

/** What is said where nothing is to be compared: known by the settings alone, before the code of the gate is loaded. */
export function unconfigured({
  judge,
  candidate,
  evaluate = '',
}: RegressionSettings): Comparison | undefined {
  if (judge === 'trunk' || candidate.length > 0 || evaluate !== '') return undefined;
  return {
    verdict: 'skipped',
    title: 'No evaluation results are configured (regression.candidate), so there is nothing to compare.',
    findings: [],
    facts: { metrics: [], nextSamples: 0, flipped: [] },
  };
}
