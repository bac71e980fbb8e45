/** From any id up to the commit, the pull request and its author, and down to what serves it. */
import { type TracePorts, traceFrom } from './traced.ts';
import type { ChainFacts, TraceFacts } from '../index.ts';
import { traceDiff, type DiffPorts } from './diff.ts';
import { UserError } from '../../kernel/user-error.ts';
import type { Report } from '../../report/model.ts';
import { traceLines, type Answer, type LinesRequest } from './lines.ts';
import { chainReport, unansweredReport, unknownId } from './trace-report.ts';
import type { RequestLogs } from '../../ports/request-logs.ts';
import { openReader } from './reader.ts';
import { answeredBy } from './request.ts';
import { changesSince } from './changed.ts';
import { servedBy, versionBefore } from './before.ts';
import { recipes } from './reproduce.ts';

/** What a person asks: the inputs of trace-lineage, and the options of `trace`. */
export interface Question {
  readonly id: string;
  /** Id to compare with; then nothing else is answered. */
  readonly diff?: string | undefined;
  readonly file?: string | undefined;
  readonly line?: LinesRequest['lines'];
  /** Id of the serving version to compare with; default: the one before. */
  readonly since?: string | undefined;
  readonly reproduce?: boolean | undefined;
  /** Logs in which the id is looked for. */
  readonly logs?: RequestLogs | undefined;
}

/** Throws a UserError for what does not go together: only a trace looks into logs. */
export function checkTogether(asked: {
  readonly traces?: readonly string[] | undefined;
  readonly diff?: string | undefined;
  readonly export?: string | undefined;
  readonly mlflow?: string | undefined;
  readonly openlineage?: string | undefined;
}): void {
  const sent = (['diff', 'export', 'mlflow'] as const).find((name) => asked[name] !== undefined);
  if (asked.openlineage !== undefined && sent !== undefined)
    throw new UserError(`openlineage and ${sent} cannot be given together`, {
      help: 'Run it once for each.',
    });
  const [other] = (['diff', 'export', 'mlflow', 'openlineage'] as const).filter(
    (name) => asked[name] !== undefined,
  );
  if (asked.traces === undefined || asked.traces.length === 0 || other === undefined) return;
  throw new UserError(`traces and ${other} cannot be given together`, {
    help: `Trace the request first, then give the version that answered it with ${other}.`,
  });
}

/** The difference of two artifacts, or the trace of one. */
export function traceOrDiff(question: Question, ports: DiffPorts): Promise<Report<ChainFacts>> {
  const { id, diff, file, line, since, reproduce, logs } = question;
  if (diff !== undefined) return traceDiff(id, diff, ports);
  const lines = file === undefined ? undefined : { path: file, lines: line };
  return trace({ id, reproduce, lines, since, logs }, ports);
}

export interface TraceRequest {
  /** Any id, digest, service or (abbreviated) SHA; `kind:id` where several kinds have it. */
  readonly id: string;
  /** Whose history is reported since the version served before; without it, all that changed since is ranked. */
  readonly lines?: LinesRequest | undefined;
  readonly since?: string | undefined;
  /** Tells what repeats each training job of the chain. */
  readonly reproduce?: boolean | undefined;
  /** The id is that of a request, and these say what answered it. */
  readonly logs?: RequestLogs | undefined;
}

export async function trace(request: TraceRequest, ports: TracePorts): Promise<Report<TraceFacts>> {
  const snapshot = await ports.ledger.snapshot();
  const reader = await openReader(snapshot, ports);
  const answered =
    request.logs === undefined ? undefined : await answeredBy(request.id, request.logs, reader);
  if (answered !== undefined && answered.node === undefined)
    return unansweredReport(request.id, answered, reader);
  const start =
    answered?.node === undefined
      ? request.id
      : `${answered.node.kind}:${answered.node.digest ?? answered.node.id}`;
  const traced = await traceFrom(start, reader, ports);
  if (traced === undefined) return unknownId(request.id, reader);
  const served = await servedBy(traced, reader, ports, answered !== undefined);
  const before = await versionBefore(request.since, served ?? traced, reader, ports);
  const isCompared = served !== undefined || before !== undefined;
  const more = [
    ...(request.lines === undefined ? [] : [await traceLines(request.lines, traced, before, reader, ports)]),
    ...(request.reproduce === true ? [await recipes(traced, ports.commits)] : []),
    ...(request.lines === undefined && isCompared
      ? [await changesSince(served ?? traced, before, { reader, snapshot }, ports)]
      : []),
  ];
  const told =
    answered === undefined
      ? []
      : [{ facts: { request: answered.facts }, sections: answered.sections, findings: answered.findings }];
  return withMore(chainReport(request.id, traced, reader), [...told, ...more]);
}

/** What was asked for in particular stands before the chain. */
function withMore(report: Report<TraceFacts>, more: readonly Answer[]): Report<TraceFacts> {
  const findings = more.flatMap((one) => one.findings);
  const isBroken = findings.some(({ severity }) => severity === 'error');
  return {
    ...report,
    ...(isBroken ? { verdict: 'fail' as const } : {}),
    findings: [...report.findings, ...findings],
    facts: more.reduce((all, { facts }) => ({ ...all, ...facts }), report.facts),
    sections: [...more.flatMap(({ sections }) => sections), ...(report.sections ?? [])],
  };
}
