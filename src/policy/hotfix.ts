import { trunkRules } from './rules.ts';
import type { Exemption, Finding } from '../report/model.ts';
import { count } from '../kernel/text.ts';
import type { Approval } from './approval.ts';
import type { TrunkEvent } from './event.ts';
import { holdsBack, owedFindings, type LedgerWord } from './owed.ts';
import type { Policy } from './policy.ts';

/** What people and checks have said of a hotfix's head commit. */
export interface HotfixState {
  readonly approval?: Approval;
  /** Required checks that are not green on the head SHA, with what they are instead. */
  readonly notGreen: readonly { readonly name: string; readonly state: string }[];
  /** What hotfixes before it still owe; absent where it makes no difference, and so was not asked. */
  readonly ledger?: LedgerWord;
}

export interface HotfixPlan {
  /** What the hotfix still lacks. */
  readonly findings: readonly Finding[];
  /** For the evaluation, once it lacks nothing. */
  readonly exemption?: Exemption;
  /** Why the evaluation is not skipped but made on fewer samples. */
  readonly lightBecause?: string;
}

/**
 * Without named release managers nobody can approve: then a hotfix is judged like any other change. The ledger may add to the plan
 * and takes nothing from it: whoever can push a branch can write a record.
 */
export function planHotfix(
  { headSha = '' }: TrunkEvent,
  { hotfix }: Policy,
  state: HotfixState | undefined,
): HotfixPlan {
  const { users, teams, permission } = hotfix.releaseManagers;
  if (users.length === 0 && teams.length === 0 && permission === undefined) return { findings: [noManagers] };
  const unknown = hotfix.requiredChecks.map((name) => ({ name, state: 'unknown' }));
  const findings = [
    ...(state?.approval === undefined ? [needsApproval(headSha)] : []),
    ...(state?.notGreen ?? unknown).map(checkNotGreen),
  ];
  if (findings.length > 0 || state?.approval === undefined) return { findings };
  const { by, at, sha } = state.approval;
  const reason = `hotfix; its evaluation must follow within ${count(hotfix.evaluateWithinHours, 'hour')}`;
  const exemption: Exemption = { by, at, sha, label: 'hotfix', review: true, reason };
  const lightBecause = holdsBack(state.ledger, headSha);
  return {
    findings: owedFindings(state.ledger),
    exemption,
    ...(lightBecause === undefined ? {} : { lightBecause }),
  };
}

/** Whether anything but the ledger could still keep this hotfix from going without its evaluation. */
export function mayGoWithout({ hotfix }: Policy, { approval, notGreen }: HotfixState): boolean {
  return hotfix.evaluation === 'skip' && approval !== undefined && notGreen.length === 0;
}

const noManagers: Finding = trunkRules['hotfix-without-managers'].finding({
  message:
    'This is a hotfix branch, but the policy names no release managers: every gate runs as for any other change.',
  help: 'Name them in the policy: hotfix.release-managers.',
});

function needsApproval(sha: string): Finding {
  return trunkRules['hotfix-needs-approval'].finding({
    message: `A hotfix needs the approval of a release manager on its head commit ${sha.slice(0, 8)}, and has none.`,
    help: 'Ask a release manager who is not the author to approve this commit; a later push needs a new approval.',
  });
}

function checkNotGreen({ name, state }: { readonly name: string; readonly state: string }): Finding {
  return trunkRules['hotfix-check-not-green'].finding({
    message: `The check "${name}", which the policy requires of a hotfix, is ${state} on the head commit.`,
    help: 'Wait for it, or fix what it found, then run this step again.',
  });
}
