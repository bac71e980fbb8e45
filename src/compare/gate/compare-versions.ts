/** Two versions that the ledger knows: their evaluations, and what they were made of. */
import { lineageRules } from '../../lineage/rules.ts';
import { evaluationReader, type EvaluationReader } from '../../lineage/gate/evaluations.ts';
import { traceDiff, type DiffPorts } from '../../lineage/gate/diff.ts';
import type { ChainLink, DiffFacts, LineageNode, Moved } from '../../lineage/index.ts';
import { readRecordedFiles } from '../../regression/index.ts';
import { makeReport } from '../../report/make.ts';
import type { Report } from '../../report/model.ts';
import {
  judgeVersions,
  noSampleRatio,
  type CompareFacts,
  type CompareSettings,
  type Differences,
  type Version,
} from '../index.ts';
import { compareGate } from './compare-outcomes.ts';
import { lowered, regressionSettings } from './compare-results.ts';

export interface VersionRequest {
  /** Ids of the ledger: serving versions, weights, commits, anything. */
  readonly baseline: string;
  readonly candidate: string;
  readonly settings: Pick<CompareSettings, 'metric' | 'margin' | 'lowerIsBetter'>;
}

/** Throws a UserError where the ledger cannot be read. */
export async function compareVersions(
  request: VersionRequest,
  ports: DiffPorts,
): Promise<Report<CompareFacts>> {
  const { baseline, candidate, settings } = request;
  const traced = await traceDiff(baseline, candidate, ports);
  const { facts, findings, sections = [] } = traced;
  if (!('diff' in facts)) return unknown(traced);
  const reader = await evaluationReader(await ports.ledger.snapshot(), ports);
  const isForward = facts.before === baseline;
  const [before, after] = isForward
    ? [facts.chains.before, facts.chains.after]
    : [facts.chains.after, facts.chains.before];
  const [old, now] = isForward ? (['before', 'after'] as const) : (['after', 'before'] as const);
  const judged = judgeVersions({
    baseline: await versionOf(baseline, before, valuesOf(facts, old), reader),
    candidate: withDirection(
      await versionOf(candidate, after, valuesOf(facts, now), reader),
      settings.lowerIsBetter,
    ),
    differences: differencesOf(
      facts,
      isForward,
      !findings.some(({ rule }) => rule === lineageRules['details-unread'].id),
    ),
    details: sections,
    findings,
    settings: regressionSettings(settings),
  });
  return makeReport({ gate: compareGate, ...judged });
}

function unknown({ title, findings, sections }: Report): Report<CompareFacts> {
  return makeReport({
    gate: compareGate,
    verdict: 'inconclusive',
    title: `Void: ${title}`,
    findings,
    facts: { verdict: 'void', void: [title], sampleRatio: noSampleRatio, metrics: [] },
    ...(sections !== undefined && { sections }),
  });
}

function withDirection(version: Version, lowerIsBetter: boolean): Version {
  const { results } = version;
  return lowerIsBetter && results !== undefined ? { ...version, results: lowered(results) } : version;
}

/** With the results of the link nearest to the version that has some. */
async function versionOf(
  id: string,
  chain: readonly ChainLink[],
  values: Readonly<Record<string, number>>,
  reader: EvaluationReader,
): Promise<Version> {
  const nodes = chain
    .toSorted((a, b) => a.depth - b.depth)
    .map(({ kind, id: name, digest }): LineageNode => ({
      kind,
      id: name,
      ...(digest !== undefined && { digest }),
    }));
  const { evaluation } = await reader.nearestOf(nodes, { wanted: () => true });
  if (evaluation === undefined) return { id, chain, values };
  const { sha, by, at, files, shownAt } = evaluation;
  return { id, chain, values, results: readRecordedFiles(files), evaluated: { of: sha, by, at }, shownAt };
}

function valuesOf({ diff }: DiffFacts, side: 'before' | 'after'): Record<string, number> {
  return Object.fromEntries(
    diff.metrics.flatMap((moved) => (moved[side] === undefined ? [] : [[moved.name, moved[side]]])),
  );
}

/** From the baseline to the candidate, whichever was recorded first. */
function differencesOf({ diff }: DiffFacts, isForward: boolean, isCodeRead: boolean): Differences {
  const turned = <T>(moves: readonly Moved<T>[]): readonly Moved<T>[] =>
    isForward
      ? moves
      : moves.map(({ name, before, after }) => ({
          name,
          ...(after !== undefined && { before: after }),
          ...(before !== undefined && { after: before }),
        }));
  return {
    commits: isCodeRead ? diff.commits.length : null,
    parameters: turned(diff.parameters),
    configs: diff.configs.map(({ file }) => file),
    packages: turned([...diff.dependencies, ...lockMoves(diff)]),
    artifacts: turned(diff.artifacts),
    files: turned(diff.files),
  };
}

/** Those of lock files that no record names as installed. */
function lockMoves({ moves, dependencies }: DiffFacts['diff']): Moved<string>[] {
  const known = new Set(dependencies.map(({ name }) => name));
  return moves.flatMap(({ name, before, after }) =>
    known.has(name)
      ? []
      : [
          {
            name,
            ...(before.length > 0 && { before: before.join(', ') }),
            ...(after.length > 0 && { after: after.join(', ') }),
          },
        ],
  );
}
