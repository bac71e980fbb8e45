import { readFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import type { InputFacts } from '../../src/inputs/index.ts';
import { pullRequestEvent, pushEvent } from '../support/events.ts';
import { startGitHubApi } from '../support/github-api/index.ts';
import { createRepository } from '../support/repository.ts';
import { runAction, type ActionRun } from '../support/runner.ts';
import { shallowCheckout } from '../support/scene.ts';

const policy = `inputs:\n  command: node feed.mjs {out}\n`;
/** Writes what the model is fed, and where it ran. */
const program = (first: number): string => `
import { appendFileSync, writeFileSync } from 'node:fs';
const rows = [0, 1, 2].map((i) => JSON.stringify({ id: 's' + i, input_ids: [${first}, 5, 6 + i] }));
writeFileSync(process.argv[2], rows.join('\\n') + '\\n');
appendFileSync(process.env.RUNS, process.cwd() + '\\n');
`;

const processor = (mean: number): string =>
  `${JSON.stringify({ image_processor_type: 'CLIPImageProcessor', image_mean: [mean, 0.5, 0.5] }, null, 2)}\n`;

interface Judged {
  readonly verdict: string;
  readonly facts: InputFacts;
  readonly findings: readonly { readonly rule: string; readonly message: string }[];
}

const reportOf = ({ outputs }: ActionRun): Judged =>
  JSON.parse(readFileSync(outputs['report'] ?? '', 'utf8')) as Judged;

test('what a merge feeds the model is recorded, and costs the pull requests after it no run', async () => {
  const work = createRepository();
  const before = work.commit(
    {
      '.github/model-gates.yml': policy,
      'feed.mjs': program(1),
      'requirements.txt': 'numpy==2.3.4\ntransformers==4.57.1\n',
      'checkpoint/preprocessor_config.json': processor(0.5),
      'data/loader.py': 'import json\n\nstep = 1\n',
    },
    'Begin',
  );
  const base = work.commit({ 'train.py': 'step = 1\n' }, 'Merge 1');
  work.branch('feature/template');
  const head = work.commit(
    {
      'feed.mjs': program(2),
      'requirements.txt': 'numpy==2.3.4\ntransformers==5.0.0\n',
      'checkpoint/preprocessor_config.json': processor(0.48),
      'data/loader.py': 'import json\n\nstep = 2\n',
    },
    'Another template',
  );
  work.git('update-ref', 'refs/pull/89/merge', head);
  const origin = work.publish();
  const api = await startGitHubApi({ gitDir: origin.root, state: { repository: 'acme/qwen3-vl' } });
  onTestFinished(() => api.close());
  const runs = `${origin.root}/runs`;
  const forge = { token: api.token, apiUrl: api.url, env: { RUNS: runs } };
  const merged = { event: pushEvent({ ref: 'refs/heads/main', before, after: base }), ...forge };

  // The merge gate may write, so it runs nothing.
  const gate = await runAction({ action: '.', workspace: shallowCheckout(origin, base).root, ...merged });
  expect(gate.outputs['inputs-due']).toBe('true');
  const fed = await runAction({
    action: 'detect-input-drift',
    workspace: shallowCheckout(origin, base).root,
    ...merged,
  });
  expect(reportOf(fed).verdict).toBe('pass');
  expect(readFileSync(runs, 'utf8').trim().split('\n')).toHaveLength(3);

  const checkout = shallowCheckout(origin, base);
  checkout.write({ 'kept/inputs.jsonl': readFileSync(fed.outputs['fingerprint'] ?? '', 'utf8') });
  checkout.write({ 'kept/report.json': readFileSync(fed.outputs['report'] ?? '', 'utf8') });
  const record = await runAction({
    action: 'record-lineage',
    workspace: checkout.root,
    inputs: {
      from: `commit ${base}`,
      to: `inputs merge-${base}`,
      results: 'kept/inputs.jsonl',
      reports: 'kept/report.json',
    },
    ...merged,
  });
  expect(record.outputs['created']).toBe('true');

  const pull = { base: { ref: 'main', sha: base }, head: { ref: 'feature/template', sha: head } };
  const judged = await runAction({
    action: 'detect-input-drift',
    workspace: shallowCheckout(origin, head).root,
    event: pullRequestEvent({ ...pull, mergeCommit: head }),
    ...forge,
  });
  const { verdict, findings } = reportOf(judged);
  expect([verdict, findings.map(({ rule }) => rule)]).toEqual(['fail', ['inputs/changed']]);
  // The gates that know what moved beside it are asked in this action too.
  const places = [
    'the processor (checkpoint/preprocessor_config.json:4)',
    'code (data/loader.py:3)',
    'transformers 4.57.1 → 5.0.0 (requirements.txt:2)',
    'image_mean [0.5, 0.5, 0.5] → [0.48, 0.5, 0.5] (checkpoint/preprocessor_config.json)',
  ];
  for (const place of places) expect(findings[0]?.message).toContain(place);
  // One run more: that of the head.
  expect(readFileSync(runs, 'utf8').trim().split('\n')).toHaveLength(4);
});
