/** Reads files of outcomes and gives the verdict on them. */
import { chunksOf } from '../../regression/gate/sides.ts';
import { makeReport } from '../../report/make.ts';
import type { Report } from '../../report/model.ts';
import { UserError } from '../../kernel/user-error.ts';
import type { FileTree } from '../../ports/index.ts';
import { eachOnce, readablePaths } from '../../ports/readable-paths.ts';
import {
  judgeOutcomes,
  openOutcomes,
  OutcomeCollector,
  parseGuardrail,
  type CollectedOutcomes,
  type ColumnNames,
  type CompareFacts,
  type CompareSettings,
} from '../index.ts';

export const compareGate = 'compare';

export interface OutcomeRequest {
  /** A file, or a folder of them. */
  readonly tree: FileTree;
  readonly columns: ColumnNames;
  readonly settings: CompareSettings;
  /** Milliseconds since the epoch. */
  now(): number;
}

export async function compareOutcomes(request: OutcomeRequest): Promise<Report<CompareFacts>> {
  const started = request.now();
  const outcomes = await collectOutcomes(request);
  return makeReport({
    gate: compareGate,
    ...judgeOutcomes(outcomes, request.settings, started),
    durationMs: request.now() - started,
  });
}

/** Throws a UserError where there is no file, or where one has not the columns that are needed. */
export async function collectOutcomes({
  tree,
  columns,
  settings,
}: Omit<OutcomeRequest, 'now'>): Promise<CollectedOutcomes> {
  const files = await eachOnce(tree, await readablePaths(tree));
  if (files.length === 0)
    throw new UserError(`The ${tree.name} has no file of outcomes.`, {
      help: 'Name a file with --outcomes.',
    });
  const collector = new OutcomeCollector();
  const metrics = [
    ...settings.metric,
    ...settings.guardrail.flatMap((one) => parseGuardrail(one)?.name ?? []),
  ];
  for (const file of files) {
    const reader = openOutcomes(file, collector, { columns, metrics });
    for await (const chunk of chunksOf(tree, file)) reader.push(chunk);
    await reader.end();
  }
  return collector.result();
}
