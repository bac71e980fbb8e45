/** What the receiver is given about the commit: from the inputs, else from the event, else from GitHub. */
import { isRead } from '../../dependencies/index.ts';
import { configDefaults } from '#lib/change';
import type { Repository } from '#lib/git';
import type { GitHub } from '#lib/github';
import { digestOf } from '../../lineage/gate/digest.ts';
import { matchingPaths } from '../../kernel/matching.ts';
import type { FileTree } from '../../ports/index.ts';
import type { RunnerEnvironment } from '../../runner/environment.ts';
import type { Policy } from '../../policy/index.ts';
import type { PipelineCall } from '../../releases/index.ts';
import type { TriggerInputs } from './inputs.ts';

export interface CallSources {
  readonly environment: RunnerEnvironment;
  readonly inputs: TriggerInputs;
  readonly repository: Repository;
  readonly policy: Policy;
  /** Full SHA. */
  readonly sha: string;
  readonly github?: GitHub;
}

/** Throws a UserError where a file of the commit cannot be read. */
export async function callOf({
  environment,
  inputs,
  policy,
  ...sources
}: CallSources): Promise<PipelineCall> {
  const { sha } = sources;
  const { event } = environment;
  const tree = sources.repository.tree(sha);
  const merged = await pullRequestOf(environment, inputs, sha, sources.github);
  return {
    schema: 1,
    pipeline: inputs.pipeline,
    repository: environment.repository,
    version: inputs.version ?? `dev-${sha.slice(0, 8)}`,
    git_ref: inputs.gitRef ?? event.headRef ?? sha,
    sha,
    author: inputs.author ?? merged?.author ?? event.pullRequest?.author ?? process.env['GITHUB_ACTOR'] ?? '',
    pr_number: inputs.prNumber ?? merged?.number ?? event.pullRequest?.number ?? null,
    config_digest: await configDigest(tree, policy),
    dependency_digest: await dependencyDigest(tree, policy),
    ...(inputs.extra === undefined ? {} : { extra: inputs.extra }),
  };
}

/** The pull request that a push merged; asked for only where the inputs and the event do not say it. */
async function pullRequestOf(
  { event }: RunnerEnvironment,
  inputs: TriggerInputs,
  sha: string,
  github: GitHub | undefined,
): Promise<{ readonly author: string; readonly number: number } | undefined> {
  const known = inputs.prNumber !== undefined && inputs.author !== undefined;
  if (known || github === undefined || event.kind !== 'push') return undefined;
  return (await github.commits.pullRequests(sha)).find(({ mergeCommit }) => mergeCommit === sha);
}

async function configDigest(tree: FileTree, { config }: Policy): Promise<string | null> {
  return digestOf(tree, matchingPaths(await tree.list(), config.files ?? configDefaults.files));
}

/** Locks and manifests, as the dependency gate knows them. */
async function dependencyDigest(tree: FileTree, { dependencies }: Policy): Promise<string | null> {
  const { files = [] } = dependencies;
  const all = await tree.list();
  if (files.length > 0) return digestOf(tree, matchingPaths(all, files));
  return digestOf(tree, all.filter(isRead));
}
