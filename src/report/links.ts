import { encodeURIComponentFully } from './escape.ts';
import type { Finding } from './model.ts';

/** Where the head commit is shown: what findings link to. */
export interface Source {
  /** `https://github.com/owner/name`, without a slash at the end. */
  readonly url: string;
  /** Full SHA of the head commit. */
  readonly sha: string;
  /** Its files, as far as known: what a job has made itself, such as results, is in no commit, and nothing is there to link to. */
  readonly files?: ReadonlySet<string>;
}

/** `file:line:column`, as far as known; empty for a finding without a file. */
export function placeOf(finding: Finding): string {
  if (finding.file === undefined) return '';
  return [finding.file, finding.line, finding.line === undefined ? undefined : finding.column]
    .filter((part) => part !== undefined)
    .join(':');
}

/** The finding's line at the head commit; `undefined` where the repository is unknown, or the file is not in the commit. */
export function blobUrl(
  source: Source | undefined,
  finding: Pick<Finding, 'file' | 'line' | 'endLine'>,
): string | undefined {
  if (source === undefined || finding.file === undefined) return undefined;
  if (source.files?.has(finding.file) === false) return undefined;
  const file = `${source.url}/blob/${encodeURIComponentFully(source.sha)}/${encodePath(finding.file)}`;
  if (finding.line === undefined) return file;
  const end = finding.endLine !== undefined && finding.endLine > finding.line ? `-L${finding.endLine}` : '';
  return `${file}${markdownQuery(finding.file)}#L${finding.line}${end}`;
}

/** A path as part of a URI: each segment percent-encoded. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponentFully).join('/');
}

/** Markdown files are shown rendered, without lines, unless asked for plain. */
function markdownQuery(file: string): string {
  return /\.(?:md|markdown)$/i.test(file) ? '?plain=1' : '';
}
