import { commands, lineReader, openRepository, type Repository } from '#lib/git';
import { compareCode } from '#lib/lineage';
import { apiCommitSource, gitCommitSource, type PullFacts } from '../../gates/lineage/commit-source.ts';
import type { DiffPorts } from '../../gates/lineage/diff.ts';
import { loadPolicy } from '../../gates/policy.ts';
import { policyPath } from '../../trunk/index.ts';
import type { RunnerEnvironment } from '../../runtime/environment.ts';
import { actionLog } from '#lib/action';
import { isUserError } from '../../runtime/user-error.ts';
import { connectGitHub, type LedgerPlace } from '../lineage-ledger.ts';

type Sources = Pick<DiffPorts, 'commits' | 'lines' | 'compare'>;

/** What is told of commits and lines: by the clone where there is one, by GitHub where there is a token. */
export async function commitSources(
  environment: RunnerEnvironment,
  { cwd, token }: LedgerPlace,
): Promise<Sources> {
  const clone = await fromClone(cwd, token);
  if (token === undefined) return clone;
  return { ...clone, commits: apiCommitSource(fromGitHub(environment, token), clone.commits) };
}

async function fromClone(cwd: string, token: string | undefined): Promise<Sources> {
  const secret = token === undefined ? {} : { token };
  try {
    const repository = await openRepository({ cwd, log: actionLog, ...secret });
    const lines = await lineReader({ repository, log: actionLog, ...secret });
    return { commits: gitCommitSource(repository, lines), lines, compare: comparer(repository) };
  } catch (error) {
    if (isUserError(error)) return {};
    throw error;
  }
}

/** Nothing is judged here: the policy of the older commit only says which files are configs and which packages are watched. */
function comparer(repository: Repository): NonNullable<Sources['compare']> {
  return async (before, after) => {
    const base = await repository.resolve(before);
    const change = await repository.changeSet({ base, head: after, mergeBaseSha: base });
    const { policy } = await loadPolicy(repository.tree(base), policyPath);
    const ports = { change, workspace: change.head, log: actionLog, commands, now: Date.now };
    return compareCode(policy, ports);
  };
}

function fromGitHub(environment: RunnerEnvironment, token: string): PullFacts {
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
    commit: async (sha) => {
      const commit = await (await github()).commits.get(sha);
      return commit === undefined
        ? undefined
        : { author: commit.author, subject: commit.message.split('\n', 1)[0] ?? '' };
    },
    files: async (pull) =>
      (await (await github()).pulls.files(pull)).map((path) => ({ status: 'changed', path })),
  };
}
