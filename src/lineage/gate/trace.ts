/** From any id up to the commit, the pull request and its author, and down to what serves it. */
import { type TracePorts, type Traced, traceFrom } from './traced.ts';
import { reproductionFindings, reproductions, reproductionSection, type TraceFacts } from '../index.ts';
import type { Report } from '../../report/model.ts';
import { traceLines, type Answer, type LinesRequest } from './lines.ts';
import { chainReport, unknownId } from './trace-report.ts';
import { openReader } from './reader.ts';

export interface TraceRequest {
  /** Any id, digest, service or (abbreviated) SHA; `kind:id` where several kinds have it. */
  readonly id: string;
  /** Whose history is told since the version served before. */
  readonly lines?: LinesRequest;
  /** Tells what repeats each training job of the chain. */
  readonly reproduce?: boolean;
}

export async function trace(request: TraceRequest, ports: TracePorts): Promise<Report<TraceFacts>> {
  const reader = await openReader(await ports.ledger.snapshot());
  const traced = await traceFrom(request.id, reader, ports);
  if (traced === undefined) return unknownId(request.id, reader);
  const more = [
    ...(request.lines === undefined ? [] : [await traceLines(request.lines, traced, reader, ports)]),
    ...(request.reproduce === true ? [recipes(traced)] : []),
  ];
  return withMore(chainReport(request.id, traced, reader.findings()), more);
}

function recipes({ up }: Traced): Answer {
  const all = reproductions(up);
  return {
    facts: { reproduce: all },
    sections: all.map(reproductionSection),
    findings: reproductionFindings(all),
  };
}

/** What was asked for in particular stands before the chain. */
function withMore(report: Report<TraceFacts>, more: readonly Answer[]): Report<TraceFacts> {
  return {
    ...report,
    findings: [...report.findings, ...more.flatMap(({ findings }) => findings)],
    facts: more.reduce((all, { facts }) => ({ ...all, ...facts }), report.facts),
    sections: [...more.flatMap(({ sections }) => sections), ...(report.sections ?? [])],
  };
}
