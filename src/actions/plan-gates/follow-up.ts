import { connectGitHub } from '#lib/change';
import type { Merged } from '../../board/gate/owed.ts';
import type { Ports } from '../../ports/index.ts';
import type { RunnerEnvironment } from '../../runner/environment.ts';
import type { JudgedFix } from '../../branches/index.ts';
import { isUserError, UserError } from '../../kernel/user-error.ts';

export interface FollowUpOptions {
  readonly token?: string | undefined;
  readonly trunk: string | undefined;
  /** Fixes of release lines that trunk lacks, by this clone; throws a UserError where it cannot tell. */
  readonly lines: () => Promise<readonly JudgedFix[]>;
}

/** What merged hotfixes owe, and their issues kept up to date. Throws a UserError where the ledger cannot be read. */
export async function followUp(
  environment: RunnerEnvironment,
  { token, trunk, lines }: FollowUpOptions,
  { owed }: Pick<Ports, 'owed'>,
): Promise<Merged> {
  const all = (await owed?.()) ?? [];
  if (all.length === 0) return { owed: [], evaluate: [], findings: [] };
  if (token === undefined) throw noToken();
  const { commits, issues } = await connectGitHub(environment, token);
  const { keepIssues, mergedOnly } = await import('#lib/board');
  const merged = await mergedOnly(all, trunk, commits.holds);
  const findings = await keepIssues(merged.owed, {
    issue: issues.get,
    keepComment: issues.comments.upsert,
    change: issues.change,
    lacking: async ({ sha, branch }) => {
      if (!branch.startsWith('release/') || trunk === undefined) return undefined;
      if (await commits.holds(trunk, sha)) return undefined;
      return lackingOf(sha, trunk, await lines().catch(asReason));
    },
  });
  return { ...merged, findings: [...merged.findings, ...findings] };
}

/** `missing`: what trunk lacks, or why that is not known. */
function lackingOf(sha: string, trunk: string, missing: readonly JudgedFix[] | string): string | undefined {
  if (typeof missing === 'string') return `whether ${trunk} has it cannot be determined (${missing})`;
  const own = missing.filter((fix) => fix.sha === sha || fix.merge === sha);
  return own.length === 0
    ? undefined
    : `${own.map((fix) => fix.sha.slice(0, 8)).join(', ')} is not on ${trunk}`;
}

function asReason(error: unknown): string {
  if (!isUserError(error)) throw error;
  return error.message;
}

function noToken(): UserError {
  return new UserError(
    'Without a token nobody can tell which hotfixes were merged, and their issues cannot be kept.',
    {
      help: 'Pass `github-token: ${{ github.token }}` in a job with "contents: read" and "issues: write".',
    },
  );
}
