import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { pullRequestEvent } from '../../support/events.ts';
import { runAction, type RunOptions } from '../../support/runner.ts';
import { readCommands } from '../../support/runner/commands.ts';
import { readFileCommands } from '../../support/runner/file-commands.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'action-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const metadata = `
inputs:
  github-token: { default: '\${{ github.token }}' }
  two words: { default: 0.50 }
  flag: { default: false }
  given: { required: true }
runs: { using: node24, main: ../dist/index.js }
`;

const event = pullRequestEvent({
  base: { sha: 'b'.repeat(40) },
  head: { ref: 'feature', sha: 'c'.repeat(40) },
  mergeCommit: 'd'.repeat(40),
});

/** Runs a script as the main of a small action. */
async function run(script: string, options: Partial<RunOptions> = {}, yaml = metadata) {
  mkdirSync(path.join(folder, 'action'), { recursive: true });
  mkdirSync(path.join(folder, 'dist'), { recursive: true });
  writeFileSync(path.join(folder, 'action/action.yml'), yaml);
  writeFileSync(path.join(folder, 'dist/index.js'), script);
  return runAction({ action: path.join(folder, 'action'), event, workspace: folder, ...options });
}

const printEnvironment =
  'console.log(JSON.stringify({ ...process.env, cwd: process.cwd(), version: process.version }))';

async function environment(options: Partial<RunOptions> = {}): Promise<Record<string, string>> {
  const { stdout } = await run(printEnvironment, options);
  const read: Record<string, string> = JSON.parse(stdout);
  return read;
}

describe('an action under the runner', () => {
  it('sees its inputs as the runner names them, defaults applied', async () => {
    expect(await environment({ token: 'ghs_x', inputs: { given: ' yes ' } })).toMatchObject({
      'INPUT_GITHUB-TOKEN': 'ghs_x',
      INPUT_TWO_WORDS: '0.50',
      INPUT_FLAG: 'false',
      INPUT_GIVEN: ' yes ',
    });
  });

  it('runs on Node 24 in the workspace, by the event', async () => {
    expect(await environment({ apiUrl: 'http://127.0.0.1:1/api/v3' })).toMatchObject({
      cwd: realpathSync(folder),
      version: expect.stringMatching(/^v24\./),
      GITHUB_API_URL: 'http://127.0.0.1:1/api/v3',
      GITHUB_BASE_REF: 'main',
      GITHUB_HEAD_REF: 'feature',
      GITHUB_REF: 'refs/pull/89/merge',
      GITHUB_REPOSITORY: 'acme/qwen3-vl',
      GITHUB_SHA: 'd'.repeat(40),
      GITHUB_WORKSPACE: folder,
    });
  });

  it('sees nothing of the host', async () => {
    process.env['MODEL_GATES_LEAK'] = '1';
    const names = Object.keys(await environment({ env: { EXTRA: '1' } }));
    delete process.env['MODEL_GATES_LEAK'];
    expect(names).toContain('EXTRA');
    expect(names.filter((name) => /LEAK|^npm_|^VITEST|NODE_OPTIONS/i.test(name))).toEqual([]);
  });

  it('is read as the runner reads it', async () => {
    const script = `
      const { appendFileSync, readFileSync } = require('node:fs');
      appendFileSync(process.env.GITHUB_OUTPUT, 'verdict=fail\\nlong<<END\\na=1\\nb\\nEND\\n');
      appendFileSync(process.env.GITHUB_STEP_SUMMARY, '# failed');
      appendFileSync(process.env.GITHUB_STATE, 'a=b\\n');
      console.log('::error file=a.yaml,line=3::' + JSON.parse(readFileSync(process.env.GITHUB_EVENT_PATH, 'utf8')).number);
      console.error('::warning::on standard error');
      process.exitCode = 1;`;
    expect(await run(script)).toMatchObject({
      exitCode: 1,
      outputs: { verdict: 'fail', long: 'a=1\nb' },
      summary: '# failed',
      state: { a: 'b' },
      commands: [
        { command: 'error', properties: { file: 'a.yaml', line: '3' }, message: '89' },
        { command: 'warning', properties: {}, message: 'on standard error' },
      ],
    });
  });

  it.each([
    [
      'an input that action.yml does not have',
      { inputs: { 'github-tokn': 'x' } },
      metadata,
      /no such input: github-tokn/,
    ],
    [
      'an expression beyond the simple ones',
      {},
      metadata.replace('github.token', 'github.event.number'),
      /more than this runner knows/,
    ],
    ['another Node', {}, metadata.replace('node24', 'node20'), /expected node24/],
    ['a run without end', { timeoutMs: 300 }, metadata, /took longer/],
  ] as const)('is refused with %s', async (_, options, yaml, message) => {
    await expect(run('setInterval(() => undefined, 1000)', options, yaml)).rejects.toThrow(message);
  });
});

describe('workflow commands', () => {
  it.each([
    [
      '::error file=a,line=1,title=x%3A y%2C z::50%25 of%0Ait',
      [{ command: 'error', properties: { file: 'a', line: '1', title: 'x: y, z' }, message: '50% of\nit' }],
    ],
    ['  ::notice::indented', [{ command: 'notice', properties: {}, message: 'indented' }]],
    ['text ::error::not at the start', []],
    [
      'a\r::error::after a bare carriage return',
      [{ command: 'error', properties: {}, message: 'after a bare carriage return' }],
    ],
    [
      '::stop-commands::T\n::error::x\n::T::\n::debug::y',
      [{ command: 'debug', properties: {}, message: 'y' }],
    ],
    ['::error::%250A', [{ command: 'error', properties: {}, message: '%0A' }]],
  ])('in %j', (output, expected) => {
    expect(readCommands(output)).toEqual(expected);
  });
});

describe('command files', () => {
  it.each([
    ['a=1\nb=x=y\n', { a: '1', b: 'x=y' }],
    ['a<<E\nx<<y\n=\nE\n', { a: 'x<<y\n=' }],
    ['a=x<<y\n', { a: 'x<<y' }],
  ])('%j', (content, expected) => {
    expect({ ...readFileCommands(content) }).toEqual(expected);
  });

  it.each(['a', 'a<<E\nx', '=1', 'a<<\nx\n'])('fail the step for %j', (content) => {
    expect(() => readFileCommands(content)).toThrow(/invalid format|no delimiter/);
  });
});
