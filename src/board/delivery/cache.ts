/** What GitHub said, as lines that are kept from run to run: one file a month, so that an old one never changes. */
import { groupBy } from '../../kernel/group.ts';
import { isRecord } from '../../kernel/record.ts';
import type { MergedPull } from '../figures/trunk.ts';
import { noDelivery, type DeliveryData, type DeliveryMark, type PartRow, type RunRow } from './model.ts';

export interface Kept {
  readonly data: DeliveryData;
  readonly mark?: DeliveryMark | undefined;
}

const markFile = 'delivery.json';

/** Others keep files there too. */
export function isDeliveryFile(name: string): boolean {
  return /^(?:pulls-|runs-|parts\.jsonl$|delivery\.json$)/.test(name);
}
const schema = 1;

/** Files by name; months before `oldest` (ISO 8601) are dropped. */
export function keptFiles({ pulls, runs, parts }: DeliveryData, mark: DeliveryMark): Map<string, string> {
  const oldest = mark.since.slice(0, 7);
  const files = new Map([
    ...monthly(
      'pulls',
      pulls,
      ({ mergedAt }) => mergedAt,
      (a, b) => a.number - b.number,
    ),
    ...monthly(
      'runs',
      runs,
      ({ createdAt }) => createdAt,
      (a, b) => a.id - b.id,
    ),
  ]);
  const young = [...files].filter(([name]) => (/\d{4}-\d\d/.exec(name)?.[0] ?? '') >= oldest);
  return new Map([
    ...young,
    ['parts.jsonl', linesOf(parts)],
    [markFile, `${JSON.stringify({ schema, ...mark })}\n`],
  ]);
}

function monthly<T extends object>(
  name: string,
  rows: readonly T[],
  timeOf: (row: T) => string,
  order: (a: T, b: T) => number,
): [string, string][] {
  const months = groupBy(rows, (row) => timeOf(row).slice(0, 7));
  return [...months].map(([month, own]) => [`${name}-${month}.jsonl`, linesOf(own.toSorted(order))]);
}

function linesOf(rows: readonly object[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

/** Nothing where no mark of this version is there; a line that is not a row is left out, for anybody who writes the ledger may have written it. */
export function readKept(files: ReadonlyMap<string, string>): Kept {
  const mark = markOf(parsed(files.get(markFile) ?? ''));
  if (mark === undefined) return { data: noDelivery };
  const rows = (start: string): Row[] =>
    [...files]
      .filter(([name]) => name.startsWith(start))
      .flatMap(([, text]) => text.split('\n'))
      .map(parsed)
      .filter((row) => row !== undefined);
  const data = {
    pulls: rows('pulls-').flatMap((row) => pullOf(row) ?? []),
    runs: rows('runs-').flatMap((row) => runOf(row) ?? []),
    parts: rows('parts').flatMap((row) => partOf(row) ?? []),
  };
  return { data, mark };
}

type Row = Readonly<Record<string, unknown>>;

function parsed(line: string): Row | undefined {
  try {
    const value: unknown = line === '' ? undefined : JSON.parse(line);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function markOf(row: Row | undefined): DeliveryMark | undefined {
  if (row?.['schema'] !== schema) return undefined;
  const { trunk, since, pulls, push, pull_request } = row;
  if (!isName(trunk) || !isTime(since)) return undefined;
  return {
    trunk,
    since,
    ...(isTime(pulls) && { pulls }),
    ...(isTime(push) && { push }),
    ...(isTime(pull_request) && { pull_request }),
  };
}

function isTime(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\dT[\d:.]{5,15}Z$/.test(value) &&
    !Number.isNaN(Date.parse(value))
  );
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 300;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function pullOf({ number, author, openedAt, mergedAt, mergeCommit }: Row): MergedPull | undefined {
  if (!isNumber(number) || !isName(author) || !isTime(openedAt) || !isTime(mergedAt)) return undefined;
  return { number, author, openedAt, mergedAt, ...(isName(mergeCommit) && { mergeCommit }) };
}

function runOf({
  id,
  event,
  sha,
  workflow,
  createdAt,
  endedAt,
  conclusion,
  attempt,
  first,
}: Row): RunRow | undefined {
  if (!isNumber(id) || (event !== 'push' && event !== 'pull_request')) return undefined;
  if (!isName(sha) || !isName(workflow) || !isTime(createdAt) || !isNumber(attempt)) return undefined;
  const ended = isTime(endedAt) && isName(conclusion) ? { endedAt, conclusion } : {};
  const before = first === null || isName(first) ? { first } : {};
  return { id, event, sha, workflow, createdAt, attempt, ...ended, ...before };
}

function partOf({ run, name, ms }: Row): PartRow | undefined {
  return isNumber(run) && isName(name) && isNumber(ms) ? { run, name, ms } : undefined;
}
