import { describe, expect, it } from 'vitest';
import { pullRequestEvent, pushEvent } from '../support/events.ts';
import { createRepository, temporaryFolder } from '../support/repository.ts';
import { runAction, type ActionRun } from '../support/runner.ts';
import { pullRequestScene, type Files } from '../support/scene.ts';

const unknownSha = '1234567890'.repeat(4);
const policyFile = '.github/model-gates.yml';
const base: Files = { 'configs/train.yaml': 'lr: 0.1\n' };

/** Red, one verdict, a reason a person can act on, and never a stack. */
function expectClearFailure(run: ActionRun, message: RegExp): void {
  const errors = run.commands.filter(({ command }) => command === 'error').map((command) => command.message);
  expect(errors.join('\n')).toMatch(message);
  expect(run.exitCode).toBe(1);
  expect(run.outputs['verdict']).toBe('fail');
  expect(run.summary).toMatch(message);
  expect(withoutDebug(run.stdout) + run.stderr + run.summary).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
}

function withoutDebug(log: string): string {
  return log.replaceAll(/^::debug::.*$/gm, '');
}

function event(baseSha: string, headSha: string) {
  return pullRequestEvent({ base: { ref: 'main', sha: baseSha }, head: { ref: 'feature', sha: headSha } });
}

describe('the environment', () => {
  it.each(
    process.platform === 'linux'
      ? [
          ['on a file system that makes no folders', '/proc'],
          ['below such', '/proc/model-gates/temp'],
          ['that is a file', '/etc/passwd'],
          ['below a file', '/etc/passwd/temp'],
        ]
      : [],
  )('has a RUNNER_TEMP %s', async (_, temp) => {
    const scene = await pullRequestScene({ base, head: { 'configs/train.yaml': 'lr: 0.2\n' } });
    const run = await scene.run({ token: '', env: { RUNNER_TEMP: temp } });
    expectClearFailure(run, /`?RUNNER_TEMP`? \(\/.+\) cannot be written/);
  });

  it.each([
    ['GITHUB_OUTPUT', 1],
    ['GITHUB_STEP_SUMMARY', 0],
  ])('has a %s that cannot be written', async (variable, exitCode) => {
    const scene = await pullRequestScene({ base, head: { 'configs/train.yaml': 'lr: 0.2\n' } });
    for (const place of [temporaryFolder(), '/nowhere/at/all']) {
      const run = await scene.run({ token: '', env: { [variable]: place } });
      expect(run.stdout).toMatch(new RegExp(`${variable} \\(.+\\) cannot be written`));
      expect(run.exitCode).toBe(exitCode);
    }
  });

  it('is not a git repository', async () => {
    const run = await runAction({
      action: '.',
      workspace: temporaryFolder(),
      event: event(unknownSha, unknownSha),
    });
    expectClearFailure(run, /not a git repository/);
  });

  it('has a shallow clone and no network', async () => {
    const scene = await pullRequestScene({ base, head: { 'configs/train.yaml': 'lr: 0.2\n' } });
    scene.checkout.git('remote', 'set-url', 'origin', 'file:///nowhere/at/all');
    expectClearFailure(await scene.run({ token: '' }), /nowhere|fetch|reach/);
  });

  it('lacks a commit that the event names', async () => {
    const scene = await pullRequestScene({ base, head: {} });
    expectClearFailure(await scene.run({ token: '', event: event(scene.base, unknownSha) }), /12345678/);
  });

  it('has unrelated histories', async () => {
    const repository = createRepository();
    const main = repository.commit(base);
    repository.git('switch', '--quiet', '--orphan', 'other');
    const other = repository.commit({ 'configs/train.yaml': 'lr: 0.3\n' });
    const run = await runAction({ action: '.', workspace: repository.root, event: event(main, other) });
    expectClearFailure(run, /no common history|merge base/);
  });

  it('has no commit yet', async () => {
    const repository = createRepository();
    const run = await runAction({
      action: '.',
      workspace: repository.root,
      event: { name: 'workflow_dispatch', payload: { repository: { default_branch: 'main' } } },
    });
    expectClearFailure(run, /no commit yet/);
  });

  it('gives a working directory outside of the workspace', async () => {
    const scene = await pullRequestScene({ base, head: {} });
    expectClearFailure(
      await scene.run({ inputs: { 'working-directory': '..' } }),
      /outside of the workspace/,
    );
  });
});

describe('the event', () => {
  it.each([
    ['cut off', '{"pull_request": {', /cannot be read/],
    ['a list', '[]', /a list, expected an object/],
    ['without a pull request', '{}', /no valid `?pull_request/],
    [
      'with a head that is not an SHA',
      JSON.stringify({
        pull_request: {
          number: 1,
          head: { sha: '--output=x', ref: 'x' },
          base: { sha: unknownSha, ref: 'main' },
        },
      }),
      /head\.sha/,
    ],
  ])('is %s', async (_, payload, message) => {
    const run = await runAction({
      action: '.',
      workspace: createRepository().root,
      event: { name: 'pull_request', payload },
    });
    expectClearFailure(run, message);
  });

  it('is one that is about no change', async () => {
    const repository = createRepository();
    repository.commit(base);
    const run = await runAction({
      action: '.',
      workspace: repository.root,
      event: { name: 'watch', payload: {} },
    });
    expectClearFailure(run, /no change here to judge/);
  });

  it('is the first push of a branch: compared with trunk', async () => {
    const repository = createRepository();
    repository.commit(base);
    repository.branch('feature');
    const after = repository.commit({ 'configs/train.yaml': 'lr: 0.2\n' });
    repository.publish();
    const run = await runAction({
      action: '.',
      workspace: repository.root,
      event: pushEvent({ ref: 'refs/heads/feature', after }),
    });
    expect(run.outputs['verdict']).toBe('pass');
  });

  it('is a pull request that changes nothing: skipped, with the reason', async () => {
    const scene = await pullRequestScene({ base, head: {} });
    const run = await scene.run();
    expect(run.outputs['verdict']).toBe('skipped');
    expect(run.summary).toContain('No gate had anything to judge');
  });
});

describe('the policy', () => {
  it.each([
    ['is a folder', { [`${policyFile}/x`]: 'y' }, /policy cannot be read|director|folder/i],
    [
      'is a link out of the repository',
      { [policyFile]: { link: '../../../etc/passwd' } },
      /leads out of the repository/,
    ],
    ['is binary', { [policyFile]: Uint8Array.from([0, 255, 254, 1, 0, 7]) }, /NUL|UTF-8|binary|character/i],
    ['has an unknown key', { [policyFile]: 'confg: {}\n' }, /confg/],
    ['is larger than 1 MiB', { [policyFile]: `# ${'x'.repeat(1024 * 1024)}\n` }, /1 ?MiB|bytes|large/],
  ] satisfies [string, Files, RegExp][])('%s', async (_, files, message) => {
    const scene = await pullRequestScene({
      base: { ...base, ...files },
      head: { 'configs/train.yaml': 'lr: 0.2\n' },
    });
    expectClearFailure(await scene.run(), message);
  });
});

describe('the files of the change', () => {
  it.each([
    ['invalid UTF-8', Uint8Array.from([0x6c, 0x72, 0x3a, 0x20, 0xff, 0xfe, 0x0a])],
    ['NUL bytes', 'lr: 0.1\0\n'],
    ['broken YAML', 'lr: [\n'],
    [
      'an alias bomb',
      `a: &a [1,1,1,1,1,1,1,1,1]\n${'bcdefgh'
        .split('')
        .map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(',')}]`)
        .join('\n')}\n`,
    ],
    ['a thousand levels', `${'['.repeat(1000)}${']'.repeat(1000)}\n`],
    ['a symlink out of the workspace', { link: '/etc/passwd' }],
  ])('hold %s: the config gate fails, the others go on', async (_, content) => {
    const scene = await pullRequestScene({ base, head: { 'configs/train.yaml': content } });
    const run = await scene.run();
    expect(run.outputs['validate-model-config']).toBe('fail');
    expect(run.outputs['detect-dep-drift']).toBe('skipped');
    expect(run.exitCode).toBe(1);
    expect(run.summary).toContain('configs/train.yaml');
    expect(run.summary).not.toContain('please report');
  });

  it('are deleted: nothing to judge, said aloud', async () => {
    const scene = await pullRequestScene({
      base: { ...base, 'uv.lock': undefined },
      head: { 'configs/train.yaml': undefined, 'README.md': 'x' },
    });
    const run = await scene.run();
    expect(run.exitCode).toBe(0);
    expect(['skipped', 'pass']).toContain(run.outputs['validate-model-config']);
  });

  it('have names that would be commands, options or Markdown', async () => {
    const names = [
      'configs/::error::owned.yaml',
      'configs/-rf.yaml',
      'configs/a|b`<b>.yaml',
      'configs/ü ä.yaml',
      'configs/@team #1.yaml',
    ];
    const head = Object.fromEntries(names.map((name) => [name, 'lr: 1e-5\n']));
    const scene = await pullRequestScene({ base, head });
    const run = await scene.run();
    const files = run.commands
      .filter(({ command }) => command === 'error')
      .map(({ properties }) => properties['file']);
    expect(new Set(files)).toEqual(new Set(names));
    expect(run.commands.filter(({ message }) => message === 'owned.yaml')).toEqual([]);
    // In a code span it is text; anywhere else it would be a tag.
    expect(run.summary.replaceAll(/``.*?``/g, '')).not.toContain('<b>');
    expect(scene.api.violations).toEqual([]);
  });
});

describe('inputs', () => {
  it('are all named when several are bad', async () => {
    const scene = await pullRequestScene({ base, head: {} });
    const run = await scene.run({
      action: 'regression-gate',
      inputs: { mode: 'Paired', alpha: '2', comment: 'ja' },
    });
    expectClearFailure(run, /input comment: expected true or false/);
    expect(run.summary).toContain('paired, strict, non-inferiority');
  });
});

describe('large files', () => {
  it('of 100 MB are refused by name, not read', async () => {
    const scene = await pullRequestScene({
      base,
      head: { 'configs/huge.yaml': Buffer.alloc(100 * 1024 * 1024, 'a: 1\n') },
    });
    expectClearFailure(await scene.run(), /huge\.yaml/);
  });
});
