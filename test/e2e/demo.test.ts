/** `npm run demo`, run in this process for its facts and once as a program for its words. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { degradedFlips, evaluationResults, fixedFlips, type Flips } from '../../scripts/demo/evaluations.ts';
import { fingerprint } from '../../scripts/demo/inputs.ts';
import { accidentalMoves } from '../../scripts/demo/overlays/degraded.ts';
import { insertAfter, lockedMoves, replace } from '../../scripts/demo/overlays/edits.ts';
import { tellStory, type Story } from '../../scripts/demo/story.ts';

const root = path.resolve(import.meta.dirname, '../..');
const main = path.join(root, 'scripts/demo/main.ts');
const silence = { chapter: () => {}, detail: () => {}, pullRequest: () => {} };

function demo(
  options: readonly string[],
  env: Readonly<Record<string, string>> = {},
): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [main, ...options], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
}

describe('the story', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'model-gates-story-'));
  let story: Story;

  beforeAll(async () => {
    story = await tellStory(folder, silence);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));

  test('goes as it must', () => {
    expect(story.problems).toEqual([]);
  });

  test('the degraded commit is blocked by all three gates, for six reasons and no other', () => {
    expect(story.blocked.outputs).toMatchObject({
      verdict: 'fail',
      'validate-model-config': 'fail',
      'detect-dep-drift': 'fail',
      'regression-gate': 'fail',
    });
    const errors = story.blocked.annotations.filter(({ level }) => level === 'error');
    expect(errors.map(({ title }) => title).toSorted()).toEqual(
      story.reasons.map(({ rule }) => rule).toSorted(),
    );
    expect(errors.every(({ line, column }) => line > 0 && column > 0)).toBe(true);
  });

  test('the summary gives every reason with its place', () => {
    const places = story.reasons.map(({ file, line, column }) => `${file}:${line}:${column}`);
    expect(places.filter((place) => !story.blocked.summary.includes(place))).toEqual([]);
  });

  test('the fixed commit passes, and its config is the published model', () => {
    expect(story.passed.outputs).toMatchObject({
      verdict: 'pass',
      'validate-model-config': 'pass',
      'regression-gate': 'pass',
    });
    expect(JSON.stringify(story.passed.report)).toContain('31070754032');
  });

  test("a teammate's change on main is not a finding of this pull request", () => {
    expect(JSON.stringify(story.blocked.report)).not.toContain('num_workers');
  });

  test('the merge is a development version, the release branch claims one tag at the same commit', () => {
    const { sha } = story.merged.outputs;
    expect(story.merged.outputs).toMatchObject({ version: `dev-${sha?.slice(0, 8)}`, tag: '' });
    expect(story.released.outputs).toMatchObject({ version: 'v0.1.0', tag: 'v0.1.0', created: 'true', sha });
    expect(story.tags.split('\n')).toHaveLength(1);
  });

  test('a slip in preprocessing is blocked by what the model is fed, before any evaluation', () => {
    const { blocked, lifted } = story.incident;
    expect(blocked.outputs).toMatchObject({
      verdict: 'fail',
      'validate-model-config': 'skipped',
      'detect-input-drift': 'fail',
      'regression-gate': 'skipped',
    });
    expect(lifted.outputs).toMatchObject({ verdict: 'exempt', 'detect-input-drift': 'exempt' });
  });

  test('lifted it serves, is located by what the ledger keeps, and what served before is put back', () => {
    const { located, merge, served } = story.incident;
    expect(located.outputs).toMatchObject({ found: 'located', culprit: merge });
    expect(located.summary).toContain('what the model is fed changed');
    expect(served).toEqual(['qwen3-vl-docs-2', 'qwen3-vl-docs-1']);
  });
});

describe("the example's inputs", () => {
  test('are what the script makes', async () => {
    const file = path.join(root, 'examples/qwen3-vl/inputs/fingerprint.jsonl');
    expect(readFileSync(file, 'utf8')).toBe(await fingerprint());
  });
});

describe('npm run demo', () => {
  test('tells the story and leaves nothing behind', () => {
    const temp = mkdtempSync(path.join(tmpdir(), 'model-gates-temp-'));
    const { status, stdout } = demo([], { TMPDIR: temp, TEMP: temp, TMP: temp });
    expect(stdout).toMatch(
      /Blocked for exactly the expected reasons, fixed, merged and tagged; a slip blocked, lifted, served, located and rolled back in \d/,
    );
    expect({ status, left: readdirSync(temp) }).toEqual({ status: 0, left: [] });
    rmSync(temp, { recursive: true });
  });

  test.each([
    ['--help', 0, 'stdout', 'Usage: npm run demo'],
    ['--loud', 2, 'stderr', "Unknown option '--loud'"],
  ] as const)('%s', (option, status, stream, says) => {
    const done = demo([option]);
    expect(done.status).toBe(status);
    expect(done[stream]).toContain(says);
  });
});

describe("the example's evaluation results", () => {
  test('are what the script makes', () => {
    const file = path.join(root, 'examples/qwen3-vl/evals/mmmu_val.jsonl');
    expect(readFileSync(file, 'utf8')).toBe(evaluationResults());
  });

  test.each([
    ['degraded', degradedFlips, '-1.8', 488],
    ['fixed', fixedFlips, '0.5', 490],
  ])('%s: F1 moves by exactly so many points', (_, flips, points, agree) => {
    const [before, after] = [rows(), rows(flips)];
    expect((f1(after) - f1(before)).toFixed(1)).toBe(points);
    expect(after.filter(({ prediction }, index) => prediction === before[index]?.prediction)).toHaveLength(
      agree,
    );
  });
});

describe('the edits of a branch', () => {
  const lock = path.join(root, 'examples/qwen3-vl/uv.lock');
  const back = accidentalMoves.map(({ name, from, to }) => ({ name, from: to, to: from }));

  test('a lock that is moved and moved back is the same, byte for byte', () => {
    const text = readFileSync(lock, 'utf8');
    const moved = lockedMoves('uv.lock', accidentalMoves).change(text);
    expect(moved).not.toBe(text);
    expect(lockedMoves('uv.lock', back).change(moved)).toBe(text);
  });

  test.each([
    ['text that is not there', replace('a', 'x', 'y'), 'b', 'a contains "x" 0 times, expected once'],
    ['text that is there twice', replace('a', 'x', 'y'), 'xx', 'a contains "x" 2 times, expected once'],
    [
      'a line that is not there',
      insertAfter('a', 'x', 'y'),
      'b\n',
      'a contains "x\\n" 0 times, expected once',
    ],
    [
      'a package that is not locked',
      lockedMoves('a', back),
      '',
      'the lock contains no huggingface-hub 1.2.1',
    ],
  ])('%s is refused', (_, edit, text, problem) => {
    expect(() => edit.change(text)).toThrow(problem);
  });
});

interface Row {
  readonly target: number;
  readonly prediction: number;
}

function rows(flips?: Flips): Row[] {
  return evaluationResults(flips)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
}

/** In points. */
function f1(all: readonly Row[]): number {
  const hits = all.filter(({ target, prediction }) => target + prediction === 2).length;
  const misses = all.filter(({ target, prediction }) => target !== prediction).length;
  return (200 * hits) / (2 * hits + misses);
}
