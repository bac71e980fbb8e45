import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { pushEvent } from '../support/events.ts';
import { startGitHubApi } from '../support/github-api/index.ts';
import { createRepository, hermeticEnvironment } from '../support/repository.ts';
import { runAction } from '../support/runner.ts';
import { shallowCheckout } from '../support/scene.ts';

const cli = path.resolve(import.meta.dirname, '../../dist/cli/index.js');
/** Writes what the model is fed: texts that begin with one token. */
const program = (first: number): string => `
import { writeFileSync } from 'node:fs';
const rows = [0, 1, 2].map((i) => JSON.stringify({ id: 's' + i, input_ids: [${first}, 5, 6 + i] }));
writeFileSync(process.argv[2], rows.join('\\n') + '\\n');
`;

test('of two versions that serve it is known since which merge they are fed something else, and what it declared', async () => {
  const work = createRepository();
  const policy = 'inputs:\n  command: node feed.mjs {out}\n';
  const begin = work.commit({ '.github/model-gates.yml': policy, 'feed.mjs': program(1) }, 'Begin (#811)');
  const changed = work.commit(
    { 'feed.mjs': program(2) },
    'Begin texts with another token (#812)\n\nInput-Change: input_ids tokens\n',
  );
  const last = work.commit({ 'train.py': 'step = 1\n' }, 'Train longer (#813)');
  const origin = work.publish();
  const api = await startGitHubApi({ gitDir: origin.root, state: { repository: 'acme/qwen3-vl' } });
  onTestFinished(() => api.close());
  const forge = { token: api.token, apiUrl: api.url };
  const run = (args: readonly string[], input = '') => {
    const env = hermeticEnvironment({ NO_COLOR: '1' });
    return spawnSync(process.execPath, [cli, ...args], { cwd: work.root, encoding: 'utf8', env, input });
  };

  let before = begin;
  for (const after of [begin, changed, last]) {
    const merged = { event: pushEvent({ ref: 'refs/heads/main', before, after }), ...forge };
    const checkout = shallowCheckout(origin, after);
    const gate = await runAction({ action: 'detect-input-drift', workspace: checkout.root, ...merged });
    checkout.write({ 'kept/inputs.jsonl': readFileSync(gate.outputs['fingerprint'] ?? '', 'utf8') });
    checkout.write({ 'kept/report.json': readFileSync(gate.outputs['report'] ?? '', 'utf8') });
    const to = `inputs merge-${after}\nverdict inputs-${after}`;
    const inputs = { from: `commit ${after}`, to, results: 'kept/inputs.jsonl', reports: 'kept/report.json' };
    const record = await runAction({
      action: 'record-lineage',
      workspace: checkout.root,
      inputs,
      ...merged,
    });
    expect({ after, created: record.outputs['created'] }).toEqual({ after, created: 'true' });
    before = after;
  }
  const deploys = [
    { inputs: [{ kind: 'commit', id: begin }], outputs: [{ kind: 'serving', id: 'svc-23', service: 'svc' }] },
    {
      inputs: [{ kind: 'commit', id: last }],
      outputs: [{ kind: 'serving', id: 'svc-24', service: 'svc' }],
      replaces: 'svc-23',
    },
  ];
  expect(run(['record', '-'], JSON.stringify(deploys)).status).toBe(0);

  const diff = run(['trace', 'svc-23', '--diff', 'svc-24']);
  expect(diff.stdout).toContain('inputs of svc-23 and svc-24 differ since #812');
  expect(JSON.parse(run(['trace', 'svc-23', '--diff', 'svc-24', '--json']).stdout)).toMatchObject({
    facts: { inputs: { since: { sha: changed, pr: 812 }, tensors: [{ name: 'input_ids', kind: 'tokens' }] } },
  });

  expect(JSON.parse(run(['trace', 'svc-24', '--json']).stdout)).toMatchObject({
    facts: {
      changes: {
        since: { id: 'svc-23' },
        ranked: [
          { kind: 'inputs', name: 'input_ids', merges: [{ pr: 812 }] },
          { kind: 'code', name: 'feed.mjs', lines: '3', merges: [{ pr: 812 }] },
          { kind: 'code', name: 'train.py', lines: '1', merges: [{ pr: 813 }] },
        ],
      },
    },
  });

  const declared = `declared: input_ids tokens (commit ${changed.slice(0, 8)})`;
  expect(run(['trace', changed]).stdout.replaceAll(/\s+/g, ' ')).toContain(declared);
  expect(JSON.parse(run(['trace', changed, '--json']).stdout)).toMatchObject({
    facts: {
      chain: [
        {
          verdicts: [
            {
              gate: 'detect-input-drift',
              verdict: 'pass',
              declared: [{ tensor: 'input_ids', kind: 'tokens', where: `commit ${changed.slice(0, 8)}` }],
            },
          ],
        },
      ],
    },
  });
  expect(run(['dashboard', '--out', 'board.html']).status).toBe(0);
  expect(readFileSync(path.join(work.root, 'board.html'), 'utf8')).toContain(declared);
});
