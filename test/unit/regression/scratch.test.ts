import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { judgeRegression } from '../../../src/regression/gate/regression-gate.ts';
import { regressionDefaults } from '../../../src/regression/index.ts';
import { scratchFolder } from '../../../src/runner/scratch.ts';
import { portsOf } from './gate-ports.ts';
import { jsonl, rows } from './rows.ts';

let parent = '';

beforeEach(() => {
  parent = mkdtempSync(path.join(tmpdir(), 'scratch test '));
});

afterEach(() => rmSync(parent, { recursive: true, force: true }));

it('hands files over, and is made only when it is used', async () => {
  const scratch = scratchFolder(parent);
  expect(readdirSync(parent)).toEqual([]);
  const file = await scratch.write('ids.txt', 'a\n');
  expect(path.isAbsolute(file)).toBe(true);
  expect(new TextDecoder().decode(await scratch.read('ids.txt'))).toBe('a\n');
  expect(await scratch.read('nothing.json')).toBeUndefined();
});

it('cannot be left, and contains only files', async () => {
  const scratch = scratchFolder(parent);
  await scratch.write('../../outside.txt', 'x');
  expect(existsSync(path.join(parent, '..', 'outside.txt'))).toBe(false);
  mkdirSync(scratch.pathOf('folder'));
  await expect(scratch.read('folder')).rejects.toThrow(/is not a file/);
});

/** Answers every id with a right or wrong score, as a real program in its own process. */
const program = `
const fs = require('node:fs');
const [ids, out] = process.argv.slice(1);
fs.writeFileSync(out, fs.readFileSync(ids, 'utf8').trim().split('\\n').map((id) => JSON.stringify({ id, score: Number(id.slice(1)) % 4 === 0 ? 0 : 1 })).join('\\n'));
`;

it('lets a gate run a real evaluation', async () => {
  const baseline = jsonl(
    rows({
      n: 900,
      extra: (i) => ({ target: undefined, prediction: undefined, score: i % 8 === 0 ? 0 : 1 }),
    }),
  );
  const ports = portsOf({ base: { 'base.jsonl': baseline } });
  const commands = {
    run: async (name: string, args: readonly string[]) => {
      const { status, stdout, stderr } = spawnSync(name, args, { encoding: 'utf8' });
      return { exitCode: status ?? 1, stdout, stderr };
    },
  };
  const settings = {
    ...regressionDefaults,
    baseline: ['base.jsonl'],
    evaluate: `"${process.execPath}" -e '${program.replaceAll('\n', ' ').replaceAll("'", '`')}' {ids} {out}`,
  };
  const report = await judgeRegression(settings, { ...ports, commands, scratch: scratchFolder(parent) });
  expect(report.verdict).toBe('fail');
  expect(report.facts.metrics).toMatchObject([{ name: 'score', n: 500, verdict: 'fail' }]);
});
