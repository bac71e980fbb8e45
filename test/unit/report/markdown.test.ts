import { describe, expect, it } from 'vitest';
import { commentMarker, renderComment } from '../../../src/report/comment.ts';
import type { Finding, Report, Section } from '../../../src/report/model.ts';
import { renderSummary } from '../../../src/report/summary.ts';
import { byteLength } from '../../../src/kernel/text.ts';
import { headSha, options, others, report } from './sample.ts';

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

function errors(n: number, more: (i: number) => Partial<Finding> = () => ({})): Finding[] {
  return Array.from({ length: n }, (_, i) => ({
    rule: 'config/x',
    severity: 'error' as const,
    message: `finding ${i}`,
    file: 'a.yaml',
    line: i + 1,
    help: `fix ${i}`,
    ...more(i),
  }));
}

/** The lines of `### What to do`. */
function todo(markdown: string): string[] {
  const [, list = ''] = markdown.split('### What to do\n');
  return (list.split(/\n[#<]/)[0] ?? '').split('\n').filter((line) => line !== '');
}

describe('the step summary', () => {
  it('says the verdict first, then what to do, then gates; then findings and details, folded away', () => {
    const heads = Array.from(
      renderSummary(report, options).matchAll(/^(?:#+ .*|<details.*)$/gm),
      ([line]) => line,
    );
    expect(heads).toEqual([
      '## ❌ Failed: 3 of 5 gates failed: config, dependencies, regression.',
      '### What to do',
      '### Gates',
      '<details><summary>Findings of validate-model-config: 3 errors, 1 warning</summary>',
      '<details><summary>Findings of detect-dep-drift: 2 errors</summary>',
      '<details><summary>Findings of regression-gate: 1 error</summary>',
      '<details open><summary>regression-gate: Metrics</summary>',
      '<details><summary>validate-model-config: Changed parameters</summary>',
      '<details><summary>detect-dep-drift: 6 other packages move</summary>',
      '<details><summary>regression-gate: Slices that lost most</summary>',
      '<details><summary>record-lineage: Lineage so far</summary>',
    ]);
  });

  it('shows findings unfolded where nothing is to be done', () => {
    const warned = reportOf(
      errors(1, () => ({ severity: 'warning' })),
      { verdict: 'pass' },
    );
    expect(renderSummary(warned)).toContain('### Findings of `validate-model-config`: 1 warning');
  });

  it('asks for nothing where nothing is wrong', () => {
    for (const verdict of ['pass', 'exempt', 'skipped'] as const) {
      expect(renderSummary(others[verdict], options)).not.toContain('What to do');
    }
  });

  it('names who lifted a gate, when and for which commit, also in the table of gates', () => {
    const root = reportOf([], { gate: 'model-gates', verdict: 'exempt', reports: [others.exempt] });
    for (const markdown of [renderSummary(others.exempt), renderSummary(root)]) {
      expect(markdown).toMatch(
        new RegExp(`release-manager lifted this gate at .*2026-03-01T09:30:00Z.* for commit .*${headSha}`),
      );
    }
  });

  it.each<[what: string, findings: Finding[], meaning: string]>([
    ['lets through', errors(1, () => ({ severity: 'warning' })), 'the policy lets that through'],
    ['stops', errors(1), 'stops the merge'],
  ])('says whether what is undecided %s', (_what, findings, meaning) => {
    expect(renderSummary(reportOf(findings, { verdict: 'inconclusive' }))).toContain(meaning);
  });

  it('has no links where the repository is unknown', () => {
    expect(renderSummary(report)).not.toContain('](');
  });
});

describe('what to do', () => {
  it.each<[what: string, findings: Finding[], lines: string[]]>([
    ['one thing', errors(1), ['1. `a.yaml`, line 1: finding 0 → fix 0']],
    [
      'the first sentence says why',
      errors(1, () => ({ message: 'torch 2.9.1 moved. Nobody asked. At all.' })),
      ['1. `a.yaml`, line 1: torch 2.9.1 moved → fix 0'],
    ],
    [
      'the same thing at several lines, once',
      errors(3, () => ({ help: 'same' })),
      ['1. `a.yaml`, lines 1, 2 and 3: same'],
    ],
    [
      'the same thing at many lines',
      errors(7, () => ({ help: 'same' })),
      ['1. `a.yaml`, 7 lines from line 1: same'],
    ],
    [
      'by file',
      errors(3, (i) => ({ file: `${i % 2}.yaml` })),
      [
        '1. `0.yaml`',
        '   - line 1: finding 0 → fix 0',
        '   - line 3: finding 2 → fix 2',
        '2. `1.yaml`, line 2: finding 1 → fix 1',
      ],
    ],
    ['no help: the message', [{ rule: 'a/b', severity: 'error', message: 'broken' }], ['1. broken']],
    [
      'at most ten, the rest counted',
      errors(12, (i) => ({ file: `${String(i).padStart(2, '0')}.yaml` })),
      [
        ...Array.from(
          { length: 10 },
          (_, i) => `${i + 1}. \`0${i}.yaml\`, line ${i + 1}: finding ${i} → fix ${i}`,
        ),
        '…and 2 more things: see the findings below.',
      ],
    ],
    [
      'warnings are not asked for beside errors',
      [...errors(1), ...errors(1, () => ({ severity: 'warning', help: 'later' }))],
      ['1. `a.yaml`, line 1: finding 0 → fix 0'],
    ],
  ])('%s', (_what, findings, lines) => expect(todo(renderSummary(reportOf(findings)))).toEqual(lines));

  it('where nothing could be decided: what the warnings ask for', () => {
    expect(todo(renderSummary(others.inconclusive))).toEqual([
      '1. `eval/results/docvqa_mini.jsonl`: 412 samples have no partner in the baseline → Evaluate the merge base on the same samples.',
    ]);
  });

  it('leaves out what an exempt gate found', () => {
    const root = reportOf([], { reports: [others.exempt, reportOf(errors(1))] });
    expect(todo(renderSummary(root))).toEqual(['1. `a.yaml`, line 1: finding 0 → fix 0']);
  });
});

const bigTable: Section = {
  kind: 'table',
  title: 'All parameters',
  columns: [{ title: 'a', code: true }, { title: 'b' }],
  rows: Array.from({ length: 40_000 }, (_, i) => [`parameter.${i}`, 'x'.repeat(30)]),
};
const big = reportOf(errors(20_000), {
  sections: [
    bigTable,
    { kind: 'mermaid', title: 'Map', source: `graph LR\n${'a --> b\n'.repeat(200_000)}` },
    { kind: 'list', title: 'Small', items: ['kept'] },
  ],
});

describe('the cut', () => {
  const markdown = renderSummary(big, options);

  it('keeps under 1 MiB and uses most of it', () => {
    expect(byteLength(markdown)).toBeLessThanOrEqual(1_000_000);
    expect(byteLength(markdown)).toBeGreaterThan(995_000);
  });

  it('says what is missing and where it is', () => {
    expect(markdown).toMatch(
      /> \*\*Cut to fit:\*\* [\d,]+ of 20,000 findings of `validate-model-config`, [\d,]+ of 40,000 rows of All parameters and all of Map are not shown\. The whole report: the artifact model-gates-report\./,
    );
  });

  it('names the JSON where nothing else was said', () => {
    expect(renderSummary(big)).toContain('The whole report: the JSON that the output `report` names.');
  });

  it('ends at the end of a row, and closes what it opened', () => {
    const rows = markdown.split('\n').filter((line) => line.startsWith('|'));
    expect(rows.every((row) => row.endsWith('|'))).toBe(true);
    expect(markdown.match(/<details/g)).toHaveLength(markdown.match(/<\/details>/g)?.length ?? -1);
    expect(markdown.match(/^```/gm)).toBeNull();
  });

  it('keeps what still fits', () => {
    expect(markdown).toContain('- kept');
  });

  it('is silent where all fits', () => {
    expect(renderSummary(report, options)).not.toContain('Cut to fit');
  });

  it('holds for a comment too', () => {
    const comment = renderComment(big, 'k', options);
    expect(comment.length).toBeLessThanOrEqual(65_536);
    expect(byteLength(comment)).toBeLessThanOrEqual(65_000);
    expect(comment).toContain('Cut to fit');
    expect(comment).toContain(`This speaks of commit [\`${headSha}\`]`);
  });

  it('names as many of the cut parts as the note has room for, each whole', () => {
    const sections = Array.from({ length: 30 }, (_, i): Section => {
      const title = `${String(i)} `.repeat(5) + '\u202E'.repeat(190 - 20);
      return { kind: 'list', title, items: Array.from({ length: 900 }, () => 'x'.repeat(50)) };
    });
    for (const named of [sections, sections.map((section) => ({ ...section, title: 'Short' }))]) {
      const markdown = renderSummary(reportOf([], { sections: named }), { maxBytes: 30_000 });
      const [, note = ''] = markdown.split('> **Cut to fit:** ');
      expect(byteLength(markdown)).toBeLessThanOrEqual(30_000);
      expect(byteLength(note)).toBeLessThanOrEqual(2000);
      expect(note).toMatch(/ and parts of \d+ more sections are not shown\. The whole report: /);
    }
  });

  it('keeps the verdict when even that is too long', () => {
    const hostile = '\u202E'.repeat(100_000);
    const comment = renderComment(
      reportOf(
        errors(30, (i) => ({ help: `${i}${hostile}`, file: `${i}${hostile}` })),
        { title: hostile },
      ),
      'k',
    );
    expect(byteLength(comment)).toBeLessThanOrEqual(65_000);
    expect(comment).toMatch(/^<!-- model-gates:k -->\n## ❌ Failed: /);
    expect(comment).toContain('Cut to fit');
  });
});

describe('the comment', () => {
  it.each([
    ['merge', '<!-- model-gates:merge -->'],
    ['a/b-1.2', '<!-- model-gates:a/b-1.2 -->'],
    ['--> <b>', '<!-- model-gates:-___b_ -->'],
  ])('marker of %j', (key, marker) => expect(commentMarker(key)).toBe(marker));

  it('starts with its marker and ends with the commit it speaks of', () => {
    const lines = renderComment(report, 'merge', options).trimEnd().split('\n');
    expect(lines[0]).toBe('<!-- model-gates:merge -->');
    expect(lines.at(-1)).toContain(`/commit/${headSha}`);
  });

  it('is shorter than the summary: findings are folded, sections left out', () => {
    const comment = renderComment(report, 'merge', options);
    expect(comment.length).toBeLessThan(renderSummary(report, options).length);
    expect(comment).not.toContain('Lineage so far');
  });
});
