import type { Repository } from '#lib/git';
import type { GitHub } from '#lib/github';
import type { BranchFacts, BranchFigures } from '../../branches/index.ts';
import type { BranchPorts } from '../../branches/gate/check-branch.ts';
import { branchRules } from '../../branches/rules.ts';
import { loadNamedPolicy } from '../../policy/gate/named-policy.ts';
import type { LoadedPolicy } from '../../policy/gate/policy.ts';
import { withFindings } from '../../report/make.ts';
import type { Report } from '../../report/model.ts';
import type { RunnerEnvironment } from '../../runner/environment.ts';
import { actionLog } from '#lib/action';
import { workingFolder } from '../../runner/paths.ts';
import { changeChannels } from '../../runner/publish/channels.ts';
import type { ActionContext } from '../../runner/run-action.ts';
import type { ActionResult } from '../../runner/action-result.ts';
import { isUserError } from '../../kernel/user-error.ts';
import { outputTexts } from '../../runner/publish/output-texts.ts';
import { readInputs } from '../../kernel/settings.ts';
import { branchInputs, type BranchInputs } from './inputs.ts';
import { others, targetsOf, tipOf, type Target } from './targets.ts';

/** Merges tried for one branch, those with the most files in common. */
const mostTried = 10;

interface OpenPulls {
  readonly pulls: Awaited<ReturnType<GitHub['pulls']['list']>>;
  /** Why they are not known, where they are not. */
  readonly problem?: string;
}

interface Trunk {
  readonly base: string;
  readonly policy: LoadedPolicy;
}

interface World {
  readonly environment: RunnerEnvironment;
  readonly inputs: BranchInputs;
  readonly repository: Repository;
  readonly github: GitHub | undefined;
  /** Open pull requests; read once, when first needed. */
  readonly open: () => Promise<OpenPulls>;
  /** Full SHA of a branch's tip and the policy there; read once for each branch that others are to merge into. */
  readonly trunk: (name: string) => Promise<Trunk>;
}

export async function main(context: ActionContext): Promise<ActionResult> {
  const inputs = readInputs(branchInputs, context.input);
  const { environment } = context;
  const world = await openWorld(environment, inputs);
  if (inputs.forwardPort !== undefined) return carryOver(inputs.forwardPort === 'open', world);
  const { targets, all } = await targetsOf(environment, inputs, world.github);
  const report = await judge(targets, all, world);
  const { facts } = report;
  return {
    report,
    outputs: outputTexts({
      'age-hours': facts.ageHours,
      behind: facts.behind,
      conflicts: facts.conflicts,
      synced: facts.synced,
      missing: null,
    }),
    channels: all ? {} : await channelsOf(targets[0], world),
  };
}

/** Pull requests opened by one run. */
const mostOpened = 10;

/** What release lines have and trunk lacks, and pull requests with it where that is asked for. */
async function carryOver(
  open: boolean,
  { environment, repository, github, trunk }: World,
): Promise<ActionResult> {
  const { forwardPort } = await import('#lib/branches');
  const name = environment.event.defaultBranch ?? 'main';
  const { base: sha, policy } = await trunk(name);
  const request = {
    trunk: { name, sha },
    branches: await repository.remoteBranches.all(),
    settings: policy.policy.branches,
    repository: environment.repository,
    open: open ? mostOpened : 0,
  };
  const ports = { git: repository.merges, carry: repository.remoteBranches.carry, now: Date.now };
  const pulls = github === undefined ? {} : { pulls: github.pulls };
  const report = withFindings(await forwardPort(request, { ...ports, ...pulls }), policy.findings);
  const none = { 'age-hours': null, behind: null, conflicts: null, synced: null };
  return { report, outputs: outputTexts({ ...none, missing: report.facts.owed }), channels: {} };
}

/** Comment and check go to the pull request that was judged, also where the event is another's: a /sync comment. */
async function channelsOf(target: Target | undefined, world: World): Promise<ActionResult['channels']> {
  if (target === undefined) return {};
  const { environment, inputs, repository } = world;
  const { policy } = (await world.trunk(target.trunk)).policy;
  const head = repository.tree(target.head);
  const change = { base: head, head, files: [], commits: async () => [] };
  const { pullRequest: number, fork } = target;
  const { event } = environment;
  const pull = number === undefined ? undefined : { number, fork, author: '', draft: false, labels: [] };
  const judged = pull === undefined ? event : { ...event, baseRef: target.trunk, pullRequest: pull };
  return changeChannels({ ...environment, event: judged }, { ...inputs, trunk: policy.trunk }, change);
}

async function openWorld(environment: RunnerEnvironment, inputs: BranchInputs): Promise<World> {
  const cwd = await workingFolder(environment.workspace, inputs.workingDirectory);
  const { openRepository } = await import('#lib/git');
  const { token, compareAtMost } = inputs;
  const github = await connected(environment, token);
  const repository = await openRepository({
    cwd,
    log: actionLog,
    ...(token === undefined ? {} : { token }),
  });
  let open: Promise<OpenPulls> | undefined;
  const trunks = new Map<string, Promise<Trunk>>();
  const trunk = (name: string) => {
    const known = trunks.get(name) ?? readTrunk(name, { environment, inputs, repository, github });
    trunks.set(name, known);
    return known;
  };
  return {
    environment,
    inputs,
    repository,
    github,
    open: () => (open ??= openPulls(github, compareAtMost)),
    trunk,
  };
}

async function readTrunk(
  name: string,
  { environment, inputs, repository, github }: Omit<World, 'open' | 'trunk'>,
): Promise<Trunk> {
  const base = await tipOf(name, environment, github, repository);
  return {
    base,
    policy: await loadNamedPolicy(repository.tree(await repository.resolve(base)), inputs.policy),
  };
}

async function connected(
  { apiUrl, repository }: RunnerEnvironment,
  token: string | undefined,
): Promise<GitHub | undefined> {
  if (token === undefined) return undefined;
  const { connect } = await import('#lib/github');
  return connect({ token, apiUrl, repository, log: actionLog });
}

/** One more than are compared, so that the branch itself does not count. What the token may not read is reported, and fails nothing. */
async function openPulls(github: GitHub | undefined, most: number): Promise<OpenPulls> {
  if (github === undefined || most === 0) return { pulls: [] };
  try {
    return { pulls: await github.pulls.list({ state: 'open', max: most + 1 }) };
  } catch (error) {
    if (!isUserError(error)) throw error;
    return { pulls: [], problem: `${error.message}. ${error.help ?? ''}`.trim() };
  }
}

async function judge(
  targets: readonly Target[],
  all: boolean,
  world: World,
): Promise<Report<Partial<BranchFigures>>> {
  const { eachBranch, noBranch } = await import('#lib/branches');
  if (all) return eachBranch(targets, (target) => judgeTarget(target, world));
  const [target] = targets;
  return target === undefined
    ? noBranch('This event has no branch to judge: trunk itself, a tag, a deletion or the merge queue')
    : judgeTarget(target, world);
}

async function judgeTarget(target: Target, world: World): Promise<Report<Partial<BranchFacts>>> {
  const { checkBranch, standingBranch, standsByName } = await import('#lib/branches');
  const { base, policy } = await world.trunk(target.trunk);
  const trunks = [world.environment.event.defaultBranch, policy.policy.trunk];
  // A fork may call its branch as it likes.
  const byName = target.fork ? undefined : standsByName(target.branch, policy.policy.branches, trunks);
  if (byName !== undefined) return withFindings(standingBranch(target.branch, byName), policy.findings);
  const { pulls, problem } = await world.open();
  const request = {
    ...target,
    base,
    policy: policy.policy,
    others: others(pulls.filter(({ number }) => number !== target.pullRequest)),
    ...(problem === undefined ? {} : { othersUnread: problem }),
    limits: { compared: world.inputs.compareAtMost, tried: mostTried },
  };
  const report = await checkBranch(request, portsOf(target, world));
  const byUse = await standsBy(report, target, world);
  if (byUse !== undefined) return withFindings(standingBranch(target.branch, byUse), policy.findings);
  return withFindings(await synced(report, target, policy, world), policy.findings);
}

/** Why it is not a feature branch, by what GitHub knows of it: asked only where its name or age is at fault. */
async function standsBy(
  { findings }: Report,
  { branch, fork }: Target,
  { github }: World,
): Promise<string | undefined> {
  const faults: readonly string[] = [branchRules.name.id, branchRules.old.id, branchRules['over-limit'].id];
  if (fork || github === undefined || !findings.some(({ rule }) => faults.includes(rule))) return undefined;
  const { knownBranch, standsByUse } = await import('#lib/branches');
  return standsByUse(await knownBranch(branch, github));
}

function portsOf({ fork }: Target, { repository, github }: World): BranchPorts {
  const ports = { git: repository.merges, log: actionLog, now: Date.now };
  if (github === undefined || fork) return ports;
  return { ...ports, creations: (branch) => github.branches.activity(branch, ['branch_creation']) };
}

async function synced(
  report: Report<BranchFacts>,
  { pullRequest, head, trunk, fork }: Target,
  { policy }: LoadedPolicy,
  { inputs, github }: World,
): Promise<Report<BranchFacts>> {
  if (!inputs.sync || pullRequest === undefined || github === undefined) return report;
  const { updateBranch } = await import('#lib/branches');
  const asked = inputs.requestedBy === undefined ? {} : { requestedBy: inputs.requestedBy };
  const request = { number: pullRequest, head, trunk, fork, how: policy.branches.sync, ...asked };
  return updateBranch(report, request, github);
}
