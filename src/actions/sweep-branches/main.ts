import type { Repository } from '#lib/git';
import type { GitHub } from '#lib/github';
import type { SweepFacts } from '../../branches/index.ts';
import { loadNamedPolicy } from '../../policy/gate/named-policy.ts';
import type { Report } from '../../report/model.ts';
import { causeChain } from '../../kernel/cause-chain.ts';
import type { RunnerEnvironment } from '../../runner/environment.ts';
import { errorReport } from '../../report/error-report.ts';
import { actionLog } from '#lib/action';
import { workingFolder } from '../../runner/paths.ts';
import type { ActionContext } from '../../runner/run-action.ts';
import type { ActionResult } from '../../runner/action-result.ts';
import { UserError } from '../../kernel/user-error.ts';
import { outputTexts } from '../../runner/publish/output-texts.ts';
import { readInputs } from '../../kernel/settings.ts';
import { sweepInputs, type SweepInputs } from './inputs.ts';

/** Where nothing could be done, without facts. */
type Swept = Report<Partial<SweepFacts>>;

export async function main(context: ActionContext): Promise<ActionResult> {
  const inputs = readInputs(sweepInputs, context.input);
  const { environment } = context;
  // Also what could not be done is a report with all outputs: a later step reads them without asking.
  const report: Swept = await run(environment, inputs).catch((error: unknown) => {
    actionLog.debug(causeChain(error));
    return errorReport('sweep-branches', error);
  });
  return { report, outputs: outputsOf(report), channels: {} };
}

async function run(environment: RunnerEnvironment, inputs: SweepInputs): Promise<Swept> {
  const github = await connected(environment, inputs.token);
  return inputs.restore === undefined
    ? sweep(environment, inputs, github)
    : restore(inputs.restore, environment, github);
}

async function connected(
  { apiUrl, repository }: RunnerEnvironment,
  token: string | undefined,
): Promise<GitHub> {
  if (token === undefined)
    throw new UserError('There is no token: which branches may go is known to GitHub only.', {
      help: 'Pass `github-token: ${{ github.token }}`.',
    });
  const { connect } = await import('#lib/github');
  return connect({ token, apiUrl, repository, log: actionLog });
}

async function sweep(environment: RunnerEnvironment, inputs: SweepInputs, github: GitHub): Promise<Swept> {
  const repository = await open(environment, inputs);
  const trunk = environment.event.defaultBranch;
  const tip = trunk === undefined ? undefined : (await github.branches.get(trunk))?.sha;
  if (trunk === undefined || tip === undefined)
    throw new UserError('The event does not name the default branch, so its policy cannot be read.', {
      help: 'Run it on schedule or workflow_dispatch, with the payload as GitHub sends it.',
    });
  const { policy, findings } = await loadNamedPolicy(
    repository.tree(await repository.resolve(tip)),
    inputs.policy,
  );
  const { notSwept, sweepBranches } = await import('#lib/branches');
  const [broken] = findings;
  if (broken !== undefined) return notSwept(broken.message, findings);
  const request = {
    settings: policy.sweep,
    lines: policy.branches.lines,
    repository: environment.repository,
    trunks: [trunk, ...(policy.trunk === undefined ? [] : [policy.trunk])],
    dryRun: inputs.dryRun,
  };
  return sweepBranches(request, {
    github,
    remove: repository.remoteBranches.remove,
    log: actionLog,
    now: Date.now,
  });
}

async function open(
  { workspace }: RunnerEnvironment,
  { workingDirectory, remote, token }: SweepInputs,
): Promise<Repository> {
  const cwd = await workingFolder(workspace, workingDirectory);
  const { openRepository } = await import('#lib/git');
  return openRepository({ cwd, log: actionLog, remote, ...(token === undefined ? {} : { token }) });
}

async function restore(branch: string, { repository }: RunnerEnvironment, github: GitHub): Promise<Swept> {
  const { restoreBranch } = await import('#lib/branches');
  return restoreBranch({ branch, repository }, github);
}

function outputsOf({ facts: { deleted, reminded, restored } }: Swept): Record<string, string> {
  return outputTexts({ deleted, reminded, restored });
}
