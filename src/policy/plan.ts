import { trunkRules } from './rules.ts';
import type { Exemption, Finding } from '../report/model.ts';
import type { TrunkEvent } from './event.ts';
import type { ExemptionResult } from './exemption.ts';
import { planHotfix, type HotfixPlan, type HotfixState } from './hotfix.ts';
import { modeOf, type Mode } from './mode.ts';
import { notApplicable, type ChangedPaths } from './paths.ts';
import type { Policy } from './policy.ts';
import { wayOut } from './way-out.ts';
import { gateNames, type GateName } from './gate-names.ts';

/**
 * What the plan says of a gate: `run`; `light`: on fewer samples, where being undecided does not block; `exempt`: somebody entitled
 * lifted it; `later`: when the draft is ready for review; `not-applicable`: the change does not touch what it judges; `off`: by the policy.
 */
export const decisions = ['run', 'light', 'exempt', 'later', 'not-applicable', 'off'] as const;
export type Decision = (typeof decisions)[number];

/** What the plan decides for one gate, with the reason that the report shows. */
export interface PlannedGate {
  readonly gate: GateName;
  readonly decision: Decision;
  /** Whether the merge gate starts it. One that is not started gets its verdict, `skipped` or `exempt`, from the plan. */
  readonly run: boolean;
  readonly reason: string;
  /** Lifts the gate: a blocking verdict becomes `exempt`. A gate that is not run is exempt at once. */
  readonly exemption?: Exemption;
  /** How somebody entitled could lift it, in words; absent where the policy lets nobody. */
  readonly wayOut?: string;
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

export const noAuthority: Authority = { exemptions: [] };

/**
 * Which gates this event needs, each with its reason. Nothing is left out: what does not run says why.
 * Without `paths` nothing is known of the change, and every gate is taken to be touched.
 */
export function planGates(
  event: TrunkEvent,
  policy: Policy,
  authority: Authority = noAuthority,
  paths?: ChangedPaths,
): Plan {
  const mode = modeOf(event, policy);
  const hotfix: HotfixPlan =
    mode === 'hotfix' ? planHotfix(event, policy, authority.hotfix) : { findings: [] };
  const exemptions = mode === 'hotfix' ? authority.exemptions.map(forHotfix) : authority.exemptions;
  const context = { event, policy, mode, exemptions, hotfix, paths };
  return {
    mode,
    gates: gateNames.map((gate) => planGate(gate, context)),
    findings: [...hotfix.findings, ...exemptions.flatMap(refusal)],
  };
}

/** Whether a workflow has something to prepare for this gate, such as results to evaluate. */
export function isDue({ decision }: PlannedGate): boolean {
  return decision === 'run' || decision === 'light';
}

interface Context {
  readonly event: TrunkEvent;
  readonly policy: Policy;
  readonly mode: Mode;
  readonly exemptions: readonly ExemptionResult[];
  readonly hotfix: HotfixPlan;
  readonly paths: ChangedPaths | undefined;
}

function planGate(gate: GateName, context: Context): PlannedGate {
  const { event, policy, mode, paths } = context;
  if (policy.gates[gate] === false)
    return { gate, decision: 'off', run: false, reason: 'turned off by the policy' };
  const isEvaluation = gate === 'regression-gate';
  if (isEvaluation && mode === 'draft') {
    const reason = 'a draft: it runs when the pull request is ready for review';
    return { gate, decision: 'later', run: false, reason };
  }
  const { exemption } = context.hotfix;
  if (isEvaluation && exemption !== undefined) return hotfixEvaluation(exemption, context);
  const granted = context.exemptions.find((result) => result.granted && result.rule.gates.includes(gate));
  if (granted?.granted === true) return exempted(gate, granted);
  const untouched = notApplicable(gate, policy, paths);
  if (untouched === undefined) {
    const out = event.pullRequest === undefined || mode === 'hotfix' ? undefined : wayOut(gate, policy);
    const reason = `due for ${event.name}`;
    return { gate, decision: 'run', run: true, reason, ...(out !== undefined && { wayOut: out }) };
  }
  // The other gates look for themselves: that costs them milliseconds, and names alone cannot tell.
  return { gate, decision: 'not-applicable', run: !isEvaluation, reason: untouched };
}

function hotfixEvaluation(exemption: Exemption, { hotfix, policy }: Context): PlannedGate {
  const gate = 'regression-gate';
  const { lightBecause } = hotfix;
  const reason = `a hotfix that ${exemption.by} approved`;
  if (policy.hotfix.evaluation === 'skip' && lightBecause === undefined)
    return { gate, decision: 'exempt', run: false, reason, exemption };
  const because = lightBecause === undefined ? '' : `, for ${lightBecause}`;
  return { gate, decision: 'light', run: true, reason: `${reason}: on fewer samples${because}`, exemption };
}

function exempted(gate: GateName, { rule, exemption }: ExemptionResult & { granted: true }): PlannedGate {
  if (rule.effect === 'light' && gate === 'regression-gate')
    return { gate, decision: 'light', run: true, reason: `lightened by ${exemption.by}`, exemption };
  const reason = `lifted by ${exemption.by}, shown all the same`;
  return { gate, decision: 'exempt', run: true, reason, exemption };
}

/** A hotfix may go without its evaluation and without nothing else. */
function forHotfix(result: ExemptionResult): ExemptionResult {
  if (!result.granted || result.rule.gates.every((gate) => gate === 'regression-gate')) return result;
  const { rule } = result;
  const reason = 'a hotfix may go without its evaluation, and its other gates are never lifted';
  return { granted: false, rule, reason };
}

function refusal(result: ExemptionResult): Finding[] {
  if (result.granted) return [];
  const { rule, reason } = result;
  return [
    trunkRules['exemption-refused'].finding({
      message: `The label "${rule.label}" has no effect: ${reason}.`,
      help: 'The policy of the base branch says who may lift which gate (exemptions).',
    }),
  ];
}
