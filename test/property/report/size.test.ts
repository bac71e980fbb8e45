import {
  array,
  assert,
  constantFrom,
  integer,
  option,
  property,
  record,
  string,
  type Arbitrary,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selectAnnotations } from '../../../src/report/annotations.ts';
import { type Block, fitBlocks } from '../../../src/report/budget.ts';
import { renderComment } from '../../../src/report/comment.ts';
import { type Finding, type Report, severities, verdicts } from '../../../src/report/model.ts';
import { renderSummary } from '../../../src/report/summary.ts';
import { byteLength, clip } from '../../../src/kernel/text.ts';
import { displayWidth, wrap } from '../../../src/report/width.ts';
import { hostileTexts } from '../../unit/report/sample.ts';
import { samples } from '../../support/seed.ts';

const text = string({ unit: 'binary' });
const hostile = constantFrom(...hostileTexts).chain((one) =>
  integer({ min: 1, max: 40 }).map((n) => one.repeat(n)),
);

const finding: Arbitrary<Finding> = record({
  rule: constantFrom('config/a', 'config/b', 'deps/c', 'regression/d'),
  severity: constantFrom(...severities),
  message: hostile,
  help: hostile,
  file: constantFrom('a.yaml', 'uv.lock'),
  line: integer({ min: 1, max: 99 }),
});

const report: Arbitrary<Report> = record({
  schema: constantFrom(1 as const),
  gate: constantFrom('validate-model-config', 'detect-dep-drift'),
  verdict: constantFrom(...verdicts),
  title: hostile,
  findings: array(finding, { maxLength: 60 }),
  facts: constantFrom({}),
  sections: array(
    record({ kind: constantFrom('list' as const), title: hostile, items: array(hostile, { maxLength: 40 }) }),
    { maxLength: 4 },
  ),
});

const blocks = array(
  record({ name: text, head: text, items: array(text), tail: text, unit: constantFrom('row') }).map(
    (one) => ({
      ...one,
      count: one.items.length,
      item: (index: number) => one.items[index] ?? '',
    }),
  ),
  { maxLength: 6 },
);

describe('sizes', () => {
  it('a summary and a comment keep within any budget, and close what they open', () => {
    const holds = (one: Report, maxBytes: number) =>
      [renderSummary(one, { maxBytes }), renderComment(one, 'k', { maxBytes })].every(
        (markdown) => byteLength(markdown) <= maxBytes && opened(markdown) === closed(markdown),
      );
    expect(() =>
      assert(property(report, integer({ min: 20_000, max: 120_000 }), holds), { numRuns: 150 }),
    ).not.toThrow();
  });

  it('blocks keep within any budget, and what is not cut is whole', () => {
    const holds = (all: readonly (Block & { items: string[] })[], maxBytes: number) => {
      const { text: fitted, cut } = fitBlocks(all, maxBytes);
      const whole = all.map(({ head, items, tail }) => [head, ...items, tail].join('')).join('');
      return byteLength(fitted) <= maxBytes && (cut.length > 0 || fitted === whole);
    };
    expect(() =>
      assert(property(blocks, integer({ min: 0, max: 2000 }), holds), { numRuns: samples(500) }),
    ).not.toThrow();
  });

  it('a clipped text is a short, well-formed beginning', () => {
    const holds = (one: string, max: number) =>
      clip(one.toWellFormed(), max).length <= max &&
      clip(one.toWellFormed(), max).isWellFormed() &&
      one.toWellFormed().startsWith(clip(one.toWellFormed(), max).replace(/…$/, ''));
    expect(() =>
      assert(property(text, integer({ min: 3, max: 30 }), holds), { numRuns: samples(500) }),
    ).not.toThrow();
  });

  it('wrapped lines are narrow and lose nothing but spaces', () => {
    const holds = (one: string, width: number) => {
      const lines = wrap(one, width);
      return (
        lines.every((line) => displayWidth(line) <= width) &&
        lines.join('').replaceAll(' ', '') === one.replaceAll(' ', '')
      );
    };
    expect(() =>
      assert(property(string({ unit: 'grapheme' }), integer({ min: 2, max: 20 }), holds), {
        numRuns: samples(500),
      }),
    ).not.toThrow();
  });
});

describe('annotations', () => {
  it('are within limits, counted, worst first, and fair to each gate', () => {
    const holds = (all: Finding[], limit: number | null) => {
      const limits = { error: limit ?? 10, warning: 10, notice: 10 };
      const { shown, omitted } = selectAnnotations(all, limits);
      const order = shown.map(({ severity }) => severities.indexOf(severity));
      return (
        order.every((value, i) => i === 0 || value >= (order[i - 1] ?? 0)) &&
        severities.every((severity) => countOf(shown, severity) <= limits[severity]) &&
        severities.every(
          (severity) => countOf(shown, severity) + omitted[severity] === countOf(all, severity),
        ) &&
        isFair(all, shown, limits.error)
      );
    };
    expect(() =>
      assert(property(array(finding, { maxLength: 80 }), option(integer({ min: 0, max: 12 })), holds), {
        numRuns: samples(300),
      }),
    ).not.toThrow();
  });
});

/** No gate with errors left over has more than one error less than another. */
function isFair(all: readonly Finding[], shown: readonly Finding[], limit: number): boolean {
  const gates = ['config', 'deps', 'regression'];
  const of = (findings: readonly Finding[], gate: string) =>
    findings.filter(({ rule, severity }) => severity === 'error' && rule.startsWith(gate)).length;
  if (countOf(all, 'error') <= limit) return true;
  const most = Math.max(...gates.map((gate) => of(shown, gate)));
  return gates.every((gate) => of(shown, gate) === of(all, gate) || of(shown, gate) >= most - 1);
}

function countOf(findings: readonly Finding[], severity: Finding['severity']): number {
  return findings.filter((one) => one.severity === severity).length;
}

function opened(markdown: string): number {
  return markdown.match(/<details/g)?.length ?? 0;
}

function closed(markdown: string): number {
  return markdown.match(/\n<\/details>/g)?.length ?? 0;
}
