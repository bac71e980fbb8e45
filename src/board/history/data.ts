/** All merges in few bytes: a table that is read as it stands, and from which the page's script searches, pages and draws. */
import { compactRow, type CompactRow } from '../../report/html/compact.ts';
import type { ExplorerWords } from '../../report/html/explorer.ts';
import type { Inline } from '../../report/html/model.ts';
import type { Merge } from '../model.ts';
import { shortGate } from '../page/pieces.ts';

/** Bytes of the rows; with the page around them and the board they stay below 3 MB. */
const mostBytes = 2_500_000;

export interface HistoryInput {
  /** Newest first. */
  readonly merges: readonly Merge[];
  readonly made: ReadonlyMap<string, readonly string[]>;
  /** Those with the most values first. */
  readonly metrics: readonly string[];
  readonly home?: string | undefined;
  readonly trunk: string;
  readonly words: ExplorerWords;
}

export interface HistoryData {
  /** Columns in the order in which the script reads them (explorer.ts). */
  readonly columns: readonly Inline[];
  readonly rows: readonly CompactRow[];
  readonly gates: readonly string[];
  readonly metrics: readonly string[];
}

/** Metrics that are kept for each merge. */
const mostMetrics = 12;

/** The newest merges that have room: all, unless they are too many. */
export function historyData(input: HistoryInput): HistoryData {
  const gates = [...new Set(input.merges.flatMap((one) => one.gates.map(({ gate }) => shortGate(gate))))];
  const metrics = input.metrics.slice(0, mostMetrics);
  const own = [...gates, ...metrics].map((text) => ({ text, max: 40 }));
  return {
    columns: ['Commit', 'Merged', 'Branch', 'Pull', 'Author', ...own, 'Made of it', 'Run'],
    rows: withinBytes(input.merges, (merge) => rowOf(merge, { ...input, gates, metrics })),
    gates,
    metrics,
  };
}

function withinBytes(merges: readonly Merge[], draw: (merge: Merge) => CompactRow): CompactRow[] {
  const rows: CompactRow[] = [];
  let bytes = 0;
  for (const merge of merges) {
    const row = draw(merge);
    bytes += Buffer.byteLength(compactRow(row), 'utf8') + 1;
    if (bytes > mostBytes) break;
    rows.push(row);
  }
  return rows;
}

function rowOf(
  { sha, at, branch, pullRequest, author = '', metrics, run, ...merge }: Merge,
  input: HistoryInput & { readonly gates: readonly string[] },
): CompactRow {
  const verdicts = new Map(
    merge.gates.map(({ gate, verdict }) => [shortGate(gate), input.words.verdicts[verdict] ?? verdict]),
  );
  return [
    sha,
    at.slice(0, 16).replace('T', ' '),
    // Most are merged to trunk.
    branch === input.trunk ? '' : cut(branch),
    pullRequest === undefined ? '' : String(pullRequest),
    cut(author),
    ...input.gates.map((gate) => verdicts.get(gate) ?? ''),
    ...input.metrics.map((metric) => rounded(metrics.get(metric))),
    (input.made.get(sha) ?? []).map(cut),
    runIn(run?.url, input.home),
  ];
}

function cut(text: string): string {
  return text.slice(0, 120);
}

function rounded(value: number | undefined): string {
  return value === undefined || !Number.isFinite(value) ? '' : String(Number(value.toPrecision(6)));
}

/** Number of a run of this repository; one elsewhere is not linked. */
function runIn(url: string | undefined, home: string | undefined): string {
  const start = `${home ?? ''}/actions/runs/`;
  const id =
    home !== undefined && url?.startsWith(start) === true ? Number(url.slice(start.length).split('/')[0]) : 0;
  return Number.isSafeInteger(id) && id > 0 ? String(id) : '';
}
