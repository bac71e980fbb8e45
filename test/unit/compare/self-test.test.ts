import { describe, expect, it } from 'vitest';
import { judgeSelfTest, type Neighbours } from '../../../src/compare/index.ts';
import { selfTest } from '../../../src/compare/gate/self-test.ts';
import { readResults, regressionDefaults, seededRandom } from '../../../src/regression/index.ts';
import { memoryTree } from '../../support/trees.ts';

const encoder = new TextEncoder();

/** 300 samples, right at 80 %; `flips` of them are turned by a coin of this evaluation. */
function rows(seed: number, flips: number): string {
  const random = seededRandom(seed);
  return Array.from({ length: 300 }, (_, at) => {
    const right = at % 5 > 0;
    return JSON.stringify({ id: `s${at}`, score: Number(random.uniform() < flips ? !right : right) });
  }).join('\n');
}

const results = (seed: number, flips: number) =>
  readResults([{ path: 'evals/a.jsonl', bytes: encoder.encode(rows(seed, flips)) }]);

function pairsOf(flips: number, count = 4): Neighbours[] {
  return Array.from({ length: count }, (_, at) => ({
    baseline: results(at, flips),
    candidate: results(at + 1, flips),
  }));
}

const run = (pairs: readonly Neighbours[], settings: object = {}, more: object = {}) => {
  const random = seededRandom(1);
  return judgeSelfTest({ pairs, ...more }, { ...regressionDefaults, ...settings }, () => random.uniform());
};

describe('the gate on changes that do nothing', () => {
  it('blocks about as often as its level says, where it blocks only what is shown', () => {
    const { facts, verdict } = run(pairsOf(0.05), { onInconclusive: 'warn' });
    expect(verdict).toBe('pass');
    expect(facts.verdict).toBe('no-difference');
    expect(facts.selfTest?.replays).toBe(400);
    expect(facts.selfTest?.rate).toBeGreaterThan(0.01);
    expect(facts.selfTest?.rate).toBeLessThan(0.09);
    expect(facts.selfTest?.ci[0]).toBeLessThanOrEqual(0.05);
  });

  it('blocks far more often by a bare threshold, and that is said with its price', () => {
    const { facts, title, findings } = run(
      pairsOf(0.05),
      { mode: 'strict' },
      { mergesAMonth: 60, minutes: 30 },
    );
    expect(facts.verdict).toBe('worse');
    expect(facts.selfTest?.rate).toBeGreaterThan(0.25);
    expect(facts.selfTest?.blockedAMonth).toBeCloseTo(60 * (facts.selfTest?.rate ?? 0), 9);
    expect(facts.selfTest?.minutesAMonth).toBeCloseTo(1800 * (facts.selfTest?.rate ?? 0), 9);
    expect(title).toMatch(
      /^The gate blocks \d\d\.\d % of harmless merges here \(95 % interval .*\); about [\d.]+ merges a month, [\d,]+ minutes of evaluation$/,
    );
    expect(findings.map(({ rule }) => rule)).toEqual(['compare/blocks-harmless']);
  });

  it('does so whatever the change did: a loss of 20 points leaves no difference once its sides are dealt out', () => {
    const lost = readResults([{ path: 'a.jsonl', bytes: encoder.encode(rows(1, 0.3)) }]);
    const { facts } = run([{ baseline: results(1, 0.02), candidate: lost }], { onInconclusive: 'warn' });
    expect(facts.selfTest?.rate).toBeLessThan(0.15);
  });

  it('leaves out what cannot be compared, and says why', () => {
    const other = readResults([{ path: 'a.jsonl', bytes: encoder.encode('{"id": "x", "score": 1}') }]);
    const { facts, findings } = run([...pairsOf(0.05, 1), { baseline: results(0, 0), candidate: other }], {
      onInconclusive: 'warn',
    });
    expect(facts.selfTest).toMatchObject({ evaluations: 2, leftOut: 1 });
    expect(findings.find(({ rule }) => rule === 'compare/left-out-history')?.message).toMatch(
      /^1 pair of neighbouring evaluations/,
    );
  });

  it('knows nothing without a history', () => {
    const { facts, verdict, findings } = run([]);
    expect([facts.verdict, verdict]).toEqual(['keep-going', 'inconclusive']);
    expect(findings.map(({ rule }) => rule)).toEqual(['compare/no-history']);
  });
});

describe('evaluations of trunk', () => {
  const shas = ['d', 'c', 'b', 'a'].map((letter) => letter.repeat(40));
  const seeds: Readonly<Record<string, number>> = { a: 1, b: 2, c: 2, d: 3 };

  it('are those that are committed; results that a merge left as they were are none of it', async () => {
    const random = seededRandom(1);
    const { facts } = await selfTest(
      { ...regressionDefaults, candidate: ['evals/*.jsonl'], onInconclusive: 'warn' },
      {
        commits: shas,
        tree: (sha) => memoryTree({ 'evals/a.jsonl': rows(seeds[sha.charAt(0)] ?? 0, 0.05) }),
        chance: () => random.uniform(),
      },
    );
    expect(facts.selfTest).toMatchObject({ evaluations: 3, leftOut: 0, mergesAMonth: null });
  });
});
