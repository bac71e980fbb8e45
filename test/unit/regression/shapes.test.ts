/** Every way in which a tool writes down an evaluation: the same loss is found in each, or the file is refused in words that say why. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  compareSets,
  readAllResults,
  regressionDefaults,
  type ResultFile,
} from '../../../src/regression/index.ts';
import { documentShapes } from '../../support/evaluations/document-shapes.ts';
import { knownShapes } from '../../support/evaluations/known-shapes.ts';
import { otherShapes } from '../../support/evaluations/other-shapes.ts';
import { parquetShapes } from '../../support/evaluations/parquet-shapes.ts';
import { refusedShapes } from '../../support/evaluations/refused-shapes.ts';
import { rowShapes } from '../../support/evaluations/row-shapes.ts';
import { after, before, size, type Content, type Shape } from '../../support/evaluations/shape.ts';

const shapes = [
  ...knownShapes,
  ...rowShapes,
  ...documentShapes,
  ...parquetShapes,
  ...refusedShapes,
  ...otherShapes,
];

function filesOf({ write, file }: Shape, side: 'before' | 'after'): ResultFile[] {
  const written = write(side === 'before' ? before : after, side);
  const files: [string, Content][] =
    typeof written === 'string' || written instanceof Uint8Array
      ? [[file, written]]
      : Object.entries(written);
  return files.map(([path, content]) => ({
    path,
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  }));
}

async function compared(shape: Shape) {
  const sides = await Promise.all(
    (['before', 'after'] as const).map((side) => readAllResults(filesOf(shape, side))),
  );
  const [baseline, candidate] = sides;
  if (baseline === undefined || candidate === undefined) throw new Error('two sides');
  return compareSets(baseline, candidate, { ...regressionDefaults, metrics: [] });
}

describe('the table of the documentation', () => {
  it('counts these shapes', () => {
    const page = readFileSync(
      path.resolve(import.meta.dirname, '../../../docs/regression-proofs.md'),
      'utf8',
    );
    const section = page.slice(page.indexOf('## Shapes of result files'), page.indexOf('## What it costs'));
    const told = [...section.matchAll(/^\|.*\| (\d+) \| (\d+) \| 0 \|$/gm)].map(([, read, refused]) => [
      Number(read),
      Number(refused),
    ]);
    const isRefused = ({ expect: wanted }: Shape): boolean => wanted instanceof RegExp;
    const groups = [knownShapes, rowShapes, documentShapes, parquetShapes, otherShapes, refusedShapes];
    expect(told).toEqual(
      groups.map((group) => [
        group.filter((shape) => !isRefused(shape)).length,
        group.filter(isRefused).length,
      ]),
    );
    expect(told.flat().reduce((sum, many) => sum + many, 0)).toBeGreaterThanOrEqual(60);
  });
});

describe('what is read', () => {
  it.each(shapes.filter(({ expect: wanted }) => !(wanted instanceof RegExp)))('$name', async (shape) => {
    if (shape.expect instanceof RegExp) throw new Error('a refusal');
    const { metric, delta = -0.2, n = size, clusters = n ?? 0 } = shape.expect;
    const { facts, findings } = await compared(shape);
    const found = facts.metrics.find(({ name }) => name === metric);
    expect(facts.metrics.map(({ name }) => name)).toContain(metric);
    expect(
      findings.filter(({ rule }) =>
        /unreadable|duplicate|unmatched|changed|no-pairs|missing|not-a-number/.test(rule),
      ),
    ).toEqual([]);
    expect(found?.delta).toBeCloseTo(delta, 10);
    expect(found?.n).toBe(n === null ? 0 : n);
    expect(found?.clusters).toBe(clusters);
  });
});

describe('what is refused', () => {
  it.each(shapes.filter(({ expect: wanted }) => wanted instanceof RegExp))('$name', async (shape) => {
    if (!(shape.expect instanceof RegExp)) throw new Error('a result');
    const { verdict, findings } = await compared(shape);
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(verdict).toBe('fail');
    expect(errors.map(({ message }) => message).join('\n')).toMatch(shape.expect);
  });
});
