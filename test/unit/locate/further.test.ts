import { describe, expect, it } from 'vitest';
import type { FurtherPorts } from '../../../src/locate/gate/further.ts';
import { readResults } from '../../../src/regression/index.ts';
import { locateIn, rowsText, shasOf } from '../../support/locate/trunk.ts';
import { worldOf } from '../../support/locate/worlds.ts';

const world = worldOf({ seed: 11, merges: 32, samples: 400, churn: 0.02, kind: 'concentrated', drop: 0.06 });
const shas = shasOf(world.rows.length);
const culprit = shas[world.culprit] ?? '';
const pool = Array.from({ length: 400 }, (_, id) => String(id));

interface Asked {
  readonly sha: string;
  readonly ids: readonly string[];
}

/** Evaluates from the world; `broken` merges fail. Counts a minute for each evaluation. */
function evaluator(broken: readonly string[] = [], ids: readonly string[] = pool) {
  const asked: Asked[] = [];
  let minutes = 0;
  const further: Pick<FurtherPorts, 'evaluate' | 'pool' | 'progress'> = {
    pool: () => Promise.resolve(ids),
    progress: () => undefined,
    evaluate: (sha, wanted) => {
      minutes++;
      asked.push({ sha, ids: wanted });
      if (broken.includes(sha)) return Promise.resolve('make ended with exit code 2');
      const row = world.rows[shas.indexOf(sha)] ?? new Float64Array();
      const text = wanted.map((id) => JSON.stringify({ id, score: row[Number(id)] })).join('\n');
      return Promise.resolve(readResults([{ path: `${sha}.jsonl`, bytes: new TextEncoder().encode(text) }]));
    },
  };
  return { asked, ports: { further, now: () => minutes * 60_000 } };
}

const ends = {
  [`${shas[0]}.jsonl`]: rowsText(world.rows[0] ?? []),
  [`${shas.at(-1)}.jsonl`]: rowsText(world.rows.at(-1) ?? []),
};

describe('further evaluations', () => {
  it('find the culprit from its ends, by few merges', async () => {
    const { asked, ports } = evaluator();
    const { facts } = await locateIn(ends, shas, { maxEvaluations: 12 }, '{sha}.jsonl', ports);
    expect(facts).toMatchObject({ verdict: 'located', set: [culprit], evaluations: asked.length, next: [] });
    expect(asked.length).toBeLessThanOrEqual(8);
  });

  it('of a harness are of the task of the samples that were asked for', async () => {
    const { asked, ports } = evaluator();
    const harness = (row: ArrayLike<number>, ids: readonly string[]) =>
      ids
        .map((id) => {
          const doc_id = Number(id.split('/').at(-1));
          return JSON.stringify({ doc_id, filter: 'none', resps: [], exact_match: row[doc_id] });
        })
        .join('\n');
    const files = Object.fromEntries(
      [0, shas.length - 1].map((at) => [
        `samples_gsm8k_${shas[at]}.jsonl`,
        harness(world.rows[at] ?? [], pool),
      ]),
    );
    const { facts } = await locateIn(
      files,
      shas,
      { maxEvaluations: 12, metric: 'exact_match' },
      'samples_gsm8k_{sha}.jsonl',
      {
        ...ports,
        further: {
          ...ports.further,
          evaluate: (sha, ids) => {
            asked.push({ sha, ids });
            const bytes = new TextEncoder().encode(harness(world.rows[shas.indexOf(sha)] ?? [], ids));
            return Promise.resolve(readResults([{ path: 'results.json', bytes }]));
          },
        },
      },
    );
    expect(asked[0]?.ids[0]).toMatch(/^gsm8k\/\d+$/);
    expect(facts).toMatchObject({ verdict: 'located', set: [culprit] });
  });

  it('are of part of the samples where answers mostly stay', async () => {
    const some = Object.fromEntries(
      world.rows.flatMap((row, at) => (at % 4 === 0 ? [[`${shas[at]}.jsonl`, rowsText(row)]] : [])),
    );
    const { asked, ports } = evaluator();
    const { facts } = await locateIn(some, shas, { maxEvaluations: 6 }, '{sha}.jsonl', ports);
    expect(asked[0]?.ids.length).toBeLessThan(pool.length / 2);
    expect(facts).toMatchObject({ verdict: 'located', set: [culprit] });
    const without = await locateIn(some, shas);
    expect(without.facts.nextSamples).toEqual(expect.arrayContaining([...(asked[0]?.ids ?? [])]));
  });

  it('begin with both ends where nothing was evaluated', async () => {
    const { asked, ports } = evaluator();
    const { facts } = await locateIn({}, shas, { good: shas[0], maxEvaluations: 12 }, '{sha}.jsonl', ports);
    expect(asked.slice(0, 2)).toEqual([shas[0], shas.at(-1)].map((sha) => ({ sha, ids: pool })));
    expect(facts).toMatchObject({ verdict: 'located', set: [culprit] });
  });

  it('pass over merges that cannot be evaluated', async () => {
    const before = shas[world.culprit - 1] ?? '';
    const { ports } = evaluator([before, culprit]);
    const { facts, findings } = await locateIn(ends, shas, { maxEvaluations: 16 }, '{sha}.jsonl', ports);
    expect(facts.verdict).not.toBe('located');
    expect(facts.skipped).toContain(before);
    expect(new Set(facts.set)).toEqual(new Set([before, culprit, shas[world.culprit + 1]]));
    const told = findings.filter(({ rule }) => rule === 'locate/passed-over');
    expect(told.map(({ message }) => message).join()).toContain('make ended with exit code 2.');
  });

  it.each([
    ['evaluations', { maxEvaluations: 1 }, 1],
    ['minutes', { maxMinutes: 2.5 }, 2],
    ['evaluations where there are none', { maxEvaluations: 0 }, 0],
  ])('end at the budget of %s', async (_, budget, run) => {
    const { asked, ports } = evaluator();
    const { facts, findings } = await locateIn(ends, shas, budget, '{sha}.jsonl', ports);
    expect(asked).toHaveLength(run);
    expect(facts.evaluations).toBe(run);
    expect(facts.next.length).toBeGreaterThan(0);
    expect(findings.map(({ rule }) => rule)).toContain('locate/budget-used');
  });

  it('end where every one fails', async () => {
    const { asked, ports } = evaluator(shas);
    const { facts } = await locateIn({}, shas, { good: shas[0], maxEvaluations: 20 }, '{sha}.jsonl', ports);
    expect(asked).toHaveLength(3);
    expect(facts).toMatchObject({ verdict: 'cannot-tell', evaluations: 0 });
  });

  it('are of one merge where it was handed out, and of no other', async () => {
    const { asked, ports } = evaluator();
    const { facts } = await locateIn(ends, shas, { only: shas[9] ?? '' }, '{sha}.jsonl', ports);
    expect(asked.map(({ sha }) => sha)).toEqual([shas[9]]);
    expect(facts.evaluations).toBe(1);
    const asking = locateIn(ends, shas, { only: 'e'.repeat(40) }, '{sha}.jsonl', ports);
    await expect(asking).rejects.toThrow('is not a merge of this range');
  });

  it('are handed out as both ends where nothing was evaluated', async () => {
    const { facts } = await locateIn({}, shas, { good: shas[0] });
    expect(facts).toMatchObject({ verdict: 'cannot-tell', next: [shas[0], shas.at(-1)] });
  });

  it('go on where a search before was ended', async () => {
    const first = evaluator();
    await locateIn(ends, shas, { maxEvaluations: 2 }, '{sha}.jsonl', first.ports);
    const kept = Object.fromEntries(
      first.asked.map(({ sha, ids }) => {
        const row = world.rows[shas.indexOf(sha)] ?? [];
        return [`${sha}.jsonl`, ids.map((id) => JSON.stringify({ id, score: row[Number(id)] })).join('\n')];
      }),
    );
    const { asked, ports } = evaluator();
    const { facts } = await locateIn(
      { ...ends, ...kept },
      shas,
      { maxEvaluations: 12 },
      '{sha}.jsonl',
      ports,
    );
    const again = asked.filter(({ sha }) => first.asked.some((one) => one.sha === sha));
    expect(facts).toMatchObject({ verdict: 'located', set: [culprit] });
    expect(again.length).toBeLessThanOrEqual(1);
  });

  it.each([
    ['no pool', { good: shas[0] }, evaluator([], []), 'regression.pool'],
    ['no beginning', {}, evaluator(), '--good'],
  ])('ask for what they need: %s', async (_, request, { ports }, help) => {
    const asking = locateIn({}, shas, { ...request, maxEvaluations: 3 }, '{sha}.jsonl', ports);
    await expect(asking).rejects.toMatchObject({ help: expect.stringContaining(help) as string });
  });
});
