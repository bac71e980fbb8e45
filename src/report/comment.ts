import { compose } from './compose.ts';
import { mdCode, mdLink } from './escape.ts';
import { findingBlocks, gatesMarkdown, verdictMarkdown, whatToDoMarkdown } from './markdown.ts';
import type { Report } from './model.ts';
import type { RenderOptions } from './options.ts';
import { parts } from './outline.ts';

/** GitHub refuses a comment of more than 65,536 characters; bytes are never fewer. */
export const commentBytes = 65_000;

/** The hidden first line by which our own comment is found again. `key` tells several gates of one pull request apart. */
export function commentMarker(key: string): string {
  return `<!-- model-gates:${key
    .replace(/[^\w./-]/g, '_')
    .replace(/-{2,}/g, '-')
    .slice(0, 100)} -->`;
}

/** The sticky pull-request comment: the summary's voice, shorter: findings are folded, sections stay in the summary. */
export function renderComment(report: Report, key: string, options: RenderOptions = {}): string {
  const head = [
    `${commentMarker(key)}\n${verdictMarkdown(report)}`,
    whatToDoMarkdown(report, options),
    gatesMarkdown(report),
  ];
  const blocks = parts(report).flatMap((part) => findingBlocks(part, options, true));
  return compose(head, blocks, foot(options), options.maxBytes ?? commentBytes, options);
}

/** Which commit it speaks of: a comment outlives the push that it judged. */
function foot({ source, runUrl }: RenderOptions): string {
  const commit =
    source && `This speaks of commit ${mdLink(mdCode(source.sha), `${source.url}/commit/${source.sha}`)}.`;
  const run = runUrl && `${mdLink('The run', runUrl)} has the whole report.`;
  const line = [commit, run].filter(Boolean).join(' ');
  return line === '' ? '' : `\n---\n${line}\n`;
}
