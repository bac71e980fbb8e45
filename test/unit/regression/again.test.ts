/** Samples that trunk left open and that a job evaluated again on trunk's commit. */
import { describe, expect, it } from 'vitest';
import { judgeRegression } from '../../../src/regression/gate/regression-gate.ts';
import { regressionDefaults } from '../../../src/regression/index.ts';
import { portsOf, type World } from './gate-ports.ts';
import { jsonl } from './rows.ts';

const file = 'results/test.jsonl';
const again = '.model-gates/baseline/again.jsonl';

type Row = Record<string, unknown>;
const range = (of: (i: number) => Row, from = 0, to = 500): string =>
  jsonl(Array.from({ length: to - from }, (_, i) => ({ id: `s${from + i}`, ...of(from + i) })));

const right = (i: number): Row => ({ score: Number(i % 5 > 0) });
const open = (i: number): Row => (i < 60 ? { error: 'HTTP 503' } : right(i));

async function judge(world: World) {
  const { verdict, facts, findings } = await judgeRegression(
    { ...regressionDefaults, candidate: ['results/*.jsonl'] },
    portsOf(world),
  );
  const said = findings.filter(({ rule }) => rule === 'regression/asked-again');
  return { verdict, facts, said };
}

describe('samples that trunk left open', () => {
  const base = { [file]: range(open) };
  const candidate = { [file]: range(right) };
  const after = (text: string, more: World = {}): World => ({
    base,
    disk: { ...candidate, [again]: text },
    head: candidate,
    ...more,
  });

  it('are named with the commit that they are of', async () => {
    const { verdict, facts, said } = await judge({ base, disk: candidate });
    expect(verdict).toBe('inconclusive');
    expect(facts.rerun).toMatchObject({ candidate: [], commit: 'b'.repeat(40) });
    expect(facts.rerun?.baseline).toHaveLength(60);
    expect(said).toEqual([]);
  });

  it.each<[string, World, string, number, RegExp]>([
    ['all of them', after(range(right, 0, 60)), 'pass', 0, /^60 of 60 samples .* the new answers count/],
    ['some of them', after(range(right, 0, 20)), 'inconclusive', 40, /^20 of 60 samples/],
    ['none of them', after(range(open, 0, 60)), 'inconclusive', 60, /^0 of 60 samples/],
    [
      'with another target',
      after(range((i) => ({ ...right(i), target: 'x' }), 0, 60)),
      'pass',
      0,
      /^60 of 60/,
    ],
    [
      'whatever it says of those that trunk has answered',
      after(range(right, 0, 60) + range(() => ({ score: 0 }), 60)),
      'pass',
      0,
      /^60 of 60 samples/,
    ],
    [
      'in a file that the change commits',
      after(range(right, 0, 60), { head: { ...candidate, [again]: range(right, 0, 60) } }),
      'inconclusive',
      60,
      /committed with the change/,
    ],
    [
      'by another judge',
      {
        base: { [file]: range((i) => ({ ...open(i), judge: 'a' })) },
        disk: {
          [file]: range((i) => ({ ...right(i), judge: 'a' })),
          [again]: range((i) => ({ ...right(i), judge: 'b' }), 0, 60),
        },
        head: {},
      },
      'inconclusive',
      60,
      /in another way: judge was a and is b/,
    ],
    ['of the ledger', { ...after(range(right, 0, 60)), base: {}, recorded: base }, 'pass', 0, /^60 of 60/],
  ])('and answered again: %s', async (_, world, verdict, left, says) => {
    const report = await judge(world);
    expect(report.said.map(({ message }) => message)).toEqual([expect.stringMatching(says)]);
    expect(report.facts.rerun?.baseline).toHaveLength(left);
    expect(report.verdict).toBe(verdict);
  });
});
