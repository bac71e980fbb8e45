/** That the checks of this suite find what they look for. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readCommands } from '../support/runner/commands.ts';
import type { ActionRun } from '../support/runner.ts';
import type { Scene } from '../support/scene.ts';
import { injections } from './support/clean.ts';
import { payloads } from './support/payloads.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'model-gates-clean-'));
const checkout = path.join(folder, 'checkout');
mkdirSync(checkout);
const report = path.join(folder, 'report.json');
writeFileSync(report, '{}');
afterAll(() => rmSync(folder, { recursive: true }));

function run(change: Partial<ActionRun> = {}): ActionRun {
  const outputs = { verdict: 'fail', report, sarif: report };
  const quiet = { exitCode: 1, stdout: '', stderr: '', summary: '', state: {}, env: {}, paths: [] };
  const one = { ...quiet, outputs, temp: folder, ...change };
  return { ...one, commands: readCommands(one.stdout) };
}

function scene(comment = '', type: 'Bot' | 'User' = 'Bot'): Scene {
  const user = { login: 'github-actions[bot]', type };
  const comments = [{ id: 1, number: 89, user, body: comment, createdAt: '', updatedAt: '' }];
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- all that the checks look at
  return { checkout: { root: checkout }, api: { state: { comments } } } as unknown as Scene;
}

it('a clean run is clean', () => {
  const stdout = '::error title=config/x,file=a.yaml::message\nplain\n';
  const summary = '## Fail\n\nsee `@acme/inj` and <details open><summary>x</summary></details>';
  expect(injections(run({ stdout, summary }), scene('`![inj](https://evil.example)`'))).toEqual([]);
});

describe('in the log', () => {
  it.each([
    '::set-output name=x::y',
    '  ::stop-commands::x',
    '::error::not of ours',
    '::warning title=not a rule::x',
    'x ##[set-env name=a]b',
    'x\u001B[31m',
    'x\u202Ey',
  ])('%j', (stdout) => expect(injections(run({ stdout }), scene())).not.toEqual([]));
});

describe('beside the log', () => {
  const ours = run().outputs;
  it.each<[string, Partial<ActionRun>]>([
    ['an output that the action has not', { outputs: { ...ours, inj: 'x' } }],
    ['a verdict that is none', { outputs: { ...ours, verdict: 'inj' } }],
    ['a variable', { env: { INJ: 'x' } }],
    ['a path', { paths: ['/inj'] }],
    ['a state', { state: { inj: 'x' } }],
    ['a report that is not JSON', { outputs: { ...ours, report: import.meta.filename } }],
  ])('%s', (_, change) => expect(injections(run(change), scene())).not.toEqual([]));

  it('a file that a shell made', () => {
    const file = path.join(checkout, 'inj-pwned');
    writeFileSync(file, '');
    expect(injections(run(), scene())).not.toEqual([]);
    rmSync(file);
  });
});

describe('in Markdown, raw', () => {
  const visible = payloads.filter(({ name }) =>
    /Markdown|reference|mention|address|HTML|script|fold|marker|math|override|joiner|separator|colour|null|table|task/.test(
      name,
    ),
  );
  it.each(visible)('$name', ({ text }) => {
    expect(injections(run({ summary: `\n${text}\n` }), scene())).not.toEqual([]);
    expect(injections(run(), scene(`\n${text}\n`))).not.toEqual([]);
    expect(injections(run(), scene(text, 'User'))).toEqual([]);
  });
});
