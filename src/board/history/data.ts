/** All merges in few bytes, for the page that searches them. */
import { explorerScript, dataText, type ExplorerData, type ExplorerRow } from '../../report/html/explorer.ts';
import type { ExplorerWords } from '../../report/html/explorer.ts';
import type { Merge } from '../model.ts';
import { shortGate } from '../page/pieces.ts';

/** Bytes of the data; with the page around it and the board it stays below 3 MB. */
export const mostBytes = 2_300_000;

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
  readonly explorer: { readonly data: string; readonly script: string };
  /** Merges that are in it: all, unless they were too many. */
  readonly shown: number;
}

const letters = { pass: 'p', fail: 'f', inconclusive: 'i', exempt: 'e', skipped: 's' } as const;

/** Metrics that are kept for each merge. */
const mostMetrics = 12;

/** The newest merges that have room. */
export function historyData(input: HistoryInput): HistoryData {
  let merges = input.merges;
  for (;;) {
    const data = dataText(dataOf({ ...input, merges }));
    const bytes = Buffer.byteLength(data, 'utf8');
    if (bytes <= mostBytes || merges.length < 2)
      return { explorer: { data, script: explorerScript }, shown: merges.length };
    merges = merges.slice(0, Math.floor((merges.length * mostBytes * 0.98) / bytes));
  }
}

function dataOf({ merges, made, home, words, trunk, ...input }: HistoryInput): ExplorerData {
  const metrics = input.metrics.slice(0, mostMetrics);
  const [authors, branches, gates, artifacts] = [names(), names(), names(), names()];
  for (const merge of merges) for (const { gate } of merge.gates) gates.place(shortGate(gate));
  // The first branch is not shown beside a merge: most are merged there.
  branches.place(trunk);
  const rows = merges.map((merge): ExplorerRow => {
    const verdicts = new Map(merge.gates.map(({ gate, verdict }) => [shortGate(gate), letters[verdict]]));
    const values = metrics.map((metric) => rounded(merge.metrics.get(metric)));
    return [
      merge.sha,
      Math.round(Date.parse(merge.at) / 60_000),
      authors.place(merge.author ?? ''),
      branches.place(merge.branch),
      merge.pullRequest ?? 0,
      gates.all.map((gate) => verdicts.get(gate) ?? '-').join(''),
      runIn(merge.run?.url, home),
      (made.get(merge.sha) ?? []).map((id) => artifacts.place(id)),
      values.slice(0, values.findLastIndex((value) => value !== null) + 1),
    ];
  });
  const lists = { authors: authors.all, branches: branches.all, gates: gates.all, made: artifacts.all };
  return { home, ...lists, metrics, rows, words };
}

/** Names by their place, each once; long ones are cut. */
function names() {
  const places = new Map<string, number>();
  const all: string[] = [];
  const place = (text: string): number => {
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, all.length);
    return all.push(text.slice(0, 120)) - 1;
  };
  return { all, place };
}

function rounded(value: number | undefined): number | null {
  return value === undefined || !Number.isFinite(value) ? null : Number(value.toPrecision(6));
}

/** Number of a run of this repository; one elsewhere is not linked. */
function runIn(url: string | undefined, home: string | undefined): number {
  const start = `${home ?? ''}/actions/runs/`;
  const id =
    home !== undefined && url?.startsWith(start) === true ? Number(url.slice(start.length).split('/')[0]) : 0;
  return Number.isSafeInteger(id) && id > 0 ? id : 0;
}
