import { connectGitHub } from '../lineage-ledger.ts';
import type { Ports } from '../../gates/ports.ts';
import type { Finding } from '../../report/model.ts';
import type { RunnerEnvironment } from '../../runtime/environment.ts';
import type { OwedEvaluation } from '../../trunk/index.ts';

interface Followed {
  readonly owed: readonly OwedEvaluation[];
  /** What could not be written. */
  readonly findings: readonly Finding[];
}

/** What hotfixes owe, and their issues kept up to date. Throws a UserError where the ledger cannot be read. */
export async function followUp(
  environment: RunnerEnvironment,
  token: string | undefined,
  { owed }: Pick<Ports, 'owed'>,
): Promise<Followed> {
  const all = (await owed?.()) ?? [];
  if (token === undefined || all.every(({ issue }) => issue === undefined))
    return { owed: all, findings: [] };
  const { issues, comments } = await connectGitHub(environment, token);
  const { keepIssues } = await import('#lib/dashboard');
  const findings = await keepIssues(all, {
    issue: issues.get,
    keepComment: comments.upsert,
    change: issues.change,
  });
  return { owed: all, findings };
}
