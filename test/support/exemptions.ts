import type { GitHubApi } from './github-api/index.ts';
import { at, comment, label, policyText } from './gated.ts';

export const skip = 'skip-full-eval';

/** One label for each way in which a policy may let people lift the evaluation. */
export const policy = policyText(`exemptions:
  - { label: ${skip}, gates: [regression-gate], by: { users: [grace] } }
  - { label: by-maintainers, gates: [regression-gate], by: { permission: maintain } }
  - { label: by-writers, gates: [regression-gate], by: { permission: write } }
  - { label: by-team, gates: [regression-gate], by: { teams: [acme/leads] } }
  - { label: author-may, gates: [regression-gate], by: { users: [ada] }, author-may: true, reason-required: false }
  - { label: author-may-not, gates: [regression-gate], by: { users: [ada] } }
  - { label: no-reason, gates: [regression-gate], by: { users: [grace] }, reason-required: false }
  - { label: sticky, gates: [regression-gate], by: { users: [grace] }, sticky: true }
  - { label: one-hour, gates: [regression-gate], by: { users: [grace] }, hours: 1 }
  - { label: light, gates: [regression-gate], by: { users: [grace] }, effect: light }
  - { label: skip the eval, gates: [regression-gate], by: { users: [grace] } }
  - { label: other-gate, gates: [detect-dep-drift], by: { users: [grace] } }
`);

/** As it must be: the reason, then the label, both after the push. */
export function grant(api: GitHubApi, name = skip, by = 'grace', minute = 5): void {
  comment(api, by, `/exempt ${name} because the cluster is down until Monday`, { createdAt: at(minute - 1) });
  label(api, name, by, at(minute));
}
