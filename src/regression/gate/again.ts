/** What this job asked of trunk again: samples that its results leave open. */
import {
  columnsOf,
  regressionRules,
  shown,
  shownList,
  withAnswers,
  type Comparison,
  type RegressionSettings,
  type ResultSet,
} from '../index.ts';
import { count } from '../../kernel/text.ts';
import type { Finding } from '../../report/model.ts';
import type { Ports } from '../../ports/index.ts';
import { readablePaths } from '../../ports/readable-paths.ts';
import type { TrunkResults } from './baseline.ts';
import { matching, readSide } from './sides.ts';

export interface ReadAgain {
  readonly results: ResultSet;
  readonly findings: readonly Finding[];
}

/** Trunk's results with the answers that this job adds; nothing of the change can stand in for them. */
export async function askedAgain(
  results: ResultSet,
  settings: RegressionSettings,
  { change, workspace }: Ports,
): Promise<ReadAgain> {
  const files = await matching(workspace, settings.baselineAgain);
  const [file] = files;
  if (file === undefined) return { results, findings: [] };
  const committed = new Set(await readablePaths(change.head));
  const own = files.filter((path) => committed.has(path));
  if (own.length > 0)
    return {
      results,
      findings: [
        said(
          'warning',
          `${shownList(own)}: committed with the change, so nothing of it counts as an answer of trunk`,
          own[0] ?? file,
        ),
      ],
    };
  const again = await readSide(workspace, files, columnsOf(settings));
  const { answered, open, refused, results: whole } = withAnswers(results, again);
  if (refused !== undefined)
    return {
      results,
      findings: [
        said(
          'warning',
          `The answers of trunk in ${shown(file)} are not used, for they were made in another way: ${refused}`,
          file,
        ),
      ],
    };
  const of = `${answered} of ${count(open, 'sample')} that trunk's results leave open`;
  return {
    results: whole,
    findings: [
      ...again.findings,
      said(
        'notice',
        `${of} ${answered === 1 ? 'was' : 'were'} evaluated again on its commit in this job: the new answers count`,
        file,
      ),
    ],
  };
}

function said(severity: 'notice' | 'warning', message: string, file: string): Finding {
  return regressionRules['asked-again'].finding({
    severity,
    message: `${message}.`,
    file,
    help:
      severity === 'notice'
        ? 'Nothing to do.'
        : 'Let the job write these files itself, by evaluating the ids of the output rerun-baseline on a checkout of rerun-baseline-commit, set up as trunk was.',
  });
}

/** With the commit on which the samples of trunk that are open are to be evaluated again. */
export function withRerunCommit(comparison: Comparison, { source, tree }: TrunkResults): Comparison {
  const { rerun } = comparison.facts;
  const commit = source?.sha ?? tree?.sha;
  if (rerun === undefined || rerun.baseline.length === 0 || commit === undefined) return comparison;
  return { ...comparison, facts: { ...comparison.facts, rerun: { ...rerun, commit } } };
}
