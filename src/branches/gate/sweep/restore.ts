import type { GitHub } from '#lib/github';
import type { Report } from '../../../report/model.ts';
import { makeReport } from '../../../report/make.ts';
import type { SweepFacts } from '../../index.ts';
import { UserError } from '../../../kernel/user-error.ts';
import { closedPull } from './state.ts';

export interface RestoreRequest {
  readonly branch: string;
  /** `owner/name`. */
  readonly repository: string;
  /** Full SHA; default: the head that the branch's last closed pull request has. */
  readonly sha?: string;
}

export type RestoreApi = Pick<GitHub, 'pulls' | 'refs'>;

/**
 * Creates a deleted branch anew at its recorded tip; never moves one that is there. The tip is the one that GitHub keeps with the pull
 * request, the same that the reminder names: a comment, which anybody can write, is not trusted with it.
 */
export async function restoreBranch(
  request: RestoreRequest,
  github: RestoreApi,
): Promise<Report<SweepFacts>> {
  const { branch } = request;
  const ref = `refs/heads/${branch}`;
  const { sha, from } = await recorded(request, github);
  const there = await github.refs.get(ref);
  if (there?.sha === sha) return restored(branch, sha, `it is there already, at its recorded tip`, false);
  if (there !== undefined || !(await github.refs.create(ref, sha)))
    throw new UserError(
      `There is a branch ${branch} already${there === undefined ? '' : `, at ${there.sha}`}.`,
      {
        help: `Its recorded tip is ${sha}: fetch that, or restore it under another name with \`git push origin ${sha}:refs/heads/NAME\`.`,
      },
    );
  return restored(branch, sha, from, true);
}

async function recorded(
  { branch, repository, sha }: RestoreRequest,
  { pulls }: RestoreApi,
): Promise<{ readonly sha: string; readonly from: string }> {
  if (sha !== undefined) return { sha, from: 'the SHA that was given' };
  const closed = (await pulls.list({ state: 'closed', head: branch, max: 100 }))
    .flatMap((pull) => closedPull(pull, repository))
    .filter((pull) => pull.branch === branch)
    .toSorted((a, b) => Date.parse(b.closedAt) - Date.parse(a.closedAt));
  const [last] = closed;
  if (last === undefined)
    throw new UserError(`No closed pull request of ${repository} came from a branch ${branch}.`, {
      help: 'Give its tip: `model-gates sweep --restore NAME --sha SHA`. The report of the sweep that deleted it names it.',
    });
  return { sha: last.headSha, from: `the head of #${last.number}` };
}

function restored(branch: string, sha: string, from: string, created: boolean): Report<SweepFacts> {
  return makeReport({
    gate: 'sweep-branches',
    title: created ? `${branch} is back at ${sha.slice(0, 8)}: ${from}` : `${branch}: ${from}`,
    facts: { restored: { branch, sha, created }, deleted: [], reminded: [], dryRun: false },
  });
}
