import picomatch from 'picomatch';
import type { Exemption, Finding } from '../report/model.ts';
import type { Approval } from './approval.ts';
import type { TrunkEvent } from './event.ts';
import type { ExemptionResult } from './exemption.ts';
import { gateNames, type GateName, type Policy } from './policy.ts';

/** What kind of event this is to the gates. */
export type Mode = 'draft' | 'standard' | 'hotfix' | 'release';

/** What the plan decides for one gate, with the reason that the report shows. */
export interface PlannedGate {
  readonly gate: GateName;
  readonly run: boolean;
  readonly reason: string;
  /** Lifts the gate: a blocking verdict becomes `exempt`. A gate that is not run is exempt at once. */
  readonly exemption?: Exemption;
}

export interface Plan {
  readonly mode: Mode;
  readonly gates: readonly PlannedGate[];
  /** What the plan itself has to say: refused exemptions, what a hotfix still lacks. */
  readonly findings: readonly Finding[];
}

/** What people and checks have said of the head commit, as far as the policy asks for it. */
export interface Authority {
  readonly exemptions: readonly ExemptionResult[];
  readonly hotfix?: HotfixState;
}

export interface HotfixState {
  readonly approval?: Approval;
  /** Required checks that are not green on the head SHA, with what they are instead. */
  readonly notGreen: readonly { readonly name: string; readonly state: string }[];
}

export const noAuthority: Authority = { exemptions: [] };

/** Which gates this event needs, each with its reason. Nothing is left out: what does not run says why. */
export function planGates(event: TrunkEvent, policy: Policy, authority: Authority = noAuthority): Plan {
  const mode = modeOf(event, policy);
  const hotfix = mode === 'hotfix' ? hotfixPlan(event, policy, authority.hotfix) : { findings: [] };
  const gates = gateNames.map((gate) =>
    planGate(gate, { event, policy, mode, authority, hotfix: hotfix.exemption }),
  );
  return { mode, gates, findings: [...hotfix.findings, ...authority.exemptions.flatMap(refusal)] };
}

/** A hotfix is a branch of the repository itself: whoever can push one has write access, a fork's owner need not. */
export function modeOf({ pullRequest, headRef = '', baseRef = '' }: TrunkEvent, policy: Policy): Mode {
  if (pullRequest?.draft === true) return 'draft';
  const isHotfix =
    pullRequest?.fork === false && policy.hotfix.branches.some((glob) => picomatch.isMatch(headRef, glob));
  if (isHotfix) return 'hotfix';
  return baseRef.startsWith('release/') ? 'release' : 'standard';
}

interface Context {
  readonly event: TrunkEvent;
  readonly policy: Policy;
  readonly mode: Mode;
  readonly authority: Authority;
  readonly hotfix: Exemption | undefined;
}

function planGate(gate: GateName, { event, policy, mode, authority, hotfix }: Context): PlannedGate {
  if (policy.gates[gate] === false) return { gate, run: false, reason: 'turned off by the policy' };
  if (gate === 'regression-gate' && mode === 'draft') {
    return { gate, run: false, reason: 'a draft: it runs when the pull request is ready for review' };
  }
  if (gate === 'regression-gate' && hotfix !== undefined) {
    return { gate, run: false, reason: `a hotfix that ${hotfix.by} approved`, exemption: hotfix };
  }
  const granted = authority.exemptions.find((result) => result.granted && result.rule.gates.includes(gate));
  const due = { gate, run: true, reason: `due for ${event.name}` };
  if (granted?.granted !== true) return due;
  return {
    ...due,
    reason: `lifted by ${granted.exemption.by}, shown all the same`,
    exemption: granted.exemption,
  };
}

interface HotfixPlan {
  readonly findings: readonly Finding[];
  readonly exemption?: Exemption;
}

/** Without named release managers nobody can approve: then a hotfix is judged like any other change. */
function hotfixPlan(
  { headSha = '' }: TrunkEvent,
  { hotfix }: Policy,
  state: HotfixState | undefined,
): HotfixPlan {
  const { users, teams, permission } = hotfix.releaseManagers;
  if (users.length === 0 && teams.length === 0 && permission === undefined) return { findings: [noManagers] };
  const findings = [
    ...(state?.approval === undefined ? [needsApproval(headSha)] : []),
    ...(state?.notGreen ?? hotfix.requiredChecks.map((name) => ({ name, state: 'unknown' }))).map(
      checkNotGreen,
    ),
  ];
  if (findings.length > 0 || state?.approval === undefined) return { findings };
  const { by, at, sha } = state.approval;
  const reason = `hotfix; its evaluation must follow within ${hotfix.evaluateWithinHours} hours`;
  return { findings: [], exemption: { by, at, sha, label: 'hotfix', reason } };
}

const noManagers: Finding = {
  rule: 'trunk/hotfix-without-managers',
  severity: 'notice',
  message:
    'This is a hotfix branch, but the policy names no release managers: every gate runs as for any other change.',
  help: 'Name them in the policy: hotfix.release-managers.',
};

function needsApproval(sha: string): Finding {
  return {
    rule: 'trunk/hotfix-needs-approval',
    severity: 'error',
    message: `A hotfix needs the approval of a release manager on its head commit ${sha.slice(0, 8)}, and has none.`,
    help: 'Ask a release manager who is not the author to approve this commit; a later push needs a new approval.',
  };
}

function checkNotGreen({ name, state }: { readonly name: string; readonly state: string }): Finding {
  return {
    rule: 'trunk/hotfix-check-not-green',
    severity: 'error',
    message: `The check "${name}", which the policy requires of a hotfix, is ${state} on the head commit.`,
    help: 'Wait for it, or mend what it found, then run this step again.',
  };
}

function refusal(result: ExemptionResult): Finding[] {
  if (result.granted) return [];
  const { rule, reason } = result;
  return [
    {
      rule: 'trunk/exemption-refused',
      severity: 'warning',
      message: `The label "${rule.label}" lifts nothing: ${reason}.`,
      help: 'The policy of the base branch says who may lift which gate (exemptions).',
    },
  ];
}
