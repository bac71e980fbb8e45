/** The gate where nothing is changed: is trunk, as the ledger has it, worse than the anchor? */
import {
  globsOf,
  judgeTrunkAgainst,
  readRecordedFiles,
  regressionRules,
  type Comparison,
  type RegressionSettings,
} from '../index.ts';
import { UserError } from '../../kernel/user-error.ts';
import type { Finding } from '../../report/model.ts';
import type { Ports } from '../../ports/index.ts';
import { mostAncestors } from './baseline.ts';
import { readAnchor, readTrend } from './past.ts';
import { matcher } from './sides.ts';

/** Without an anchor or an evaluation nothing is shown, which is not a pass. Throws a UserError where a change is to be judged. */
export async function judgeTrunk(settings: RegressionSettings, ports: Ports): Promise<Comparison> {
  const { change, evaluations } = ports;
  const { sha } = change.base;
  if (sha === undefined || change.files.length > 0 || (change.head.sha ?? sha) !== sha) throw changed();
  if (evaluations === undefined) return nothing('There is no ledger to read evaluations of trunk from.');
  const { evaluation, findings } = await evaluations.nearest(sha, {
    wanted: matcher(globsOf(settings)),
    ancestors: mostAncestors,
  });
  if (evaluation === undefined)
    return nothing(
      `No evaluation of trunk is recorded for commit ${sha.slice(0, 8)} nor its ${mostAncestors} first parents.`,
      findings,
    );
  const { anchor: name = 'latest-release' } = settings;
  const read = await readAnchor(name, settings, ports);
  if (read.anchor === undefined)
    return nothing(`Trunk has no anchor: ${name} cannot be used.`, read.findings);
  const trend = await readTrend(ports);
  const comparison = judgeTrunkAgainst(
    read.anchor,
    {
      name: `commit ${evaluation.sha.slice(0, 8)} of ${evaluation.at.slice(0, 10)}`,
      results: readRecordedFiles(evaluation.files),
    },
    settings,
    trend?.values ?? [],
  );
  return { ...comparison, findings: [...comparison.findings, ...findings, ...(read.findings ?? [])] };
}

function changed(): UserError {
  return new UserError('judge: trunk judges what trunk is, and there is a change', {
    help: 'Set base: HEAD on a checkout of trunk, at night or after a merge; leave judge out for a pull request.',
  });
}

function nothing(title: string, findings: readonly Finding[] = []): Comparison {
  const told = regressionRules['no-anchor'].finding({
    message: title,
    help: 'Record evaluations of trunk and of the release (model-merge.yml and model-nightly.yml with `evaluate`), and set regression.anchor in the policy.',
  });
  return {
    verdict: 'inconclusive',
    title,
    findings: findings.length > 0 ? findings : [told],
    facts: { metrics: [], nextSamples: 0, flipped: [] },
  };
}
