import type { GitHubApi } from './github-api/index.ts';
import { policyText } from './gated.ts';

/** A hotfix, and a policy that lets it go without its evaluation. */
export const branch = 'hotfix/image-bias';
export const policy = policyText(`hotfix:
  release-managers: { users: [rita, ada], permission: admin }
  required-checks: [unit-tests, security-scan]
exemptions:
  - { label: skip-deps, gates: [detect-dep-drift], by: { users: [grace] }, reason-required: false }
`);

/** A check run on a commit. */
export function green(api: GitHubApi, name: string, sha: string, conclusion = 'success'): void {
  const id = 500 + api.state.checkRuns.length;
  const output = { title: '', summary: '' };
  api.state.checkRuns.push({
    id,
    name,
    sha,
    status: 'completed',
    conclusion,
    output,
    annotations: [],
    app: 'github-actions',
  });
}

/** Both required checks, one as a check run and one as a commit status. */
export function checked(api: GitHubApi, sha: string): void {
  green(api, 'unit-tests', sha);
  api.state.statuses.push({ sha, context: 'security-scan', state: 'success' });
}
