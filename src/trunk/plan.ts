import type { TrunkEvent } from './event.ts';
import { gateNames, type GateName, type Policy } from './policy.ts';

/** What the plan decides for one gate, with the reason that the report shows. */
export interface PlannedGate {
  readonly gate: GateName;
  readonly run: boolean;
  readonly reason: string;
}

/** Which gates this event needs: every gate, unless the policy turns it off or a draft postpones it. */
export function planGates(event: TrunkEvent, policy: Policy): PlannedGate[] {
  return gateNames.map((gate) => planGate(gate, event, policy));
}

function planGate(gate: GateName, event: TrunkEvent, policy: Policy): PlannedGate {
  if (policy.gates[gate] === false) return { gate, run: false, reason: 'turned off by the policy' };
  if (gate === 'regression-gate' && event.pullRequest?.draft === true) {
    return { gate, run: false, reason: 'a draft: it runs when the pull request is ready for review' };
  }
  return { gate, run: true, reason: `due for ${event.name}` };
}
