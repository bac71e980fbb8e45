/** An evaluation over several runners, round by round, as model-pull-request.yml plays it: plan-gates, a runner a shard, regression-gate. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ShardMatrix } from '../../src/policy/index.ts';
import type { ActionRun } from '../support/runner.ts';
import { pullRequestScene, type Scene } from '../support/scene.ts';

const policy = `regression:
  baseline: [evals/trunk.jsonl]
  candidate: ["results/**/*.jsonl"]
  metrics: [accuracy]
  looks: [500, 1000, 1500, 2000]
`;

/** Which of the samples a model gets wrong. */
type Model = (sample: number) => boolean;

const trunk: Model = (sample) => sample % 20 < 3;
/** Loses and gains as many, on one sample in ten. */
const harmless: Model = (sample) => (sample % 20 === 0 || sample % 20 === 7) !== trunk(sample);
/** Loses one in ten more and gains half as many. */
const worse: Model = (sample) => (sample % 40 === 0 || sample % 20 === 7) !== trunk(sample);

function row(id: string, model: Model): string {
  return JSON.stringify({ id, target: 1, prediction: model(Number(id.slice(1))) ? 0 : 1 });
}

const pool = Array.from({ length: 2000 }, (_, id) => `q${id}`);
const scene: Scene = await pullRequestScene({
  base: {
    '.github/model-gates.yml': policy,
    'evals/trunk.jsonl': pool.map((id) => row(id, trunk)).join('\n'),
  },
  head: { 'train.py': 'steps = 2\n' },
});
const results = path.join(scene.checkout.root, 'results');

beforeEach(() => rmSync(results, { recursive: true, force: true }));

interface Spread {
  readonly names: readonly string[];
  readonly ids: ReadonlyMap<string, readonly string[]>;
}

async function plan(inputs: Record<string, string>, at: Scene = scene): Promise<Spread> {
  const { outputs } = await at.run({ action: 'plan-gates', inputs });
  const matrix = JSON.parse(outputs['shards'] ?? '') as ShardMatrix;
  const names = matrix.include.map(({ name }) => name);
  const read = (name: string): string[] =>
    readFileSync(path.join(outputs['ids'] ?? '', `${name}.txt`), 'utf8')
      .trimEnd()
      .split('\n');
  return { names, ids: new Map(outputs['ids'] === '' ? [] : names.map((name) => [name, read(name)])) };
}

/** What each runner uploads, as the gate's job downloads it. */
function evaluate({ ids }: Spread, model: Model, round: string): void {
  for (const [name, own] of ids) {
    mkdirSync(path.join(results, round), { recursive: true });
    writeFileSync(path.join(results, round, `${name}.jsonl`), own.map((id) => row(id, model)).join('\n'));
  }
}

/** All rounds until the gate decides; the samples that each of them had. */
async function rounds(model: Model, shards: string): Promise<{ gate: ActionRun; sizes: number[] }> {
  const sizes: number[] = [];
  for (let next: string | undefined; ;) {
    const spread = await plan({ shards, ...(next === undefined ? {} : { samples: next }) });
    evaluate(spread, model, next ?? 'first');
    const gate = await scene.run({ action: 'regression-gate' });
    sizes.push(Number(gate.outputs['n']));
    next = gate.outputs['next-samples'];
    if (next === '0' || sizes.length > 4) return { gate, sizes };
  }
}

describe('an evaluation over several runners', () => {
  it('a harmless change passes at the first look that shows it', async () => {
    const { gate, sizes } = await rounds(harmless, '3');
    expect(sizes.length).toBeGreaterThan(1);
    expect(sizes).toEqual([500, 1000, 1500, 2000].slice(0, sizes.length));
    expect(gate.outputs['verdict']).toBe('pass');
    expect(JSON.parse(readFileSync(gate.outputs['report'] ?? '', 'utf8'))).toMatchObject({
      facts: { look: { number: sizes.length, of: 4 } },
    });
  });

  it('a drop is blocked, and nothing is left to evaluate', async () => {
    const { gate, sizes } = await rounds(worse, '4');
    expect(sizes.at(-1)).toBeLessThanOrEqual(2000);
    expect(gate.outputs).toMatchObject({ verdict: 'fail', 'next-samples': '0' });
    expect(gate.exitCode).toBe(1);
  });

  it('while it is open the gate blocks nothing and says how many samples decide next', async () => {
    evaluate(await plan({}), harmless, 'first');
    const gate = await scene.run({ action: 'regression-gate' });
    expect(gate.outputs).toMatchObject({ verdict: 'inconclusive', 'next-samples': '1000', n: '500' });
    expect(gate.exitCode).toBe(0);
    expect(gate.summary).toContain('Evaluate 1000 samples in all on both sides; look 2 of 4 decides then.');
  });

  it('a runner that brought nothing is not a smaller evaluation', async () => {
    const { ids } = await plan({ shards: '4' });
    evaluate({ names: [], ids: new Map([...ids].slice(1)) }, harmless, 'first');
    const gate = await scene.run({ action: 'regression-gate' });
    expect(gate.outputs).toMatchObject({ verdict: 'fail', 'next-samples': '0' });
    expect(gate.summary).toContain('regression/unmatched-samples');
  });

  it('the samples of a round are the same on any number of runners, and no sample comes twice', async () => {
    const one = await plan({});
    const many = await plan({ shards: '7' });
    const later = await plan({ shards: '2', samples: '1000' });
    const all = ({ ids }: Spread): string[] => [...ids.values()].flat().toSorted();
    expect(all(many)).toEqual(all(one));
    expect(all(later)).toHaveLength(500);
    expect(new Set([...all(one), ...all(later)]).size).toBe(1000);
  });

  it('a runner without a sample does not start', async () => {
    const { names, ids } = await plan({ shards: '256' });
    expect(names.length).toBeLessThan(256);
    expect([...ids.values()].every((own) => own.length > 0)).toBe(true);
  });

  it('after the last look there is no further round', async () => {
    expect((await plan({ samples: '2500' })).ids.size).toBe(0);
  });

  it('samples that were not answered are asked again, with those of the next look or alone', async () => {
    // Every tenth sample of the round fails: enough to leave the verdict open.
    const { ids } = await plan({});
    const failing = (id: string): string =>
      Number(id.slice(1)) % 10 === 5 ? JSON.stringify({ id, target: 1, error: 'HTTP 503' }) : row(id, trunk);
    mkdirSync(results, { recursive: true });
    const first = [...ids.values()].flat();
    writeFileSync(path.join(results, 'first.jsonl'), first.map(failing).join('\n'));
    const { outputs } = await scene.run({ action: 'regression-gate' });
    const open = readFileSync(outputs['rerun'] ?? '', 'utf8')
      .trimEnd()
      .split('\n');
    expect(open.length).toBeGreaterThan(30);
    const all = ({ ids: spread }: Spread): string[] => [...spread.values()].flat().toSorted();
    const alone = await plan({ shards: '3', rerun: outputs['rerun'] ?? '' });
    expect(all(alone)).toEqual(open.toSorted());
    const withNext = await plan({ rerun: outputs['rerun'] ?? '', samples: '1000' });
    expect(all(withNext)).toEqual([...open, ...all(await plan({ samples: '1000' }))].toSorted());
    evaluate(alone, trunk, 'again');
    const gate = await scene.run({ action: 'regression-gate' });
    expect(gate.outputs).toMatchObject({ n: '500', rerun: '', 'rerun-baseline': '' });
  });

  it('samples that trunk has not answered are named in a file of their own', async () => {
    const ids = pool.slice(0, 200);
    const failing = (id: string): string =>
      Number(id.slice(1)) % 10 === 5 ? JSON.stringify({ id, target: 1, error: 'HTTP 503' }) : row(id, trunk);
    const fewer: Model = (sample) => trunk(sample) || sample % 25 === 7;
    const broken = await pullRequestScene({
      base: {
        '.github/model-gates.yml': policy.replace(/ {2}looks.*\n/, ''),
        'evals/trunk.jsonl': ids.map(failing).join('\n'),
      },
      head: { 'train.py': 'steps = 2\n', 'results/all.jsonl': ids.map((id) => row(id, fewer)).join('\n') },
    });
    const { outputs, summary } = await broken.run({ action: 'regression-gate' });
    expect(outputs).toMatchObject({ verdict: 'inconclusive', rerun: '' });
    expect(
      readFileSync(outputs['rerun-baseline'] ?? '', 'utf8')
        .trimEnd()
        .split('\n'),
    ).toEqual(ids.filter((id) => id.endsWith('5')));
    expect(summary).toContain('.model-gates/baseline/again.jsonl');
    const open = ids.filter((id) => id.endsWith('5'));
    expect(outputs['rerun-baseline-commit']).toBe(broken.base);
    // As the workflow's job on that commit writes them; a row of a sample that trunk has answered changes nothing.
    const again = path.join(broken.checkout.root, '.model-gates', 'baseline');
    mkdirSync(again, { recursive: true });
    const rows = [...open.map((id) => row(id, trunk)), row('q1', () => true)];
    writeFileSync(path.join(again, 'again.jsonl'), rows.join('\n'));
    const gate = await broken.run({ action: 'regression-gate' });
    expect(gate.outputs).toMatchObject({ verdict: 'fail', n: '200', 'rerun-baseline': '' });
    expect(gate.summary).toContain('on 200 paired samples');
    expect(gate.summary).toContain("20 of 20 samples that trunk's results leave open were evaluated again");
  });

  it('ids that trunk does not know are not asked, and a file that is not there is said', async () => {
    const file = path.join(results, 'rerun.txt');
    mkdirSync(results, { recursive: true });
    writeFileSync(file, 'q7\n../../etc/passwd\nq9999\n');
    expect([...(await plan({ rerun: file })).ids.values()]).toEqual([['q7']]);
    const missing = await scene.run({ action: 'plan-gates', inputs: { rerun: '/nowhere/rerun.txt' } });
    expect(missing.exitCode).toBe(1);
    expect(missing.summary).toContain('The file of `rerun`, `/nowhere/rerun.txt`, cannot be read');
  });

  it('without a baseline no ids are known, and the plan says so', async () => {
    const bare = await pullRequestScene({
      base: { '.github/model-gates.yml': policy },
      head: { 'train.py': 'steps = 2\n' },
    });
    expect(await plan({ shards: '2' }, bare)).toEqual({ names: ['1-of-2', '2-of-2'], ids: new Map() });
  });
});
