import { describe, expect, it } from 'vitest';
import { checkAnnotations, checkOutput } from '../../../src/report/check.ts';
import type { Finding, Report, Verdict } from '../../../src/report/model.ts';
import { byteLength } from '../../../src/kernel/text.ts';
import { hostileReport, hostileTexts, options, others, report } from './sample.ts';

const base: Finding = {
  rule: 'config/x',
  severity: 'error',
  message: 'wrong',
  file: 'a.yaml',
  help: 'fix it',
};

function reportOf(findings: readonly Finding[], verdict: Verdict = 'fail'): Report {
  return { schema: 1, gate: 'validate-model-config', verdict, title: 'bad', findings, facts: {} };
}

function only(finding: Partial<Finding>): unknown {
  return checkOutput(reportOf([{ ...base, ...finding }])).annotations[0]?.[0];
}

describe('the conclusion', () => {
  it.each<[Verdict, Finding[], string]>([
    ['pass', [], 'success'],
    ['fail', [], 'failure'],
    ['inconclusive', [base], 'failure'],
    ['inconclusive', [{ ...base, severity: 'warning' }], 'neutral'],
    ['exempt', [base], 'neutral'],
    ['skipped', [], 'skipped'],
  ])('of %s with %j is %s', (verdict, findings, conclusion) => {
    expect(checkOutput(reportOf(findings, verdict)).conclusion).toBe(conclusion);
  });
});

describe('annotations', () => {
  it.each<[what: string, finding: Partial<Finding>, place: object]>([
    ['a file alone', {}, { start_line: 1, end_line: 1 }],
    ['a line', { line: 7 }, { start_line: 7, end_line: 7 }],
    [
      'columns',
      { line: 7, column: 3, endColumn: 9 },
      { start_line: 7, end_line: 7, start_column: 3, end_column: 9 },
    ],
    ['one column', { line: 7, column: 3 }, { start_line: 7, end_line: 7, start_column: 3, end_column: 3 }],
    [
      'several lines, which take no columns',
      { line: 7, column: 3, endLine: 9, endColumn: 4 },
      { start_line: 7, end_line: 9 },
    ],
    ['a column without a line', { column: 3 }, { start_line: 1, end_line: 1 }],
  ])('%s', (_what, finding, place) => {
    expect(only(finding)).toEqual({
      path: 'a.yaml',
      annotation_level: 'failure',
      message: 'wrong\nFix: fix it',
      title: 'config/x',
      ...place,
    });
  });

  it('come in batches of 50, worst first, up to a bound', () => {
    const warnings = Array.from({ length: 60 }, (): Finding => ({ ...base, severity: 'warning' }));
    const { annotations } = checkOutput(reportOf([...warnings, base]));
    expect(annotations.map((batch) => batch.length)).toEqual([50, 11]);
    expect(annotations[0]?.[0]?.annotation_level).toBe('failure');
    const many = checkOutput(reportOf(Array.from({ length: checkAnnotations + 1 }, () => base)));
    expect(many.annotations.flat()).toHaveLength(checkAnnotations);
  });

  it('leave out what has no file, which the text still tells', () => {
    const { file: _, ...nowhere } = base;
    const { annotations, text } = checkOutput(reportOf([{ ...nowhere, message: 'as a whole is wrong' }]));
    expect(annotations).toEqual([]);
    expect(text).toContain('as a whole is wrong');
  });

  it('are bounded', () => {
    const { annotations } = checkOutput(
      reportOf([
        { ...base, rule: `a/${'r'.repeat(999)}`, message: '你'.repeat(1e5), help: '好'.repeat(1e5) },
      ]),
    );
    const [first] = annotations.flat();
    expect(byteLength(first?.message ?? '')).toBeLessThan(65_536);
    expect(first?.title.length).toBe(255);
  });
});

describe('the texts', () => {
  it('keep within 65,535 each and say what was cut', () => {
    const { summary, text } = checkOutput(
      reportOf(Array.from({ length: 5000 }, (_, i) => ({ ...base, message: `finding ${i}` }))),
      options,
    );
    expect(summary.length).toBeLessThanOrEqual(65_535);
    expect(text.length).toBeLessThanOrEqual(65_535);
    expect(text).toContain('Cut to fit');
  });

  it('show verdict and fixes in the summary, findings in the text', () => {
    const { title, summary, text } = checkOutput(report, options);
    expect(title).toBe('Failed: 3 of 5 gates failed: config, dependencies, regression.');
    expect([
      summary.includes('### What to do'),
      summary.includes('Findings of'),
      text.startsWith('<details><summary>Findings of'),
    ]).toEqual([true, false, true]);
  });

  it('are empty where there is nothing to tell', () => {
    expect(checkOutput(others.pass)).toMatchObject({
      title: 'Passed: No watched package moves.',
      text: '',
      annotations: [],
    });
  });

  it.each(hostileTexts)('have a title of one short line for %j', (text) => {
    const { title } = checkOutput(hostileReport(text.repeat(200)));
    expect(title.length).toBeLessThanOrEqual(250);
    expect(title).not.toMatch(/\n/);
  });
});
