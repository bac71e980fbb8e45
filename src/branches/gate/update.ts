/** Brings trunk into the branch of a pull request over GitHub's API, only while its head is the one that was judged. */
import { branchRules } from '../rules.ts';
import type { GitHub } from '#lib/github';
import type { Finding, Report } from '../../report/model.ts';
import { isUserError } from '../../kernel/user-error.ts';
import type { BranchFacts } from '../index.ts';
import { isEntitled, type BranchSettings } from '../../policy/index.ts';

export interface UpdateRequest {
  readonly number: number;
  readonly head: string;
  readonly trunk: string;
  readonly fork: boolean;
  readonly how: BranchSettings['sync'];
  /** Login of who asked for it by a comment: then it needs write permission. */
  readonly requestedBy?: string;
}

export type UpdateApi = Pick<GitHub, 'pulls' | 'people'>;

/** The report with what came of it; `facts.synced` is true where GitHub accepted the merge. The verdict stays. */
export async function updateBranch(
  report: Report<BranchFacts>,
  request: UpdateRequest,
  github: UpdateApi,
): Promise<Report<BranchFacts>> {
  const { facts } = report;
  if (facts.behind === 0) return { ...report, facts: { ...facts, synced: false } };
  const problem = problemOf(report, request) ?? (await refusalOf(request, github));
  const outcome = problem ?? (await update(request, github));
  return {
    ...report,
    findings: [...report.findings, outcome],
    facts: { ...facts, synced: outcome.rule === branchRules.synced.id },
  };
}

/** What is known to stand against it, before anything is asked of GitHub. */
function problemOf(report: Report, { fork, trunk }: UpdateRequest): Finding | undefined {
  if (fork)
    return notSynced(
      'the branch lies in a fork, which this token may not write to.',
      `Its owner can: "Update branch" on the pull request, or \`model-gates sync\`.`,
    );
  if (report.findings.some(({ rule }) => rule === branchRules['conflicts-with-trunk'].id))
    return notSynced(
      `the merge with ${trunk} would conflict.`,
      'Run `model-gates sync` in a clone: it lists what a person must resolve.',
    );
  return undefined;
}

/** Anyone may comment, so a comment is not an authority: who wrote it must be able to push. */
async function refusalOf(
  { requestedBy }: UpdateRequest,
  { people }: UpdateApi,
): Promise<Finding | undefined> {
  if (requestedBy === undefined) return undefined;
  try {
    const permission = await people.permission(requestedBy);
    const standing = { login: requestedBy, permission, teams: [] };
    if (isEntitled({ users: [], teams: [], permission: 'write' }, standing)) return undefined;
    return notSynced(
      `${requestedBy} asked for it and has the permission ${permission} here, not write.`,
      'Let someone with write permission comment.',
    );
  } catch (error) {
    return failed(error);
  }
}

async function update({ number, head, trunk, how }: UpdateRequest, { pulls }: UpdateApi): Promise<Finding> {
  try {
    if (await pulls.updateBranch(number, head, how))
      return branchRules.synced.finding({
        message: done[how](trunk),
        help: `Run \`${how === 'rebase' ? 'git pull --rebase' : 'git pull'}\` in your clone. ${waiting}`,
      });
    return notSynced(
      `somebody pushed meanwhile, so the head is no longer ${head.slice(0, 8)}; nothing was changed.`,
      'Run it again for the new head.',
    );
  } catch (error) {
    return failed(error);
  }
}

const done: Readonly<Record<BranchSettings['sync'], (trunk: string) => string>> = {
  merge: (trunk) => `GitHub is merging ${trunk} into this branch.`,
  rebase: (trunk) => `GitHub is rebasing this branch onto ${trunk}.`,
};

const waiting =
  'Approvals of a hotfix and exemptions were for the head before, and end with it: ask for them anew. Where this was done with GITHUB_TOKEN, checks of the new head wait for an approval to run; the token of a GitHub App starts them at once.';

function failed(error: unknown): Finding {
  if (!isUserError(error)) throw error;
  return notSynced(`${error.message}.`, error.help ?? 'Run it again, or use `model-gates sync`.');
}

function notSynced(reason: string, help: string): Finding {
  return branchRules['not-synced'].finding({
    message: `Trunk was not brought in: ${reason}`,
    help,
  });
}
