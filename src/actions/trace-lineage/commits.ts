import { lineReader, openRepository } from '#lib/git';
import { apiCommitSource, gitCommitSource, type PullFacts } from '../../gates/lineage/commit-source.ts';
import type { CommitSource } from '../../gates/lineage/trace.ts';
import type { RunnerEnvironment } from '../../runtime/environment.ts';
import { actionLog } from '../../runtime/log.ts';
import { isUserError } from '../../runtime/user-error.ts';
import { connectGitHub, type LedgerPlace } from '../lineage-ledger.ts';

/** What is told of commits: by the clone where there is one, by GitHub where there is a token. */
export async function commitSources(
  environment: RunnerEnvironment,
  { cwd, token }: LedgerPlace,
): Promise<{ readonly commits?: CommitSource }> {
  const clone = await fromClone(cwd, token);
  if (token !== undefined) return { commits: apiCommitSource(fromGitHub(environment, token), clone) };
  return clone === undefined ? {} : { commits: clone };
}

async function fromClone(cwd: string, token: string | undefined): Promise<CommitSource | undefined> {
  const secret = token === undefined ? {} : { token };
  try {
    const repository = await openRepository({ cwd, log: actionLog, ...secret });
    return gitCommitSource(repository, await lineReader({ repository, log: actionLog, ...secret }));
  } catch (error) {
    if (isUserError(error)) return undefined;
    throw error;
  }
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
