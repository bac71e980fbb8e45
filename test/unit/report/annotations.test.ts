import { describe, expect, it } from 'vitest';
import { annotationCommand, selectAnnotations } from '../../../src/report/annotations.ts';
import type { Finding, Severity } from '../../../src/report/model.ts';

function findings(rule: string, severity: Severity, n: number): Finding[] {
  return Array.from({ length: n }, (_, i) => ({
    rule,
    severity,
    message: `${rule} ${i}`,
    file: 'a.yaml',
    line: i + 1,
  }));
}

const many = [
  ...findings('config/x', 'notice', 3),
  ...findings('config/x', 'error', 30),
  ...findings('deps/y', 'error', 4),
  ...findings('regression/z', 'error', 1),
  ...findings('deps/y', 'warning', 12),
];

describe('selectAnnotations', () => {
  it('keeps within the limits of a step and counts the rest', () => {
    const { shown, omitted } = selectAnnotations(many);
    expect(shown.map((finding) => finding.severity).join(' ')).toBe(
      [
        ...Array<string>(10).fill('error'),
        ...Array<string>(10).fill('warning'),
        ...Array<string>(3).fill('notice'),
      ].join(' '),
    );
    expect(omitted).toEqual({ error: 25, warning: 2, notice: 0 });
  });

  it('gives each gate its turn among the errors', () => {
    const rules = selectAnnotations(many)
      .shown.slice(0, 10)
      .map((finding) => finding.rule.split('/')[0]);
    expect(rules).toEqual([
      'config',
      'deps',
      'regression',
      'config',
      'deps',
      'config',
      'deps',
      'config',
      'deps',
      'config',
    ]);
  });

  it('takes other limits', () => {
    const { shown, omitted } = selectAnnotations(many, { error: 1, warning: 0, notice: 0 });
    expect(shown).toHaveLength(1);
    expect(omitted).toEqual({ error: 34, warning: 12, notice: 3 });
  });

  it('has nothing to say of nothing', () => {
    expect(selectAnnotations([])).toEqual({ shown: [], omitted: { error: 0, warning: 0, notice: 0 } });
  });
});

const base: Finding = { rule: 'config/x', severity: 'error', message: 'wrong' };

describe('annotationCommand', () => {
  it.each<[what: string, finding: Finding, properties: object]>([
    ['no file', { ...base, line: 3 }, {}],
    ['a file alone', { ...base, file: 'a' }, { file: 'a' }],
    ['a line', { ...base, file: 'a', line: 3 }, { file: 'a', startLine: 3, endLine: 3 }],
    [
      'a column',
      { ...base, file: 'a', line: 3, column: 5 },
      { file: 'a', startLine: 3, endLine: 3, startColumn: 5, endColumn: 5 },
    ],
    [
      'columns',
      { ...base, file: 'a', line: 3, column: 5, endColumn: 9 },
      { file: 'a', startLine: 3, endLine: 3, startColumn: 5, endColumn: 9 },
    ],
    [
      'several lines, which take no columns',
      { ...base, file: 'a', line: 3, column: 5, endLine: 4, endColumn: 2 },
      { file: 'a', startLine: 3, endLine: 4 },
    ],
    [
      'an end before the start',
      { ...base, file: 'a', line: 3, endLine: 1 },
      { file: 'a', startLine: 3, endLine: 3 },
    ],
  ])('%s', (_what, finding, properties) => {
    expect(annotationCommand(finding)).toEqual({
      level: 'error',
      message: 'wrong',
      properties: { title: 'config/x', ...properties },
    });
  });

  it('tells how to fix it, and shows what is invisible', () => {
    const { message } = annotationCommand({ ...base, message: 'a\u202Eb', help: 'do this' });
    expect(message).toBe('a[U+202E]b\nFix: do this');
  });

  it('is bounded', () => {
    expect(
      annotationCommand({ ...base, message: 'x'.repeat(1e5), help: 'y'.repeat(1e5) }).message.length,
    ).toBeLessThan(4100);
  });
});
