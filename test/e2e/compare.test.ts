/** The verb as a stranger starts it: files, exit codes, facts. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CompareFacts } from '../../src/compare/index.ts';
import type { Report } from '../../src/report/model.ts';
import { hermeticEnvironment, temporaryFolder } from '../support/repository.ts';

const cli = path.resolve(import.meta.dirname, '../../dist/cli/index.js');

function compare(files: Readonly<Record<string, string>>, ...args: string[]) {
  const cwd = temporaryFolder();
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(cwd, name), content);
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'compare', ...args, '--json'], {
    cwd,
    encoding: 'utf8',
    env: hermeticEnvironment({ NO_COLOR: '1' }),
  });
  const report = stdout === '' ? undefined : (JSON.parse(stdout) as Report<CompareFacts>);
  return { code: status, facts: report?.facts, stderr, cwd };
}

/** Every unit `in` tenths has a success, arms in turn. */
const outcomes = (control: number, treatment: number, units = 2000): string =>
  [
    'unit,arm,outcome,time',
    ...Array.from({ length: units }, (_, at) => {
      const isTreated = at % 2 === 1;
      const tenth = (at >> 1) % 10;
      const day = String(1 + Math.floor((at * 10) / units)).padStart(2, '0');
      return `u${at},${isTreated ? 'b' : 'a'},${Number(tenth < (isTreated ? treatment : control))},2026-03-${day}T08:00:00Z`;
    }),
  ].join('\n');

const results = (right: number): string =>
  Array.from({ length: 400 }, (_, id) => JSON.stringify({ id, score: Number(id < right) })).join('\n');

describe('model-gates compare', () => {
  it.each<[verdict: string, code: number, content: string, args: string[]]>([
    ['better', 0, outcomes(4, 6), []],
    ['worse', 1, outcomes(6, 4), []],
    ['better', 0, outcomes(6, 4), ['--lower-is-better']],
    ['no-difference', 0, outcomes(5, 5), ['--margin', '0.1']],
    ['keep-going', 3, outcomes(5, 5, 200), []],
    ['void', 3, outcomes(4, 6).replaceAll(',a,', ',b,'), []],
  ])('%s, exit code %d', (verdict, code, content, args) => {
    const run = compare({ 'ab.csv': content }, '--outcomes', 'ab.csv', ...args);
    expect(run.facts).toMatchObject({
      verdict,
      metrics: verdict === 'void' ? [] : [{ name: 'outcome' }],
    });
    expect(run.code).toBe(code);
  });

  it('compares two files of results, and writes the page', () => {
    const files = { 'old.jsonl': results(300), 'new.jsonl': results(330) };
    const { code, facts, cwd } = compare(
      files,
      '--baseline',
      'old.jsonl',
      '--candidate',
      'new.jsonl',
      '--html',
      'page.html',
    );
    expect(code).toBe(0);
    expect(facts).toMatchObject({ verdict: 'better', sampleRatio: { p: null } });
    expect(facts?.metrics[0]?.delta).toBeCloseTo(0.075, 10);
    expect(readFileSync(path.join(cwd, 'page.html'), 'utf8')).toMatch(/^<!doctype html>/i);
  });

  it.each([
    [['--outcomes', 'none.csv'], /none\.csv/],
    [['--outcomes', 'ab.csv', '--arm', 'variant'], /no column variant/],
    [['--outcomes', 'ab.csv', '--margin', 'small'], /--margin/],
    [[], /--outcomes/],
  ])('%j is for the user to fix', (args, message) => {
    const { code, stderr, facts } = compare({ 'ab.csv': outcomes(4, 6) }, ...args);
    expect(code).toBe(2);
    expect(`${stderr} ${JSON.stringify(facts ?? {})}`).toMatch(message);
  });
});
