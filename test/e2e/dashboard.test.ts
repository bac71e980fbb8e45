import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { BoardFacts } from '../../src/board/index.ts';
import type { Report } from '../../src/report/model.ts';
import { pushEvent } from '../support/events.ts';
import { startGitHubApi } from '../support/github-api/index.ts';
import {
  createRepository,
  hermeticEnvironment,
  temporaryFolder,
  type TestRepository,
} from '../support/repository.ts';
import { rulesOf } from '../support/reports.ts';
import { runAction, type RunOptions } from '../support/runner.ts';
import { teamDrafts, writeLedger } from '../support/team-ledger.ts';

const cli = path.resolve(import.meta.dirname, '../../dist/cli/index.js');

/** One service whose chain lacks a link. */
const few = teamDrafts().slice(-4);

interface Place {
  readonly work: TestRepository;
  readonly origin: TestRepository;
  readonly sha: string;
}

/** A clone and its remote, which keeps the ledger. */
async function place(drafts: readonly unknown[] = [], options: { compact?: boolean } = {}): Promise<Place> {
  const work = createRepository();
  const sha = work.commit({ 'configs/model.yaml': 'learning_rate: 0.1\n' });
  work.git('tag', 'v1.0.0');
  const origin = work.publish();
  if (drafts.length > 0) await writeLedger(origin.root, drafts, options);
  return { work, origin, sha };
}

function dashboard(cwd: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'dashboard', ...args], {
    cwd,
    encoding: 'utf8',
    env: hermeticEnvironment({ NO_COLOR: '1' }),
  });
  return { code: status, stdout, stderr };
}

function build({ work, sha }: Place, more: Partial<RunOptions> = {}) {
  const event = pushEvent({ ref: 'refs/heads/main', before: sha, after: sha });
  return runAction({ action: 'build-dashboard', workspace: work.root, event, ...more });
}

describe('model-gates dashboard', () => {
  test('writes one page of what the ledger of the remote holds', async () => {
    const { work } = await place(teamDrafts());
    const { code, stdout } = dashboard(work.root, '--out', 'site/board.html', '--json');
    const report = JSON.parse(stdout) as Report<BoardFacts>;
    expect({ code, verdict: report.verdict, gate: report.gate }).toEqual({
      code: 0,
      verdict: 'pass',
      gate: 'build-dashboard',
    });
    const html = readFileSync(path.join(work.root, 'site/board.html'), 'utf8');
    expect(report.facts.page).toBe(path.join(work.root, 'site', 'board.html'));
    expect(html).toContain('svc-qwen3-vl-v2.3.2');
    expect(html).toContain('v1.0.0');
    expect(html).toContain('chain incomplete');
  });

  test('what waits in the inbox is there too', async () => {
    const { work } = await place(few, { compact: false });
    const { stdout } = dashboard(work.root, '--json');
    expect((JSON.parse(stdout) as Report).facts).toMatchObject({ records: few.length, unread: 0 });
    expect(existsSync(path.join(work.root, 'model-board/index.html'))).toBe(true);
  });

  test('an empty ledger is a page, and no failure', async () => {
    const { work } = await place();
    const { code, stdout } = dashboard(work.root);
    expect({ code, said: stdout.includes('contains no record yet') }).toEqual({ code: 0, said: true });
    expect(readFileSync(path.join(work.root, 'model-board/index.html'), 'utf8')).toContain(
      'The ledger is empty',
    );
  });

  test('needs no clone where the address is given', async () => {
    const { origin } = await place(few);
    const folder = temporaryFolder();
    const { code } = dashboard(folder, '--remote', origin.root, '--out', 'board.html');
    expect(code).toBe(0);
    const html = readFileSync(path.join(folder, 'board.html'), 'utf8');
    expect(html).toContain('svc-qwen3-vl-batch-v2.3.0');
    expect(html).toContain('The tags of the repository could not be read');
  });

  test('in a clone the address of another remote is read too, with the policy of the clone', async () => {
    const { origin } = await place(few);
    const { work } = await place();
    work.write({ '.github/model-gates.yml': 'trunk: develop\n' });
    const { code } = dashboard(work.root, '--remote', origin.root, '--out', 'board.html');
    expect(code).toBe(0);
    const html = readFileSync(path.join(work.root, 'board.html'), 'utf8');
    expect(html).toContain('svc-qwen3-vl-batch-v2.3.0');
    expect(html).toMatch(/Trunk is <bdi>develop/);
    expect(html).toContain('neither a named remote nor a token is at hand');
  });

  test('a ledger out of reach is advice with exit code 2, and the page before it stays', async () => {
    const { work, origin } = await place(few);
    writeFileSync(path.join(work.root, 'board.html'), 'the page before');
    rmSync(origin.root, { recursive: true, force: true });
    const { code, stderr } = dashboard(work.root, '--out', 'board.html');
    expect({ code, stack: stderr.includes('    at ') }).toEqual({ code: 2, stack: false });
    expect(stderr.length).toBeGreaterThan(20);
    expect(readFileSync(path.join(work.root, 'board.html'), 'utf8')).toBe('the page before');
  });
});

describe('the action', () => {
  test('writes the page, and tells what serves and what is owed', async () => {
    const at = await place(teamDrafts());
    const { exitCode, outputs, summary } = await build(at);
    expect(exitCode).toBe(0);
    expect(outputs).toMatchObject({
      verdict: 'pass',
      page: path.join(at.work.root, 'model-board', 'index.html'),
      folder: path.join(at.work.root, 'model-board'),
      // Without a token nobody can say whether the ledger was rewritten.
      unread: '1',
    });
    expect(JSON.parse(outputs['serving'] ?? '')).toMatchObject([
      { service: 'qwen3-vl', id: 'svc-qwen3-vl-v2.3.2', pr_number: 305, complete: true },
      { service: 'qwen3-vl-batch', complete: false },
    ]);
    expect(JSON.parse(outputs['owed'] ?? '')).toHaveLength(2);
    expect(readFileSync(outputs['page'] ?? '', 'utf8')).toContain('acme/qwen3-vl');
    expect(summary).toContain('What serves now');
  });

  describe('shows as a debt what trunk lacks of a release line', () => {
    /** A fix on release/v2.3, and what the page of a whole clone says. */
    async function board(after: (work: TestRepository, fix: string) => void = () => undefined) {
      const at = await place(few);
      const { work } = at;
      work.branch('release/v2.3');
      const fix = work.commit({ 'bias.txt': 'none' }, 'Fix the bias');
      work.git('switch', '--quiet', 'main');
      after(work, fix);
      work.git('push', '--quiet', 'origin', 'main', 'release/v2.3');
      const run = await build({ ...at, sha: work.git('rev-parse', 'HEAD') });
      expect(run.exitCode).toBe(0);
      return {
        fix: fix.slice(0, 8),
        page: readFileSync(run.outputs['page'] ?? '', 'utf8'),
        rules: rulesOf(run),
      };
    }

    test('which is owed', async () => {
      const { fix, page, rules } = await board();
      expect(rules).toContain('branch/missing-on-trunk');
      expect(page).toContain(fix);
      expect(page).toContain('Fix the bias');
    });

    test.each<[string, (work: TestRepository, fix: string) => void]>([
      ['carried over', (work, fix) => void work.git('cherry-pick', fix)],
      [
        'made again under another name',
        (work) => void work.commit({ 'bias.txt': 'none' }, 'No bias any more'),
      ],
    ])('until it is %s', async (_, after) => {
      const { page, rules } = await board((work, fix) => {
        work.commit({ 'other.txt': 'meanwhile' }, 'Meanwhile');
        after(work, fix);
      });
      expect(rules).not.toContain('branch/missing-on-trunk');
      expect(page).not.toContain('Fix the bias');
    });
  });

  test('with a token the tags are those of GitHub, in one request; others tell what trunk saw of the ledger, and how the team delivers', async () => {
    const at = await place(few);
    const api = await startGitHubApi({ gitDir: at.origin.root });
    onTestFinished(() => api.close());
    const { exitCode, outputs } = await build(at, { token: api.token, apiUrl: api.url });
    expect({ exitCode, violations: api.violations }).toEqual({ exitCode: 0, violations: [] });
    expect(api.requests.filter(({ path: asked }) => asked.includes('/tags')).length).toBeLessThanOrEqual(1);
    // The limit, pull requests, and runs of two events, beside the tags and the statuses.
    expect(api.requests.length).toBeLessThanOrEqual(7);
    const html = readFileSync(outputs['page'] ?? '', 'utf8');
    expect(html).toContain('/releases/tag/v1.0.0');
    expect(html).not.toContain(api.token);
  });

  test('tags and runs out of reach are reported on the page, and the page is written', async () => {
    const api = await startGitHubApi();
    onTestFinished(() => api.close());
    const { exitCode, outputs } = await build(await place(few), { token: 'ghs_nobody', apiUrl: api.url });
    // The statuses, the tags, and how the team delivers.
    expect({ exitCode, unread: outputs['unread'] }).toEqual({ exitCode: 0, unread: '4' });
    expect(readFileSync(outputs['page'] ?? '', 'utf8')).toContain(
      'The tags of the repository could not be read',
    );
  });

  test('an API that limits is named on the page with the time at which to try again, and what git and the ledger know is there', async () => {
    const api = await startGitHubApi();
    onTestFinished(() => api.close());
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '4102444800' };
    api.failNext({ path: /./, times: 99, status: 403, headers, message: 'API rate limit exceeded' });
    const { exitCode, outputs } = await build(await place(few), { token: api.token, apiUrl: api.url });
    expect(exitCode).toBe(0);
    const html = readFileSync(outputs['page'] ?? '', 'utf8');
    expect(html).toContain('API rate limit exceeded');
    expect(html).toContain('after 2100-01-01T00:00:00.000Z');
    expect(html).toContain('svc-qwen3-vl-batch-v2.3.0');
  });

  test('hostile texts of the ledger reach neither the page nor the log as markup or commands', async () => {
    const payload = '"><script>alert(1)</script>::error::x';
    const [draft] = teamDrafts();
    const hostile = {
      ...draft,
      outputs: [{ kind: 'serving', id: payload, service: `service ${payload}` }],
      by: payload,
      author: payload,
    };
    const { exitCode, outputs, commands } = await build(await place([hostile]));
    expect(exitCode).toBe(0);
    const html = readFileSync(outputs['page'] ?? '', 'utf8');
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).toContain('&quot;&gt;&lt;script&gt;alert(1)');
    expect(commands.filter(({ command, message }) => command === 'error' && message === 'x')).toEqual([]);
  });

  test('a ledger out of reach fails with advice and all outputs, and leaves the page before it', async () => {
    const at = await place(few);
    at.work.write({ 'model-board/index.html': 'the page before' });
    rmSync(at.origin.root, { recursive: true, force: true });
    const { exitCode, outputs, stdout } = await build(at);
    expect({ exitCode, verdict: outputs['verdict'], page: outputs['page'] }).toEqual({
      exitCode: 1,
      verdict: 'fail',
      page: '',
    });
    expect(stdout).not.toMatch(/^ {4}at /m);
    expect(readFileSync(path.join(at.work.root, 'model-board/index.html'), 'utf8')).toBe('the page before');
  });

  test.skipIf(process.platform === 'win32')('never writes out of the workspace', async () => {
    const at = await place(few);
    const outside = temporaryFolder();
    symlinkSync(outside, path.join(at.work.root, 'model-board'));
    const { exitCode, outputs } = await build(at);
    expect({ exitCode, verdict: outputs['verdict'] }).toEqual({ exitCode: 1, verdict: 'fail' });
    expect(existsSync(path.join(outside, 'index.html'))).toBe(false);
  });
});
