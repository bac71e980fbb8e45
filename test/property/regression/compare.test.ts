import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareResults,
  readResults,
  regressionDefaults,
  type ResultFile,
} from '../../../src/regression/index.ts';
import { samples } from '../../support/seed.ts';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);

interface Row {
  readonly target: string;
  readonly before: string;
  readonly after: string;
}

const label = fc.constantFrom('yes', 'no');
const table = fc.array(fc.record({ target: label, before: label, after: label }), {
  minLength: 12,
  maxLength: 80,
});

function fileOf(rows: readonly Row[], side: 'before' | 'after', order: readonly number[]): ResultFile {
  const lines = order.map((i) =>
    JSON.stringify({ id: `s${i}`, target: rows[i]?.target, prediction: rows[i]?.[side] }),
  );
  return { path: 'r.jsonl', bytes: text(lines.join('\n')) };
}

function metricsOf(before: ResultFile[], after: ResultFile[]) {
  const report = compareResults(before, after, {
    ...regressionDefaults,
    metrics: ['f1', 'f1_macro', 'accuracy'],
  });
  return {
    verdict: report.verdict,
    metrics: report.facts.metrics,
  };
}

describe('compareResults', () => {
  it('excludes no change from the interval only where the metric fails or improves', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const order = rows.map((_, i) => i);
        const { metrics } = metricsOf([fileOf(rows, 'before', order)], [fileOf(rows, 'after', order)]);
        for (const { verdict, delta, ci } of metrics)
          expect(verdict === 'fail' || delta >= 0 || (ci[1] ?? 0) >= 0).toBe(true);
      }),
      { numRuns: samples(2000) },
    );
  });

  it('does not depend on the order of the rows, nor on how they are cut into shards', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 11 }), (rows, cut) => {
        const order = rows.map((_, i) => i);
        const straight = metricsOf([fileOf(rows, 'before', order)], [fileOf(rows, 'after', order)]);
        const back = order.toReversed();
        const shards = [fileOf(rows, 'after', back.slice(0, cut)), fileOf(rows, 'after', back.slice(cut))];
        const other = metricsOf([fileOf(rows, 'before', back)], shards);
        expect(other.verdict).toBe(straight.verdict);
        straight.metrics.forEach((metric, i) => {
          const same = other.metrics[i];
          expect(same?.verdict).toBe(metric.verdict);
          expect(same?.delta).toBeCloseTo(metric.delta, 12);
          expect(same?.standardError).toBeCloseTo(metric.standardError ?? Number.NaN, 12);
          expect(same?.discordant).toBe(metric.discordant);
        });
      }),
      { numRuns: 15 },
    );
  });

  it('never throws and always ends in a report, whatever the bytes', () => {
    const name = fc.constantFrom(
      'r.json',
      'r.jsonl',
      'r.csv',
      'r.tsv',
      'r.eval',
      'samples_x_2025-01-01T00-00-00.1.jsonl',
    );
    const content = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ maxLength: 300 }).map(text),
      fc.json({ maxDepth: 4 }).map(text),
      fc.array(fc.json({ maxDepth: 2 }), { maxLength: 5 }).map((lines) => text(lines.join('\n'))),
      fc
        .array(
          fc.record(
            { id: fc.jsonValue(), score: fc.jsonValue(), target: fc.jsonValue(), prediction: fc.jsonValue() },
            { requiredKeys: [] },
          ),
          { maxLength: 5 },
        )
        .map((rows) => text(rows.map((row) => JSON.stringify(row)).join('\n'))),
    );
    fc.assert(
      fc.property(name, content, content, (path, before, after) => {
        const report = compareResults(
          [{ path, bytes: before }],
          [{ path, bytes: after }],
          regressionDefaults,
        );
        expect(JSON.parse(JSON.stringify(report.findings))).toEqual(report.findings);
        const found = readResults([{ path, bytes: after }]);
        expect(found.findings.length > 0 && report.verdict !== 'fail').toBe(false);
        const nothing = found.samples.size === 0 && found.aggregates.size === 0;
        expect(nothing && report.verdict === 'pass').toBe(false);
      }),
      { numRuns: samples(300) },
    );
  });
});
