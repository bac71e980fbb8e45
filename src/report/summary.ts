import { compose } from './compose.ts';
import { detailBlocks, gatesMarkdown, verdictMarkdown, whatToDoMarkdown } from './markdown.ts';
import type { Report } from './model.ts';
import type { RenderOptions } from './options.ts';

/** The runner drops a summary of more than 1 MiB (1,048,576 bytes): this leaves room for what else the step appends. */
export const summaryBytes = 1_000_000;

/** The step summary: Markdown, verdict first, then what to do, gates, findings, and the rest folded away. */
export function renderSummary(report: Report, options: RenderOptions = {}): string {
  const head = [verdictMarkdown(report), whatToDoMarkdown(report, options), gatesMarkdown(report)];
  return compose(head, detailBlocks(report, options), '', options.maxBytes ?? summaryBytes, options);
}
