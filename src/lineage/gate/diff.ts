/** What changed between two artifacts, two serving versions above all: commits, config values, packages, metrics. */
import { count } from '../../kernel/text.ts';
import { uniqueBy } from '../../kernel/group.ts';
import {
  differenceOf,
  walkFindings,
  type Difference,
  type DiffFacts,
  type Moved,
  type TraceFacts,
} from '../index.ts';
import { worstVerdict, type Finding, type Report, type Section } from '../../report/model.ts';
import { makeReport } from '../../report/make.ts';
import type { Commit } from '../../kernel/commit.ts';
import { openReader } from './reader.ts';
import { endOf } from './end.ts';
import { traceGate, traceVerdict, unknownId } from './trace-report.ts';
import { compareCommits, type CommitComparison } from './compared.ts';
import { evaluationsBy } from './evaluations.ts';
import { fedBetween, fedSections, fedText, type Fed } from './fed.ts';
import { type TracePorts, traceFrom, type Traced } from './traced.ts';

/** What a comparison asks of the world: the same as a trace. */
export type DiffPorts = TracePorts;

/** From the artifact that was recorded first to the other, in whichever order they are named. */
export async function traceDiff(
  one: string,
  other: string,
  ports: TracePorts,
): Promise<Report<DiffFacts | TraceFacts>> {
  const snapshot = await ports.ledger.snapshot();
  const reader = await openReader(snapshot, ports);
  const [first, second] = [await traceFrom(one, reader, ports), await traceFrom(other, reader, ports)];
  if (first === undefined) return unknownId(one, reader);
  if (second === undefined) return unknownId(other, reader);
  const reversed = cameAfter(first, second);
  const [before, after] = reversed ? [other, one] : [one, other];
  const [a, b] = reversed ? [second, first] : [first, second];
  const difference = differenceOf(a.up, b.up);
  const ends = [await endOf(a, reader, ports), await endOf(b, reader, ports)];
  const [from, to] = ends.map(({ sha }) => sha);
  const code = await compareCommits(from, to, ports);
  const fed: Fed =
    from === undefined || to === undefined
      ? { findings: [] }
      : await fedBetween(from, to, code.comparison?.commits ?? [], evaluationsBy(reader, snapshot));
  const now = new Date(ports.now()).toISOString();
  const findings = [
    ...reader.findings(),
    ...walkFindings(a.up, now),
    ...walkFindings(b.up, now),
    ...ends.flatMap((end) => end.findings),
    ...code.findings,
    ...fed.findings,
  ];
  return makeReport({
    gate: traceGate,
    // Without the code nothing says that it did not change.
    verdict: worstVerdict([
      traceVerdict(from !== undefined && to !== undefined, findings),
      code.comparison === undefined ? 'inconclusive' : 'pass',
    ]),
    title: `${titleOf(before, after, difference, code.comparison)}${fed.facts === undefined ? '' : `; ${fedText(fed.facts, before, after)}`}`,
    findings: unique(findings),
    facts: {
      before,
      after,
      from: from ?? null,
      to: to ?? null,
      chain: b.chain,
      chains: { before: a.chain, after: b.chain },
      diff: {
        ...difference,
        commits: code.comparison?.commits ?? [],
        moves: code.comparison?.moves ?? [],
        configs: code.comparison?.configs ?? [],
      },
      ...(fed.facts !== undefined && { inputs: fed.facts }),
    },
    sections: [
      ...fedSections(fed.facts, before, after),
      ...sectionsOf(before, after, difference, code.comparison),
    ],
  });
}

/** By what their records say they took the place of, else by time: a clock may be wrong. */
function cameAfter(one: Traced, other: Traced): boolean {
  const [later, earlier] = [replaces(one, other), replaces(other, one)];
  return later === earlier ? madeAt(one) > madeAt(other) : later;
}

function replaces({ up }: Traced, { start }: Traced): boolean {
  const own = up.steps.filter(({ depth }) => depth === 0).flatMap(({ records }) => records);
  return own.some((record) => start.some(({ id }) => id === record.replaces));
}

/** When the artifact itself was first recorded; '' for a commit, which no record makes. */
function madeAt({ up }: Traced): string {
  const start = up.steps
    .filter(({ depth }) => depth === 0)
    .flatMap(({ records }) => records.map(({ at }) => at));
  return start.toSorted()[0] ?? '';
}

function unique(findings: readonly Finding[]): Finding[] {
  return uniqueBy(findings, ({ rule, message }) => `${rule} ${message}`);
}

function titleOf(
  before: string,
  after: string,
  { parameters, dependencies, metrics }: Difference,
  comparison: CommitComparison | undefined,
): string {
  const parts = [
    comparison === undefined ? 'the code was not compared;' : count(comparison.commits.length, 'commit'),
    count(parameters.length, 'parameter'),
    count(packagesOf(dependencies, comparison).size, 'package'),
    count(metrics.length, 'metric'),
  ];
  return `From ${before} to ${after}: ${parts.join(', ').replace(';,', ';')} changed`;
}

/** Those that were recorded as installed, and those that moved in the lock files. */
function packagesOf(
  dependencies: Difference['dependencies'],
  comparison: CommitComparison | undefined,
): Set<string> {
  const moves: readonly unknown[] = Array.isArray(comparison?.moves) ? comparison.moves : [];
  const moved = moves.flatMap((move) =>
    typeof move === 'object' && move !== null && 'name' in move ? [String(move.name)] : [],
  );
  return new Set([...dependencies.map(({ name }) => name), ...moved]);
}

function sectionsOf(
  before: string,
  after: string,
  difference: Difference,
  comparison: CommitComparison | undefined,
): Section[] {
  const table = (title: string, rows: readonly Moved<unknown>[]): Section[] =>
    rows.length === 0
      ? []
      : [
          {
            kind: 'table',
            title,
            open: true,
            columns: [
              { title: 'What', code: true },
              { title: before, code: true },
              { title: after, code: true },
            ],
            rows: rows
              .slice(0, 200)
              .map(({ name, before: old, after: now }) => [name, valueText(old), valueText(now)]),
          },
        ];
  return [
    ...table('Artifacts', difference.artifacts),
    ...commitTable(comparison?.commits ?? []),
    ...table('Parameters', difference.parameters),
    ...table('Packages', difference.dependencies),
    ...table('Metrics', difference.metrics),
    ...table('Files', difference.files),
    ...(comparison?.sections ?? []),
  ];
}

function commitTable(commits: readonly Commit[]): Section[] {
  if (commits.length === 0) return [];
  return [
    {
      kind: 'table',
      title: 'Commits',
      open: true,
      columns: [{ title: 'Commit', code: true }, { title: 'Author' }, { title: 'Subject' }],
      rows: commits.map(({ sha, author, message }) => [
        sha.slice(0, 8),
        author,
        message.split('\n', 1)[0] ?? '',
      ]),
    },
  ];
}

function valueText(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
