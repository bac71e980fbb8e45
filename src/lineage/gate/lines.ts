/** Who changed a line since the version that was served before. */
import type { BlamedLine } from '../../kernel/commit.ts';
import { rootCommit, type TraceFacts } from '../index.ts';
import type { Finding, Section } from '../../report/model.ts';
import { isUserError } from '../../kernel/user-error.ts';
import type { RecordReader } from './reader.ts';
import { namedBefore, type Before } from './before.ts';
import { detailsUnread } from './details-unread.ts';
import { standIn } from './rewritten.ts';
import type { TracePorts, Traced } from './traced.ts';

export interface LinesRequest {
  readonly path: string;
  /** 1-based, both ends included. */
  readonly lines?: readonly [number, number] | undefined;
}

/** What was asked for in particular, beside the chain. */
export interface Answer {
  readonly facts: Pick<TraceFacts, 'lines' | 'previous' | 'changes' | 'reproduce' | 'request'>;
  readonly sections: readonly Section[];
  readonly findings: readonly Finding[];
}

/** Most lines in the report. */
const maxLines = 500;

export async function traceLines(
  request: LinesRequest,
  traced: Traced,
  before: Before | undefined,
  reader: RecordReader,
  { lines: source, commits }: Pick<TracePorts, 'lines' | 'commits'>,
): Promise<Answer> {
  const root = rootCommit(traced.chain);
  const nothing = (message: string, help?: string): Answer => ({
    facts: { lines: [] },
    sections: [],
    findings: [detailsUnread(message, help)],
  });
  if (root === undefined) return nothing('the chain leads to no single commit, so no line can be determined');
  if (source === undefined)
    return nothing(`the history of ${request.path} needs a clone, or the address of the repository`);
  const until = await standIn(root, reader, commits);
  const since = before?.commit === undefined ? undefined : await standIn(before.commit, reader, commits);
  const findings = [...until.findings, ...(since?.findings ?? [])];
  try {
    const { path, lines: range } = request;
    const lines = await source.blame({ until: until.sha, path, lines: range, since: since?.sha });
    return { ...resultOf(path, lines, before), findings };
  } catch (error) {
    if (!isUserError(error)) throw error;
    return nothing(`the history of ${request.path} could not be read: ${error.message}`, error.help);
  }
}

function resultOf(path: string, lines: readonly BlamedLine[], before: Before | undefined): Answer {
  const changed = lines.filter(({ sha }) => sha !== undefined).slice(0, maxLines);
  const range = before?.commit === undefined ? '' : ` since ${before.id} (${before.commit.slice(0, 8)})`;
  const table: Section = {
    kind: 'table',
    title: `Lines of ${path} changed${range}`,
    open: true,
    columns: [
      { title: 'Line', align: 'right' },
      { title: 'Commit', code: true },
      { title: 'Author' },
      { title: 'Why' },
      { title: 'Text', code: true },
    ],
    rows: changed.map((one) => [
      String(one.line),
      one.sha?.slice(0, 8) ?? '',
      one.author ?? '',
      one.subject ?? '',
      one.text.slice(0, 200),
    ]),
  };
  const none: Section = { kind: 'list', title: `No line of ${path} changed${range}`, items: [] };
  return {
    facts: { lines: changed, previous: before === undefined ? null : namedBefore(before) },
    sections: [changed.length === 0 ? none : table],
    findings: [],
  };
}
