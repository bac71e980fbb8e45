/** What a promotion needs on a runner: everything over the API, so that no checkout is needed. */
import { actionLog } from '#lib/action';
import { systemClock } from '../../kernel/clock.ts';
import { UserError } from '../../kernel/user-error.ts';
import { targetsOf, type Target } from '../../policy/index.ts';
import { rememberedCommits } from '../../lineage/gate/commit-source.ts';
import { loadNamedPolicy } from '../../policy/gate/named-policy.ts';
import type { PromotionPorts } from '../../promotion/gate/ports.ts';
import type { Finding } from '../../report/model.ts';
import type { RunnerEnvironment } from '../../runner/environment.ts';
import { commitSources } from '../../runner/ledger/commit-sources.ts';
import { connectGitHub, openRunnerLedger, runsBy } from '../../runner/ledger/lineage-ledger.ts';
import { workingFolder } from '../../runner/paths.ts';
import { signaturesBy, trustBy } from '../../runner/signatures.ts';
import { comparisonBy, forgePorts, manifestsAt } from '../../runner/promotion.ts';
import type { PromoteInputs } from './inputs.ts';

export interface Opened {
  readonly ports: PromotionPorts;
  readonly targets: ReadonlyMap<string, Target>;
  readonly findings: readonly Finding[];
  close(): Promise<void>;
}

/** By the policy at the tip of the default branch. To be closed after use. */
export async function openPorts(
  environment: RunnerEnvironment,
  inputs: PromoteInputs,
  trunk: string | undefined,
): Promise<Opened> {
  const { token, remote } = inputs;
  if (token === undefined || trunk === undefined)
    throw new UserError(
      token === undefined
        ? 'There is no token: manifests are edited over the API.'
        : 'The event does not name the default branch, so its policy cannot be read.',
      {
        help:
          token === undefined
            ? 'Pass `github-token: ${{ github.token }}`.'
            : 'Run it with the payload as GitHub sends it.',
      },
    );
  const github = await connectGitHub(environment, token);
  const tip = await github.manifests.tip(trunk);
  if (tip === undefined) throw new UserError(`There is no branch ${trunk}.`, { help: 'Push it first.' });
  const tree = await github.manifests.tree(tip);
  const { policy, findings } = await loadNamedPolicy(tree, inputs.policy);
  const [broken] = findings.filter(({ severity }) => severity === 'error');
  if (broken !== undefined)
    throw new UserError(`The policy of ${trunk} is not valid: ${broken.message}`, {
      help: broken.help ?? 'Fix it first.',
    });
  const cwd = await workingFolder(environment.workspace, inputs.workingDirectory);
  const place = { cwd, remote, token };
  const ledger = await openRunnerLedger(environment, place);
  const opened = await commitSources(environment, place);
  const sources = { ...opened, commits: rememberedCommits(opened.commits) };
  const { owedEvaluations } = await import('#lib/board');
  const { serverUrl, repository, runId, actor = 'unknown' } = environment;
  const connect = (name: string) => connectGitHub({ ...environment, repository: name }, token);
  const ports: PromotionPorts = {
    ...forgePorts({ repository, serverUrl, connect }),
    ...runsBy(environment, token),
    ...sources,
    signatures: signaturesBy(() => trustBy(policy, tree, trunk)),
    comparison: comparisonBy({ ledger, now: systemClock.now, ...sources }, policy.compare),
    ledger,
    manifests: manifestsAt(() => Promise.resolve(github)),
    clock: systemClock,
    now: systemClock.now,
    log: actionLog,
    trunk,
    by: actor,
    ...(runId === undefined ? {} : { runUrl: `${serverUrl}/${repository}/actions/runs/${runId}` }),
    owed: async () => owedEvaluations(await ledger.snapshot(), policy, systemClock.now(), sources.rights),
  };
  const close = async () => void (await Promise.all([ledger.close(), sources.close()]));
  return { ports, targets: targetsOf(policy), findings, close };
}
