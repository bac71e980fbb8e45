import { createHash } from 'node:crypto';
import {
  boardDefaults,
  boardPage,
  buildBoard,
  type Board,
  type BoardInput,
} from '../../../src/board/index.ts';
import { renderPage } from '../../../src/report/html/page.ts';
import type { LineageRecord, RecordDraft } from '../../../src/lineage/index.ts';
import { recordsOf, shaOf } from '../../support/team-ledger.ts';

export const now = Date.parse('2026-11-22T12:00:00Z');

export function hoursBefore(hours: number): string {
  return new Date(now - hours * 3_600_000).toISOString();
}

export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('base64');
}

export function board(records: readonly LineageRecord[], more: Partial<BoardInput> = {}): Promise<Board> {
  return buildBoard({
    records,
    tags: [],
    unread: [],
    name: 'vision/qwen3-vl',
    url: 'https://git.example/vision/qwen3-vl',
    now,
    settings: boardDefaults,
    ...more,
  });
}

export function boardOf(drafts: readonly RecordDraft[], more: Partial<BoardInput> = {}): Promise<Board> {
  return board(recordsOf(drafts), more);
}

export function page(shown: Board): string {
  return renderPage(boardPage(shown), { sha256 });
}

type Verdicts = NonNullable<RecordDraft['verdicts']>;
type Kind = RecordDraft['outputs'][number]['kind'];

/** What was recorded of a commit: by default a pass of every gate, on main. */
export function judged(
  commit: string,
  hours: number,
  more: Partial<RecordDraft> & {
    readonly verdict?: Verdicts[number]['verdict'];
    readonly output?: Kind;
  } = {},
): RecordDraft {
  const { verdict = 'pass', output = 'verdict', ...fields } = more;
  return {
    schema: 1,
    inputs: [{ kind: 'commit', id: shaOf(commit) }],
    outputs: [{ kind: output, id: `${output}-${commit}-${hours}` }],
    at: hoursBefore(hours),
    by: 'github-actions',
    git_ref: 'refs/heads/main',
    verdicts: [{ gate: 'regression-gate', verdict }],
    ...fields,
  };
}

/** A link between two artifacts, `kind:id` each. */
export function made(
  from: readonly string[],
  to: string,
  hours: number,
  more: Partial<RecordDraft> & { readonly service?: string } = {},
): RecordDraft {
  const { service, ...fields } = more;
  const node = nodeOf(to);
  return {
    schema: 1,
    inputs: from.map(nodeOf),
    outputs: [service === undefined ? node : { ...node, service }],
    at: hoursBefore(hours),
    by: 'deploy-bot',
    ...fields,
  };
}

function nodeOf(text: string): RecordDraft['outputs'][number] {
  const colon = text.indexOf(':');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by the tests beside it
  const kind = text.slice(0, colon) as Kind;
  const id = text.slice(colon + 1);
  return { kind, id: kind === 'commit' ? shaOf(id) : id };
}
