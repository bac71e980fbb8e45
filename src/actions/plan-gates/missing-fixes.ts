import type { JudgedFix } from '../../branches/index.ts';
import { UserError } from '../../kernel/user-error.ts';
import type { Policy } from '../../policy/index.ts';
import { actionLog } from '#lib/action';
import type { RunnerEnvironment } from '../../runner/environment.ts';
import { workingFolder } from '../../runner/paths.ts';

/** Fixes of release lines that trunk lacks, also those on their way. Throws a UserError where this clone cannot tell. */
export async function missingFixes(
  { workspace }: RunnerEnvironment,
  { workingDirectory, token }: { readonly workingDirectory: string; readonly token?: string },
  trunk: string | undefined,
  policy: Policy,
): Promise<readonly JudgedFix[]> {
  const [{ openRepository }, { forwardPort }] = await Promise.all([
    import('#lib/git'),
    import('#lib/branches'),
  ]);
  const cwd = await workingFolder(workspace, workingDirectory);
  const repository = await openRepository({ cwd, log: actionLog, ...(token === undefined ? {} : { token }) });
  const branches = await repository.remoteBranches.all();
  const tip = branches.find(({ name }) => name === trunk);
  if (tip === undefined || (await repository.isShallow()))
    throw new UserError('the checkout has a part of the history only', {
      help: 'Check out with `fetch-depth: 0`.',
    });
  const request = { trunk: tip, branches, settings: policy.branches, open: 0 };
  const { facts } = await forwardPort(request, { git: repository.merges, now: Date.now });
  if (!facts.complete)
    throw new UserError('the release lines could not all be compared with trunk', {
      help: 'Narrow `branches.releases` in the policy to the lines that are still kept.',
    });
  return [...facts.owed, ...facts.underway];
}
