import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../src/config/index.ts';
import { samples, seed } from '../../support/seed.ts';
import { randomOf } from './generate.ts';
import { generatePython, generateToml } from './generate-python.ts';
import { type Answer, encode, hasModule } from './python.ts';

const hasTomllib = hasModule('tomllib');
const documents = samples(50_000);

function answers(kind: 'python' | 'toml', texts: readonly string[]): Answer[] {
  const script = join(process.cwd(), 'test', 'oracle', 'config', 'run.py');
  const input = texts.map((text) => JSON.stringify({ kind, text })).join('\n');
  const { status, stdout, stderr } = spawnSync('python3', ['-W', 'ignore', script], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line): Answer => JSON.parse(line));
}

interface Tally {
  same: number;
  refused: number;
  unknown: number;
  different: string[];
}

function compared(kind: 'python' | 'toml', texts: readonly string[]): Tally {
  const theirs = answers(kind, texts);
  const tally: Tally = { same: 0, refused: 0, unknown: 0, different: [] };
  for (const [index, text] of texts.entries()) {
    const { root } = readDocument(text, { file: 'x', dialect: kind });
    const { ok, error } = theirs[index] ?? {};
    // a module that Python stops in has no values; what is said of it here harms nobody
    if (ok === undefined && kind === 'python') continue;
    if (root === undefined) tally.refused += ok === undefined ? 0 : 1;
    else if (equal(encode(root), ok, tally)) tally.same += 1;
    else
      tally.different.push(
        `${text}\n  ours   ${JSON.stringify(encode(root))}\n  Python ${JSON.stringify(ok) ?? error}`,
      );
  }
  return tally;
}

/** Equal, or unknown to us. Functions and modules are not values of a config. */
function equal(ours: unknown, theirs: unknown, tally: Tally): boolean {
  if (!isTyped(ours) || !isTyped(theirs)) return ours === theirs;
  if (ours.t === 'unknown') {
    tally.unknown += 1;
    return true;
  }
  if (ours.t !== theirs.t) return false;
  const [a, b] = [ours.v, theirs.v];
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  if (ours.t === 'dict') {
    const pairs = b.filter((pair) => !isPairOf(pair, 'object'));
    const names = new Set(pairs.map((pair) => JSON.stringify(Array.isArray(pair) ? pair[0] : pair)));
    // a name that only one side of a condition binds
    const bound = a.filter(
      (pair) => !isPairOf(pair, 'unknown') || (Array.isArray(pair) && names.has(JSON.stringify(pair[0]))),
    );
    return (
      bound.length === pairs.length &&
      bound.every(
        (pair, at) => Array.isArray(pair) && Array.isArray(pairs[at]) && equalItems(pair, pairs[at], tally),
      )
    );
  }
  return ours.t === 'set' ? equalItems(sorted(a), sorted(b), tally) : equalItems(a, b, tally);
}

function isPairOf(pair: unknown, type: string): boolean {
  return Array.isArray(pair) && isTyped(pair[1]) && pair[1].t === type;
}

function equalItems(a: readonly unknown[], b: readonly unknown[], tally: Tally): boolean {
  return a.length === b.length && a.every((item, index) => equal(item, b[index], tally));
}

/** A set has no order: the same one for both. */
function sorted(items: readonly unknown[]): unknown[] {
  return items.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

function isTyped(value: unknown): value is { readonly t: string; readonly v: unknown } {
  return typeof value === 'object' && value !== null && 't' in value;
}

describe.skipIf(!hasTomllib)('tomllib', () => {
  test(`reads ${documents} generated documents as we do (seed ${seed})`, () => {
    const random = randomOf(seed + 11);
    const { same, refused, different } = compared(
      'toml',
      Array.from({ length: documents }, () => generateToml(random)),
    );
    console.log(
      `tomllib, seed ${seed}: ${documents} documents, ${same} read alike, ${refused} refused, ${different.length} different`,
    );
    expect(different.slice(0, 5)).toEqual([]);
    expect(same).toBeGreaterThan(documents * 0.2);
    expect(refused).toBe(0);
  });
});

describe.skipIf(!hasTomllib)('Python', () => {
  test(`binds in ${documents} generated modules what we say (seed ${seed})`, () => {
    const random = randomOf(seed + 12);
    const texts = Array.from({ length: documents }, () => generatePython(random));
    const { same, refused, unknown, different } = compared('python', texts);
    console.log(
      `Python, seed ${seed}: ${documents} modules, ${same} bound alike (${unknown} values unknown to us), ${refused} not read, ${different.length} different`,
    );
    expect(different.slice(0, 5)).toEqual([]);
    expect(same).toBeGreaterThan(documents * 0.1);
    expect(refused).toBeLessThan(documents * 0.1);
  });
});
