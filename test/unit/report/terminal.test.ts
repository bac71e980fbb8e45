import { describe, expect, it } from 'vitest';
import type { Finding, Report } from '../../../src/report/model.ts';
import { renderTerminal } from '../../../src/report/terminal.ts';
import { displayWidth } from '../../../src/report/width.ts';
import { hostileReport, hostileTexts, others, report } from './sample.ts';

const escapeCode = '\u001B';

function reportOf(findings: readonly Finding[], extra: Partial<Report> = {}): Report {
  return {
    schema: 1,
    gate: 'validate-model-config',
    verdict: 'fail',
    title: 'bad',
    findings,
    facts: {},
    ...extra,
  };
}

describe('the terminal', () => {
  it.each([60, 80, 100, 160])('keeps the realistic report within %i columns', (width) => {
    const lines = renderTerminal(report, { width }).split('\n');
    expect(lines.filter((line) => displayWidth(line) > width)).toEqual([]);
  });

  it('is coloured only when asked', () => {
    expect(renderTerminal(report)).not.toContain(escapeCode);
    const coloured = renderTerminal(report, { colour: true });
    expect(coloured).toContain(`${escapeCode}[31m`);
    const parts = coloured.split(escapeCode).map((part, i) => (i === 0 ? part : part.replace(/^\[\d+m/, '')));
    expect(parts.join('')).toBe(renderTerminal(report));
  });

  it('says the verdict first, then what to do, then gates, then findings', () => {
    const text = renderTerminal(report);
    const order = [
      '❌ Failed',
      'What to do',
      'Gates',
      'Findings of validate-model-config',
      'Changed parameters',
    ];
    const found = order.map((part) => text.indexOf(part));
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(found[0]).toBe(0);
  });

  it('names who lifted a gate', () => {
    expect(renderTerminal(others.exempt)).toContain('release-manager lifted this gate');
    const { exemption } = others.exempt;
    const reviewed = {
      ...others.exempt,
      ...(exemption && { exemption: { ...exemption, review: true as const } }),
    };
    expect(renderTerminal(reviewed).replaceAll('\n', ' ')).toContain('by approving the hotfix in a review');
    expect(renderTerminal(reviewed)).not.toContain('with the label');
  });

  it('turns a table of few rows and many numbers where words would be broken', () => {
    const names = ['Metric', 'Baseline', 'Candidate', 'Difference', 'Discordant', 'Tolerance'];
    const sections = (count: number) => [
      {
        kind: 'table' as const,
        title: 'Metrics',
        columns: names.map((title) => ({ title })),
        rows: Array.from({ length: count }, () => ['accuracy', '85.7', '81.2', '−4.5', '27', '0.5']),
      },
    ];
    const narrow = renderTerminal(reportOf([], { sections: sections(1) }), { width: 40 });
    expect(narrow).toContain('\n  Metric      accuracy\n  Baseline        85.7\n');
    for (const [rows, width] of [
      [1, 100],
      [9, 40],
    ] as const)
      expect(renderTerminal(reportOf([], { sections: sections(rows) }), { width })).toMatch(/Metric +Basel/);
  });

  it('counts what it does not show', () => {
    const findings = Array.from({ length: 30 }, (_, i): Finding => ({
      rule: 'config/x',
      severity: 'warning',
      message: `m${i}`,
    }));
    const rows = findings.map((_, i) => [String(i)]);
    const sections = [{ kind: 'table' as const, title: 'T', columns: [{ title: 'n' }], rows }];
    const text = renderTerminal(reportOf(findings, { sections }), { maxRows: 10 });
    expect(text).toContain('…and 20 more findings: see the JSON report.');
    expect(text).toContain('…and 20 more rows: see the JSON report.');
    expect(text).not.toContain('m10');
  });

  it.each(hostileTexts)('shows %j as text', (text) => {
    const shown = renderTerminal(hostileReport(text));
    expect(shown).not.toMatch(/(?!\n)[\p{Cc}\u202A-\u202E]|##\[/u);
    expect(shown).not.toMatch(/^\s*::/m);
  });

  it('takes odd tables', () => {
    const sections = [
      { kind: 'table' as const, title: 'No columns', columns: [], rows: [['a']] },
      { kind: 'table' as const, title: 'No rows', columns: [{ title: 'a' }], rows: [] },
      {
        kind: 'table' as const,
        title: 'Ragged',
        columns: [{ title: 'a' }, { title: 'b' }],
        rows: [['1'], ['1', '2', '3']],
      },
    ];
    expect(renderTerminal(reportOf([], { sections }))).toMatch(
      /No columns\n.*\n*No rows\n {2}a\n\nRagged\n {2}a {2}b\n {2}1\n {2}1 {2}2\n$/s,
    );
  });
});
