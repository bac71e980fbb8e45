import { boardRules } from '../rules.ts';
import { boardDefaults, settingsBy, type BoardSettings } from '../settings.ts';
import type { Finding } from '../../report/model.ts';
import { isUserError } from '../../kernel/user-error.ts';
import { emptyPolicy, policyPath, targetsOf, type Policy, type Target } from '../../policy/index.ts';
import { loadNamedPolicy } from '../../policy/gate/named-policy.ts';
import type { FileTree } from '../../ports/index.ts';

export interface BoardPolicy {
  readonly settings: BoardSettings;
  /** Who may correct records of others, and which states of the ledger were given up. */
  readonly lineage: Policy['lineage'];
  /** How two versions are compared. */
  readonly compare: Policy['compare'];
  /** What serves where, by whose manifests. */
  readonly targets: readonly Target[];
  /** Why the policy was not used. */
  readonly findings: readonly Finding[];
}

/** Tolerance, deadlines and names as the policy has them. The page is shown without it too, and says so. */
export async function boardPolicy(
  tree: FileTree | undefined,
  given: { readonly policy?: string; readonly trunk?: string },
): Promise<BoardPolicy> {
  const named = given.trunk === undefined ? {} : { trunk: given.trunk };
  if (tree === undefined) return withoutPolicy({ ...boardDefaults, ...named });
  try {
    const { policy, findings } = await loadNamedPolicy(tree, given.policy ?? policyPath);
    const [broken] = findings;
    const settings = { ...settingsBy(policy), ...named };
    return {
      settings,
      lineage: policy.lineage,
      compare: policy.compare,
      targets: [...targetsOf(policy).values()],
      findings: broken === undefined ? [] : [unusable(broken.message, broken.help)],
    };
  } catch (error) {
    if (!isUserError(error)) throw error;
    return withoutPolicy({ ...boardDefaults, ...named }, [unusable(error.message, error.help)]);
  }
}

function withoutPolicy(settings: BoardSettings, findings: readonly Finding[] = []): BoardPolicy {
  return { settings, findings, lineage: emptyPolicy.lineage, compare: emptyPolicy.compare, targets: [] };
}

function unusable(message: string, help?: string): Finding {
  return boardRules['policy-unread'].finding({
    message: `The policy was not used: ${message}`,
    help: help ?? 'Fix the policy; tolerance, deadlines and the name of trunk are the defaults until then.',
  });
}
