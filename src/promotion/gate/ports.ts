import type { Clock } from '../../kernel/clock.ts';
import type { LineageNode } from '../../lineage/index.ts';
import type { TracePorts } from '../../lineage/gate/traced.ts';
import type { Ledger } from '../../ports/ledger.ts';
import type { Announcer, ManifestStore, PromotionPulls } from '../../ports/manifests.ts';
import type { Logger } from '../../ports/index.ts';
import type { Entitled } from '../../policy/index.ts';
import type { OwedEvaluation } from '../../report/owed-evaluation.ts';
import type { Answer } from '../evidence/model.ts';

export interface PromotionPorts extends Omit<TracePorts, 'ledger'> {
  readonly ledger: Ledger;
  readonly manifests: ManifestStore;
  readonly clock: Clock;
  readonly log: Logger;
  /** Branch that the cluster follows where the target names none. */
  readonly trunk: string;
  /** `owner/name` of the code, where that is known. */
  readonly repository?: string | undefined;
  /** The manifests of another repository. */
  readonly at?:
    | ((repository: string) => Pick<PromotionPorts, 'manifests' | 'pulls' | 'announcer'>)
    | undefined;
  /** Who promotes. */
  readonly by: string;
  readonly pulls?: PromotionPulls | undefined;
  readonly announcer?: Announcer | undefined;
  /** Address of this run. */
  readonly runUrl?: string | undefined;
  /** Whether somebody is an approver of a target. */
  mayApprove(login: string, approvers: Entitled): Promise<boolean>;
  /** What hotfixes owe; rejects where that cannot be read. */
  owed(): Promise<readonly OwedEvaluation[]>;
  readonly comparison?:
    | ((serving: string | undefined, artifact: LineageNode) => Promise<Answer | undefined>)
    | undefined;
}

/** What comparing manifests with the ledger asks for: it promotes nothing. */
export type DriftPorts = Omit<PromotionPorts, 'comparison' | 'log' | 'mayApprove' | 'owed'>;
