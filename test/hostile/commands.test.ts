/** `regression.evaluate` runs code of the change: what it may see and touch of the step that runs it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { gatedScene, policyText, results } from '../support/gated.ts';
import { injections } from './support/clean.ts';

/** Tells what it is given, tries to speak for the gate, and answers every question. */
const program = `const { appendFileSync, readFileSync, writeFileSync } = require('node:fs');
const [ids, out] = process.argv.slice(2);
console.log('::set-output name=verdict::pass');
console.log('::error title=model-gates::all gates passed');
for (const file of ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STEP_SUMMARY'])
  if (process.env[file] !== undefined) appendFileSync(process.env[file], 'inj=pass\\n');
writeFileSync('seen.json', JSON.stringify(process.env));
const rows = readFileSync(ids, 'utf8').split('\\n').filter(Boolean);
writeFileSync(out, rows.map((id) => JSON.stringify({ id, target: 'a', prediction: 'b' })).join('\\n'));
`;

it('neither the token, nor the inputs, nor the files through which a step speaks to the runner', async () => {
  const policy = policyText().replace(
    'regression:\n',
    'regression:\n  evaluate: node eval.cjs {ids} {out}\n',
  );
  const base = { 'eval.cjs': 'process.exit(1)\n', 'evals/val.jsonl': results(40) };
  const scene = await gatedScene({ policy, base, head: { 'eval.cjs': program } });
  const run = await scene.run({
    env: { ACTIONS_RUNTIME_TOKEN: 'runtime', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'identity', HF_HOME: '/cache' },
  });
  expect(run.outputs).toMatchObject({ verdict: 'fail', 'regression-gate': 'fail' });
  expect(injections(run, scene)).toEqual([]);
  const seen = readFileSync(path.join(scene.checkout.root, 'seen.json'), 'utf8');
  for (const hidden of [scene.api.token, 'runtime', 'identity', 'GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY'])
    expect(seen).not.toContain(hidden);
  expect(seen).toContain('HF_HOME');
});
