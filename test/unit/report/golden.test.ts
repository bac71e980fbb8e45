import { describe, expect, it } from 'vitest';
import { selectAnnotations, annotationCommand } from '../../../src/report/annotations.ts';
import { checkOutput } from '../../../src/report/check.ts';
import { renderComment } from '../../../src/report/comment.ts';
import { renderJson } from '../../../src/report/json.ts';
import { allFindings } from '../../../src/report/model.ts';
import { renderSarif } from '../../../src/report/sarif.ts';
import { renderSummary } from '../../../src/report/summary.ts';
import { renderTerminal } from '../../../src/report/terminal.ts';
import { options, others, report, ruleDocs, source } from './sample.ts';

/** The realistic report in every medium, as files that a person can read through: `npx vitest -u` renews them. */
const media: readonly (readonly [file: string, render: () => string])[] = [
  ['annotations.json', () => json(selectAnnotations(allFindings(report)).shown.map(annotationCommand))],
  ['summary.md', () => renderSummary(report, options)],
  [
    'summary-other-verdicts.md',
    () =>
      Object.values(others)
        .map((other) => renderSummary(other, options))
        .join('\n'),
  ],
  ['comment.md', () => renderComment(report, 'merge', options)],
  ['check.json', () => json(checkOutput(report, options))],
  [
    'report.sarif',
    () =>
      renderSarif(report, {
        rules: ruleDocs,
        source,
        version: '1.2.3',
        ...(options.rulesUrl === undefined ? {} : { rulesUrl: options.rulesUrl }),
      }),
  ],
  ['terminal.txt', () => renderTerminal(report, { width: 100 })],
  ['terminal-narrow.txt', () => renderTerminal(report, { width: 60 })],
  ['report.json', () => renderJson(report)],
];

describe('the realistic report', () => {
  it.each(media)('as %s', async (file, render) => {
    await expect(render()).toMatchFileSnapshot(`./fixtures/${file}`);
  });
});

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
