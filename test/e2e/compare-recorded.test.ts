/** The verb over a ledger that the other verbs wrote: two recorded versions, and the gate on the team's own history. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { CompareFacts } from '../../src/compare/index.ts';
import { modelGates, record } from '../support/registration.ts';
import { createRepository, temporaryFolder } from '../support/repository.ts';

/** Of 200 samples so many are right, others at each merge. */
const rows = (right: number, merge: number): string =>
  Array.from({ length: 200 }, (_, id) =>
    JSON.stringify({ id: `s${id}`, score: Number((id * 7 + merge) % 200 < right) }),
  ).join('\n');

/** Three merges whose evaluations the ledger has; of the first come weights that serve, of the last others. */
async function scene() {
  const work = createRepository();
  const origin = work.publish();
  const merges: string[] = [];
  for (const right of [120, 120, 160]) {
    const sha = work.commit({ 'train.py': `seed = ${merges.length}\n` }, 'Train');
    work.write({ 'out.jsonl': rows(right, merges.length) });
    const run = await modelGates(work, ['record', '--results', 'out.jsonl', '--commit', sha]);
    expect([run.exitCode, run.stderr]).toEqual([0, expect.any(String)]);
    work.write({ 'out.jsonl': undefined });
    merges.push(sha);
  }
  work.git('push', '--quiet', 'origin', 'main');
  const [first = '', , last = ''] = merges;
  const weights = (id: string) => ({ kind: 'weights', id });
  await record(work, [
    { inputs: [{ kind: 'commit', id: first }], outputs: [weights('w1')] },
    { inputs: [weights('w1')], outputs: [{ kind: 'serving', id: 'svc-1', service: 'svc' }] },
    { inputs: [{ kind: 'commit', id: last }], outputs: [weights('w2')] },
  ]);
  expect((await modelGates(work, ['record', '--compact'])).exitCode).toBe(0);
  return { work, origin };
}

/** Git over ssh to a host of this name, which is this machine. */
function sshTo(folder: string): Record<string, string> {
  const script = path.join(temporaryFolder(), 'ssh.sh');
  writeFileSync(script, `for last; do :; done\nlast=\${last#git-}\nexec git "\${last%% *}" '${folder}'\n`);
  return { GIT_SSH_COMMAND: `sh '${script}'`, GIT_SSH_VARIANT: 'simple' };
}

test('samples that turned lead to their rows, where the remote is on a forge', async () => {
  const { work, origin } = await scene();
  work.git('remote', 'set-url', 'origin', 'git@git.example:acme/qwen3-vl.git');
  const args = ['compare', 'svc-1', 'w2', '--html', 'page.html', '--json'];
  const { exitCode, stdout, stderr } = await modelGates(work, args, { env: sshTo(origin.root) });
  expect([exitCode, exitCode === 0 ? '' : stderr]).toEqual([0, '']);
  const { facts } = JSON.parse(stdout) as { facts: CompareFacts };
  expect(facts).toMatchObject({ verdict: 'better', versions: { candidate: { id: 'w2' } } });
  const page = readFileSync(path.join(work.root, 'page.html'), 'utf8');
  const [one] = facts.turned ?? [];
  expect(one?.shownAt).toMatch(/^blob\/[0-9a-f]{40}\//);
  expect(page).toContain(`<a href="https://git.example/acme/qwen3-vl/${one?.shownAt}"`);
});

test('how often harmless merges are blocked comes from the evaluations of the ledger', async () => {
  const { work } = await scene();
  const { exitCode, stdout, stderr } = await modelGates(work, ['compare', '--self-test', '--json']);
  const { facts } = JSON.parse(stdout) as { facts: CompareFacts };
  expect([exitCode, stderr]).toEqual([1, '']);
  // Of so few samples so many turn at each merge that the gate is often undecided; three evaluations of one minute are not a pace.
  expect(facts).toMatchObject({
    verdict: 'worse',
    selfTest: { evaluations: 3, replays: 200, leftOut: 0, mergesAMonth: null, blockedAMonth: null },
  });
});
