import { describe, expect, it } from 'vitest';
import { totalsEvidence } from '../../../src/locate/model/totals.ts';
import { locateIn, shasOf } from '../../support/locate/trunk.ts';
import { normal, uniformOf } from '../../support/locate/worlds.ts';

const shas = shasOf(24);

/** Values of 24 merges that vary by so much, with a fall at one of them. */
function totals(seed: number, drop: number, at = 14): number[] {
  const uniform = uniformOf(seed);
  return shas.map((_, merge) => 0.8 - (merge >= at ? drop : 0) + 0.004 * normal(uniform));
}

function filesOf(values: readonly number[], more: object = {}) {
  return Object.fromEntries(
    values.map((value, at) => [`${shas[at]}.json`, JSON.stringify({ accuracy: value, ...more })]),
  );
}

describe('totals without samples', () => {
  it('name the merge of a large fall, and say that they are totals', async () => {
    const { facts, findings } = await locateIn(
      filesOf(totals(1, 0.03)),
      shas,
      { metric: 'accuracy' },
      '{sha}.json',
    );
    expect(facts).toMatchObject({ verdict: 'located', set: [shas[14]], recorded: 24, samples: 0 });
    expect(findings.map(({ rule }) => rule)).toContain('locate/totals-alone');
  });

  it('name nothing where there is no fall, or the metric rose', async () => {
    for (const drop of [0, -0.03]) {
      const { facts } = await locateIn(filesOf(totals(2, drop)), shas, { metric: 'accuracy' }, '{sha}.json');
      expect(['none', 'cannot-tell']).toContain(facts.verdict);
    }
  });

  it('are wrong in few trunks of many', () => {
    const bayesFactor = (log: Float64Array) =>
      log.slice(1).reduce((sum, one) => sum + Math.exp(one), 0) / (log.length - 1);
    const seeds = Array.from({ length: 400 }, (_, seed) => seed);
    const claims = seeds.filter((seed) => bayesFactor(totalsEvidence(totals(seed, 0))) > 20);
    expect(claims.length).toBeLessThanOrEqual(20);
    const right = seeds.slice(0, 100).filter((seed) => {
      const log = totalsEvidence(totals(seed, 0.02));
      return log.indexOf(Math.max(...log)) === 14;
    });
    expect(right.length).toBeGreaterThan(90);
  });

  it('are not a claim against a stated standard error', () => {
    const values = totals(1, 0.03);
    expect(Math.max(...totalsEvidence(values).slice(1))).toBeGreaterThan(5);
    expect(Math.max(...totalsEvidence(values, 0.2).slice(1))).toBeLessThan(1);
  });
});
