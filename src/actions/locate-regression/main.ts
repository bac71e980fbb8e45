import { actionLog } from '#lib/action';
import { causeChain } from '../../kernel/cause-chain.ts';
import { UserError } from '../../kernel/user-error.ts';
import { readInputs } from '../../kernel/settings.ts';
import { withFindings } from '../../report/make.ts';
import { errorReport } from '../../report/error-report.ts';
import type { ActionResult } from '../../runner/action-result.ts';
import type { RunnerEnvironment } from '../../runner/environment.ts';
import { openRunnerLedger } from '../../runner/ledger/lineage-ledger.ts';
import { statesBy } from '../../runner/ledger/states.ts';
import type { Policy } from '../../policy/index.ts';
import { openLocate } from '../../runner/locate/open-locate.ts';
import { workingFolder } from '../../runner/paths.ts';
import { outputTexts } from '../../runner/publish/output-texts.ts';
import type { ActionContext } from '../../runner/run-action.ts';
import { answerOn, type Located } from './answer.ts';
import { locateInputs, type LocateInputs } from './inputs.ts';

export async function main(context: ActionContext): Promise<ActionResult> {
  const began = Date.now();
  const inputs = readInputs(locateInputs, context.input);
  // Also what could not be done is a report with all outputs: a later step reads them without asking.
  const report: Located = await run(inputs, context.environment).catch((error: unknown) => {
    actionLog.debug(causeChain(error));
    return errorReport('locate-regression', error);
  });
  return { report, outputs: outputsOf(report, began), channels: {} };
}

async function run(inputs: LocateInputs, environment: RunnerEnvironment): Promise<Located> {
  const { token, remote, results, flat, metric, good, bad, issue, maxEvaluations, maxMinutes, evaluate } =
    inputs;
  if (maxEvaluations !== undefined || maxMinutes !== undefined || evaluate !== undefined)
    trunkAlone(environment);
  const cwd = await workingFolder(environment.workspace, inputs.workingDirectory);
  const { openRepository } = await import('#lib/git');
  const repository = await openRepository({
    cwd,
    log: actionLog,
    remote,
    ...(token === undefined ? {} : { token }),
  });
  const sources = {
    repository,
    cwd,
    log: actionLog,
    flat,
    results,
    temp: environment.temp,
    states: ({ lineage }: Policy) =>
      statesBy(environment, token, () => Promise.resolve(lineage.abandoned)).states,
    ledger: () => openRunnerLedger(environment, { cwd, remote, token }),
  };
  const { request, ports, findings } = await openLocate(
    { metric, good, bad, maxEvaluations, maxMinutes, only: evaluate },
    sources,
  );
  const { locateMerge } = await import('#lib/locate');
  const report = withFindings(await locateMerge(request, ports), findings);
  if (issue !== undefined) await answerOn(report, issue, environment, token);
  return report;
}

/** Most merges of which the probability is recorded, and below which it is none. */
const mostRecorded = 40;
const leastRecorded = 0.0005;

/** `4f1c22d0a1b2:0.93 …`, the likeliest first: what the board draws. */
function posteriorText(merges: Located['facts']['merges']): string | undefined {
  const likely = merges?.filter(({ probability }) => probability >= leastRecorded) ?? [];
  if (likely.length === 0) return undefined;
  return likely
    .slice(0, mostRecorded)
    .map(({ sha, probability }) => `${sha.slice(0, 12)}:${probability.toFixed(4)}`)
    .join(' ');
}

/** The command is that of the policy at `bad`: of a pull request it would be the change's own. */
function trunkAlone({ event }: RunnerEnvironment): void {
  if (event.kind !== 'pull-request' && event.kind !== 'merge-group') return;
  throw new UserError('Merges are evaluated on trunk only, and this event is of a change.', {
    help: 'Run it with `max-evaluations` on schedule, push or workflow_dispatch; without it here.',
  });
}

function outputsOf({ facts }: Located, began: number): Record<string, string> {
  const { verdict, set, next, merges } = facts;
  return outputTexts({
    found: verdict,
    culprit: verdict === 'located' ? merges?.[0]?.sha : undefined,
    named: facts.named === true,
    set,
    next,
    search: searchLines(facts, began).join('\n'),
  });
}

/** Parameters for the record of the answer: when the search began, how long it took, and what it found. */
function searchLines(
  { metric, merges, range, evaluations, noMerge }: Located['facts'],
  began: number,
): string[] {
  const pairs = {
    started: new Date(began).toISOString(),
    seconds: Math.round((Date.now() - began) / 1000),
    metric,
    probability: merges?.[0]?.probability.toFixed(4),
    noise: noMerge?.toFixed(4),
    posterior: posteriorText(merges),
    evaluations,
    good: range?.good,
    bad: range?.bad,
  };
  return Object.entries(pairs).flatMap(([name, value]) =>
    value === undefined ? [] : [`locate_${name}=${String(value).replaceAll(/\s+/g, ' ')}`],
  );
}
