import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { DashboardPorts } from '../../board/gate/dashboard-ports.ts';
import { loadPolicy } from '../../policy/gate/policy.ts';
import type { BoardFacts, MessageTarget } from '../../board/index.ts';
import type { Report } from '../../report/model.ts';
import { causeChain } from '../../kernel/cause-chain.ts';
import type { RunnerEnvironment } from '../../runner/environment.ts';
import { mask } from '../../runner/mask.ts';
import { errorReport } from '../../report/error-report.ts';
import { actionLog } from '#lib/action';
import { keptFile } from '../../runner/kept-file.ts';
import { workingFolder } from '../../runner/paths.ts';
import type { ActionContext } from '../../runner/run-action.ts';
import type { ActionResult } from '../../runner/action-result.ts';
import { isUserError, UserError } from '../../kernel/user-error.ts';
import { writePage } from '../../runner/publish/write-page.ts';
import { outputTexts } from '../../runner/publish/output-texts.ts';
import { commitSources } from '../../runner/ledger/commit-sources.ts';
import { membersBy } from '../../runner/ledger/correction-rights.ts';
import { trustOf } from '../../runner/ledger/trust.ts';
import { signaturesBy } from '../../runner/signatures.ts';
import { connectGitHub, gitLedger, runsBy } from '../../runner/ledger/lineage-ledger.ts';
import { statesBy } from '../../runner/ledger/states.ts';
import { readInputs } from '../../kernel/settings.ts';
import { driftOf } from './drift.ts';
import { dashboardInputs, type DashboardInputs } from './inputs.ts';

export async function main(context: ActionContext): Promise<ActionResult> {
  const inputs = readInputs(dashboardInputs, context.input);
  const { environment } = context;
  // Also what could not be done is a report with all outputs: a later step reads them without asking.
  const report: Report<Partial<BoardFacts>> = await run(inputs, environment).catch((error: unknown) => {
    actionLog.debug(causeChain(error));
    return errorReport('build-dashboard', error);
  });
  return { report, outputs: outputsOf(report), channels: {} };
}

/** Over git only: a board reads all of the ledger, and over the API each record would be a request. */
async function run(inputs: DashboardInputs, environment: RunnerEnvironment): Promise<Report<BoardFacts>> {
  const { remote, token, trunk, policy, out } = inputs;
  const { workspace, repository, serverUrl, event } = environment;
  // An address that cannot be read is said before anything is done.
  const targets = await placesOf(inputs.notify);
  const cwd = await workingFolder(workspace, inputs.workingDirectory);
  const ledger = await gitLedger(environment, { cwd, remote, token });
  let sources: ReturnType<typeof commitSources> | undefined;
  try {
    const [{ folderTree }, { boardPolicy, buildDashboard }] = await Promise.all([
      import('#lib/git'),
      import('#lib/board'),
    ]);
    const main = trunk ?? event.defaultBranch;
    const {
      lineage,
      targets: served,
      ...read
    } = await boardPolicy(await folderTree(cwd), {
      policy,
      ...(main === undefined ? {} : { trunk: main }),
    });
    const code = () => (sources ??= commitSources(environment, { cwd, remote, token }));
    const announcing = { targets, when: inputs.notifyWhen };
    const request = {
      name: repository,
      url: `${serverUrl}/${repository}`,
      language: inputs.lang,
      pageUrl: inputs.pageUrl,
      announcing,
      ...read,
    };
    return await buildDashboard(request, {
      ledger,
      rights: { correctors: () => Promise.resolve(lineage.correctors), ...membersBy(environment, token) },
      ...statesBy(environment, token, () => Promise.resolve(lineage.abandoned)),
      ...runsBy(environment, token),
      ...(token !== undefined && {
        delivery: async () => ({
          source: (await connectGitHub(environment, token)).delivery,
          cache: ledger.cache,
        }),
      }),
      http: async () => (await import('#lib/http')).httpPort(actionLog),
      cache: ledger.cache,
      ...(inputs.state !== undefined && {
        kept: keptFile(await stateFile(workspace, inputs.state), actionLog),
      }),
      signatures: signaturesBy(() => trustOf(environment, token)),
      ...(await tagsOf(inputs, environment, cwd)),
      ...(await linesOf(inputs, cwd, main)),
      file: path.basename(out),
      write: (page) => writePage(path.resolve(cwd, out), page, workspace),
      beside: (name, page) => writePage(path.resolve(cwd, path.dirname(out), name), page, workspace),
      ...driftOf(served, environment, token, async () => ({
        ...(await code()),
        ledger,
        trunk: main ?? read.settings.trunk ?? 'main',
      })),
      code,
      now: Date.now,
    });
  } finally {
    await Promise.all([ledger.close(), (await sources)?.close()]);
  }
}

/** Below the workspace, links resolved. */
async function stateFile(workspace: string, folder: string): Promise<string> {
  const relative = path.relative(workspace, path.resolve(workspace, folder));
  if (relative.startsWith('..') || path.isAbsolute(relative))
    throw new UserError(`state ${folder} lies outside of the workspace.`, {
      help: 'Give a folder below the workspace.',
    });
  await mkdir(path.resolve(workspace, folder), { recursive: true });
  return path.join(await workingFolder(workspace, folder), 'board-records');
}

/** Addresses and secrets are struck out of all that is printed from here on. */
async function placesOf(notify: string): Promise<readonly MessageTarget[]> {
  for (const word of notify.split(/\s+/)) if (word.length > 7) mask(word);
  const { messageTargets } = await import('#lib/board');
  const targets = messageTargets(notify);
  for (const { secret } of targets) mask(secret);
  return targets;
}

/** Of the repository that everyone shares, not those of a clone: by GitHub where there is a token, else by the clone's remote. */
async function tagsOf(
  { token, remote }: DashboardInputs,
  environment: RunnerEnvironment,
  cwd: string,
): Promise<Pick<DashboardPorts, 'tags'>> {
  if (token !== undefined)
    return { tags: async () => (await connectGitHub(environment, token)).tags.list('') };
  const { openRepository } = await import('#lib/git');
  try {
    const repository = await openRepository({ cwd, log: actionLog, remote });
    return { tags: () => repository.tagStore().list('') };
  } catch (error) {
    if (isUserError(error)) return {};
    throw error;
  }
}

/** Merges of trunk that are counted. */
const mostMerges = 20_000;

/** What trunk lacks of release lines, and how it was merged, where a clone of the repository knows any. */
async function linesOf(
  { remote, token, policy: file }: DashboardInputs,
  cwd: string,
  trunk: string | undefined,
): Promise<Pick<DashboardPorts, 'missing' | 'trunkLog'>> {
  const { openRepository } = await import('#lib/git');
  try {
    const named = { cwd, log: actionLog, remote, ...(token === undefined ? {} : { token }) };
    const repository = await openRepository(named);
    const branches = await repository.remoteBranches.all();
    const tip = branches.find(({ name }) => name === (trunk ?? 'main'));
    if (tip === undefined) return {};
    const { policy } = await loadPolicy(repository.tree(tip.sha), file);
    const request = { trunk: tip, branches, settings: policy.branches };
    const { missingOnTrunk } = await import('#lib/branches');
    return {
      missing: () => missingOnTrunk(request, { git: repository.merges, now: Date.now }),
      trunkLog: () => repository.trunkLog(tip.sha, mostMerges),
    };
  } catch (error) {
    if (isUserError(error)) return {};
    throw error;
  }
}

function outputsOf({ facts }: Report<Partial<BoardFacts>>): Record<string, string> {
  const { page = '' } = facts;
  return outputTexts({
    page,
    folder: page === '' ? '' : path.dirname(page),
    serving: facts.serving,
    owed: facts.owed,
    unread: facts.unread,
  });
}
