import type { Repository } from '#lib/git';
import type { Code } from '../../check/trace-code.ts';
import { apiCommitSource, type PullFacts } from '../../lineage/gate/commit-source.ts';
import type { TracePorts } from '../../lineage/gate/traced.ts';
import type { RunnerEnvironment } from '../environment.ts';
import { actionLog } from '#lib/action';
import { cloneOrScratch } from './clone.ts';
import { lineagePolicyOn, membersBy, rightsOf } from './correction-rights.ts';
import { statesBy } from './states.ts';
import { isMerged } from './merged.ts';
import { connectGitHub, type LedgerPlace } from './lineage-ledger.ts';

/** What is known of commits and lines: by the clone, else by one that is made for that; by GitHub where git cannot, and of pull requests. */
export async function commitSources(
  environment: RunnerEnvironment,
  { cwd, token }: LedgerPlace,
): Promise<Code & Pick<Required<TracePorts>, 'rights' | 'states'> & { close(): Promise<void> }> {
  const { lazily, orElse } = await import('#lib/lineage');
  const { own: clone, repository, close } = await cloneOrScratch(environment, { cwd, token });
  const git = lazily(async () => codeOf(await repository(), token));
  const { defaultBranch } = environment.event;
  const policy = lineagePolicyOn(repository, defaultBranch);
  const words = {
    rights: rightsOf(policy, membersBy(environment, token)),
    ...statesBy(environment, token, async () => (await policy()).abandoned),
  };
  if (token === undefined) return { ...git, ...words, close };
  const pulls = pullFacts(environment, token);
  const api = apiCode(environment, token, pulls);
  if (clone === undefined) return { ...orElse(git, api), commits: api.commits, ...words, close };
  return { ...orElse(git, api), commits: apiCommitSource(pulls, git.commits), ...words, close };
}

async function codeOf(repository: Repository, token: string | undefined): Promise<Code> {
  const [{ lineReader }, { codeOfClone }] = await Promise.all([import('#lib/git'), import('#lib/lineage')]);
  const reader = await lineReader({ repository, log: actionLog, ...(token === undefined ? {} : { token }) });
  return codeOfClone(repository, reader, await tools());
}

async function tools() {
  const { commands } = await import('#lib/git');
  return { log: actionLog, commands, now: Date.now };
}

function apiCode(environment: RunnerEnvironment, token: string, pulls: PullFacts): Code {
  const github = () => connectGitHub(environment, token);
  return {
    commits: apiCommitSource(pulls, undefined),
    lines: { blame: async (request) => (await github()).lines.blame(request) },
    compare: async (before, after) => {
      const { compareCode, mergesAmong } = await import('#lib/lineage');
      const { changeSet, commits } = await github();
      const change = await changeSet(before, after);
      const mergesOf = mergesAmong(
        () => change.commits(),
        (sha) => commits.files(sha),
      );
      return compareCode(change, await tools(), { mergesOf });
    },
  };
}

function pullFacts(environment: RunnerEnvironment, token: string): PullFacts {
  const github = () => connectGitHub(environment, token);
  return {
    ofCommit: async (sha) => {
      const found = await (await github()).commits.pullRequests(sha);
      const [pull] = [
        ...found.filter(({ mergeCommit, head }) => mergeCommit === sha || head.sha === sha),
        ...found,
      ];
      return pull === undefined ? undefined : { number: pull.number, title: pull.title, author: pull.author };
    },
    tree: async (sha) => (await (await github()).commits.get(sha))?.tree,
    read: async (sha, path) => (await (await github()).manifests.tree(sha)).read(path),
    beside: async (sha) => {
      const { commits, pulls } = await github();
      const found = (await commits.pullRequests(sha)).slice(0, 3);
      const inside = await Promise.all(found.map(({ number }) => pulls.commits(number)));
      const ends = found.flatMap(({ head, mergeCommit = '' }) => [mergeCommit, head.sha]);
      return [...ends.filter((one) => one !== ''), ...inside.flat().map((one) => one.sha)];
    },
    isMerged: async (sha) => {
      const trunk = environment.event.defaultBranch;
      if (trunk === undefined) return undefined;
      return isMerged(await github(), trunk, sha);
    },
    commit: async (sha) => {
      const { commits } = await github();
      const commit = await commits.get(sha);
      if (commit === undefined) return {};
      const files = (await commits.files(sha)).map(({ status, path }) => ({ status, path }));
      return { author: commit.author, subject: commit.message.split('\n', 1)[0] ?? '', files };
    },
  };
}
