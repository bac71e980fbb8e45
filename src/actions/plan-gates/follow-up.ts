import { connectGitHub } from '../../runner/ledger/lineage-ledger.ts';
import type { Merged } from '../../board/gate/owed.ts';
import type { Ports } from '../../ports/index.ts';
import type { RunnerEnvironment } from '../../runner/environment.ts';
import { UserError } from '../../kernel/user-error.ts';

export interface FollowUpOptions {
  readonly token?: string | undefined;
  readonly trunk: string | undefined;
}

/** What merged hotfixes owe, and their issues kept up to date. Throws a UserError where the ledger cannot be read. */
export async function followUp(
  environment: RunnerEnvironment,
  { token, trunk }: FollowUpOptions,
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
  });
  return { ...merged, findings: [...merged.findings, ...findings] };
}

function noToken(): UserError {
  return new UserError(
    'Without a token nobody can tell which hotfixes were merged, and their issues cannot be kept.',
    {
      help: 'Pass `github-token: ${{ github.token }}` in a job with "contents: read" and "issues: write".',
    },
  );
}
