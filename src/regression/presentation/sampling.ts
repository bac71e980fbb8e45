/** How the samples of a round were drawn, and what that bought. */
import { count } from '../../kernel/text.ts';
import type { Finding } from '../../report/model.ts';
import type { Sampling } from '../decision/sampling.ts';
import type { MetricResult } from '../decision/measurement.ts';
import type { ComparedFacts, SamplingFacts } from '../facts.ts';
import { regressionRules } from '../rules.ts';
import { shown } from '../shown.ts';
import { unusedList } from './unused.ts';
import { amount } from './wording.ts';

/** Of the first `samples` of the order. */
export function samplingFacts(sampling: Sampling, samples: number): SamplingFacts {
  const { design, order, evaluations, unused, reason } = sampling;
  const drawn = order.slice(0, samples);
  return {
    evaluations: evaluations.map(shown),
    strata: (design?.strata ?? []).map(({ name, size }, h) => {
      const own = drawn.filter((id) => design?.stratumOf.get(id) === h).length;
      return { name, pool: size, samples: own, probability: own / size };
    }),
    unused: unused.map((one) => ({ name: shown(one.name), reason: shown(one.reason) })),
    ...(reason !== undefined && { reason: shown(reason) }),
  };
}

/** The same, and what it bought for the first metric. */
export function samplingUse(
  [first]: readonly MetricResult[],
  sampling: Sampling | undefined,
  samples: number,
): Partial<Pick<ComparedFacts, 'sampling'>> {
  if (sampling === undefined) return {};
  return {
    sampling: { ...samplingFacts(sampling, samples), errorAtRandom: first?.errorAtRandom ?? null },
  };
}

/** `199 of 201 samples that flipped in 9 evaluations of trunk, and 301 of 1799 that did not`. */
export function drawnText({ evaluations, strata, reason }: SamplingFacts): string {
  if (reason !== undefined) return `Samples are drawn at random, not by the history of trunk: ${reason}.`;
  const [steady, flipped] = strata;
  if (steady === undefined || flipped === undefined) return '';
  return `Drawn are ${flipped.samples} of ${count(flipped.pool, 'sample')} that flipped between ${evaluations.length} evaluations of trunk, and ${steady.samples} of ${steady.pool} that did not; each counts for as many as it stands for.`;
}

/** What history chose the samples, what that bought, and what was not used and why. */
export function samplingFindings(
  [first]: readonly MetricResult[],
  sampling: Sampling | undefined,
  samples: number,
): Finding[] {
  if (sampling === undefined) return [];
  const parts = [
    drawnText(samplingFacts(sampling, samples)),
    ...(first?.errorAtRandom === undefined ? [] : [bought(first, first.errorAtRandom)]),
    ...unusedList(sampling.unused),
  ];
  return [regressionRules.sampling.finding({ message: parts.join(' '), help: 'Nothing to do.' })];
}

function bought(result: MetricResult, atRandom: number): string {
  const worth = Math.round(result.n * (atRandom / result.error) ** 2);
  return `The standard error of ${result.title} is ${amount(result, result.error)} in place of ${amount(result, atRandom)} of as many at random, as ${count(worth, 'sample')} would have.`;
}
