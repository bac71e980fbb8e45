import { describe, expect, it } from 'vitest';
import { pullRequestScene, type Files } from '../support/scene.ts';

/** Answers each sample; the candidate's copy gets every fourth one wrong, the base's copy every tenth. */
function evaluation(wrongEvery: number): string {
  return `const { readFileSync, writeFileSync } = require('node:fs');
const [ids, out] = process.argv.slice(2);
const rows = readFileSync(ids, 'utf8').split('\\n').filter(Boolean).map((id) => {
  const wrong = Number(id.slice(1)) % ${wrongEvery} === 0;
  return JSON.stringify({ id, target: 1, prediction: wrong ? 0 : 1 });
});
writeFileSync(out, rows.join('\\n'));
`;
}

const pool = Array.from({ length: 400 }, (_, id) => `q${id}`).join('\n');
const base: Files = {
  '.github/model-gates.yml': `regression:
  evaluate: node eval.cjs {ids} {out}
  pool: evals/pool.txt
  metrics: [accuracy]
  looks: [100, 200, 400]
`,
  'evals/pool.txt': pool,
  'eval.cjs': evaluation(10),
};

describe('evaluate', () => {
  it('evaluates merge base and candidate on the same samples, and stops when it can decide', async () => {
    const scene = await pullRequestScene({ base, head: { 'eval.cjs': evaluation(4) } });
    const run = await scene.run({ action: 'regression-gate' });
    expect(run.outputs).toMatchObject({ verdict: 'fail', 'next-samples': '0' });
    expect(Number(run.outputs['n'])).toBeLessThanOrEqual(400);
    expect(Number(run.outputs['delta'])).toBeLessThan(-0.05);
    expect(run.outputs['flipped']).toMatch(/flipped\.json$/);
  });

  it('passes what answers the same', async () => {
    const scene = await pullRequestScene({ base, head: { 'train.py': 'steps = 2' } });
    const run = await scene.run({ action: 'regression-gate' });
    expect(run.outputs['verdict']).toBe('pass');
    expect(run.exitCode).toBe(0);
  });

  it('fails closed where the command does', async () => {
    const scene = await pullRequestScene({ base, head: { 'eval.cjs': 'process.exit(3)' } });
    const run = await scene.run({ action: 'regression-gate' });
    expect(run.outputs['verdict']).toBe('fail');
    expect(run.summary).toContain('regression/evaluation-failed');
  });
});
