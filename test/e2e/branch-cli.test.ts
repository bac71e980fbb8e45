import { spawn } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startGitHubApi } from '../support/github-api/index.ts';
import { createRepository, hermeticEnvironment, type TestRepository } from '../support/repository.ts';

const cli = path.resolve(import.meta.dirname, '../../dist/cli/index.js');

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The built CLI; asynchronous, so that the API on loopback can answer it. */
function run(cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, ...args], {
      cwd,
      env: hermeticEnvironment({ NO_COLOR: '1', ...env }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (text: Buffer) => (stdout += text.toString()));
    child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

interface Json {
  readonly gate: string;
  readonly verdict: string;
  readonly findings: readonly { readonly rule: string; readonly file?: string }[];
  readonly facts: object;
}

const json = ({ stdout }: Run): Json => JSON.parse(stdout) as Json;

/** A clone on branch feature, with trunk ahead at the remote and a colleague's branch on the same file. */
function clone(policy = ''): { mine: TestRepository; origin: TestRepository } {
  const author = createRepository();
  author.commit({ 'train.py': 'a\nb\nc\n', '.github/model-gates.yml': policy });
  author.git('switch', '--quiet', '--create', 'colleague');
  author.commit({ 'train.py': 'a\nC\nc\n' });
  author.git('switch', '--quiet', 'main');
  author.git('branch', 'merged');
  const origin = author.publish();
  const mine = origin.clone();
  mine.git('config', 'user.name', 'Ada');
  mine.git('config', 'user.email', 'ada@example.org');
  mine.branch('feature');
  mine.commit({ 'train.py': 'a\nF\nc\n' });
  author.commit({ 'other.py': '1\n' });
  author.git('push', '--quiet', 'origin', 'main');
  return { mine, origin };
}

describe('model-gates branch', () => {
  it('tells age, distance and conflicts with other branches, from git alone', async () => {
    const { mine } = clone('branches: { over-limit: warn }\n');
    mine.git('fetch', '--quiet');
    const result = await run(mine.root, ['branch', '--json']);
    expect(result.code).toBe(0);
    expect(json(result)).toMatchObject({
      gate: 'check-branch',
      facts: {
        branch: 'feature',
        trunk: 'main',
        ahead: 1,
        behind: 1,
        ageSource: 'first-commit',
        conflicts: [{ with: 'colleague', files: [{ path: 'train.py', kind: 'content' }] }],
        overlaps: [{ with: 'colleague' }],
      },
    });
    const shown = await run(mine.root, ['branch']);
    expect(shown.stdout).toContain('colleague');
    expect(shown.stdout).toContain('Last sync');
  });

  it('fails beyond the limit, judges another branch by name, and skips trunk', async () => {
    const { mine } = clone();
    expect((await run(mine.root, ['branch'])).code).toBe(1);
    const other = await run(mine.root, ['branch', 'colleague', '--json']);
    expect(json(other).facts).toMatchObject({ branch: 'colleague', ahead: 1 });
    expect(json(await run(mine.root, ['branch', 'main', '--json'])).verdict).toBe('skipped');
  });

  it('asks for the name of trunk where nothing tells it', async () => {
    const lone = createRepository();
    lone.commit({});
    lone.git('branch', '--move', 'work');
    const result = await run(lone.root, ['branch']);
    expect(result.code).toBe(2);
    expect(result.stderr).toContain('--trunk NAME');
  });
});

describe('model-gates sync', () => {
  it('merges, or rebases as the policy says', async () => {
    for (const [policy, parents] of [
      ['', 2],
      ['branches: { sync: rebase }\n', 1],
    ] as const) {
      const { mine } = clone(policy);
      const result = await run(mine.root, ['sync', '--json']);
      expect(json(result)).toMatchObject({ gate: 'sync', verdict: 'pass', facts: { behind: 1 } });
      expect(mine.git('log', '-1', '--format=%P').split(' ')).toHaveLength(parents);
    }
  });

  it('exits with 1 on a conflict, names the file, and says how to go back', async () => {
    const { mine, origin } = clone();
    const author = origin.clone();
    author.commit({ 'train.py': 'a\nT\nc\n' });
    author.git('push', '--quiet', 'origin', 'main');
    const result = await run(mine.root, ['sync']);
    expect(result.code).toBe(1);
    expect(result.stdout).toContain('train.py:2');
    expect(result.stdout).toContain('git merge --abort');
    mine.git('merge', '--abort');
    expect(mine.git('status', '--porcelain')).toBe('');
  });

  it('exits with 2 and changes nothing where work is not committed', async () => {
    const { mine } = clone();
    mine.write({ 'train.py': 'mine\n' });
    const result = await run(mine.root, ['sync']);
    expect(result.code).toBe(2);
    expect(result.stderr).toMatch(/not committed: train\.py/);
    expect(mine.git('status', '--porcelain')).toBe(' M train.py');
  });
});

describe('model-gates sweep', () => {
  it('is a dry run without --apply, and restores what is gone', async () => {
    const { mine, origin } = clone();
    const sha = origin.git('rev-parse', 'colleague');
    const closedAt = new Date(Date.now() - 30 * 86_400_000).toISOString();
    const api = await startGitHubApi({
      gitDir: origin.root,
      state: {
        pulls: [
          {
            number: 5,
            title: 'Colleague',
            author: 'bob',
            state: 'closed',
            base: { ref: 'main', sha: origin.git('rev-parse', 'main') },
            head: { ref: 'colleague', sha },
            closedAt,
          },
        ],
      },
    });
    onTestFinished(() => api.close());
    const env = { GITHUB_TOKEN: api.token, GITHUB_API_URL: api.url, GITHUB_REPOSITORY: 'acme/qwen3-vl' };
    const dry = await run(mine.root, ['sweep', '--json'], env);
    expect(json(dry).facts).toMatchObject({
      dryRun: true,
      deleted: [],
      reminded: [{ branch: 'colleague', sha }],
    });
    expect(api.state.comments).toEqual([]);
    await run(mine.root, ['sweep', '--apply'], env);
    expect(api.state.comments).toHaveLength(1);
    const then = new Date(Date.now() - 3 * 86_400_000).toISOString();
    Object.assign(api.state.comments[0] ?? {}, { createdAt: then, updatedAt: then });
    await run(mine.root, ['sweep', '--apply'], env);
    expect(origin.git('branch', '--list', 'colleague')).toBe('');
    const back = await run(mine.root, ['sweep', '--restore', 'colleague', '--json'], env);
    expect(json(back).facts).toMatchObject({ restored: { sha, created: true } });
    expect(origin.git('rev-parse', 'colleague')).toBe(sha);
    expect(api.violations).toEqual([]);
  });

  it('needs a token and says how to give it', async () => {
    const { mine } = clone();
    const result = await run(mine.root, ['sweep']);
    expect(result.code).toBe(2);
    expect(result.stderr).toContain('GITHUB_TOKEN');
  });
});
