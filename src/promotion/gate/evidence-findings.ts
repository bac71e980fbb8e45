import type { Finding } from '../../report/model.ts';
import type { Target } from '../../policy/index.ts';
import { shown } from '../../kernel/text.ts';
import type { Evidence } from '../evidence/model.ts';
import { promotionRules } from '../rules.ts';
import type { PromotionPorts } from './ports.ts';

/** Who promotes without the evidence, and why. */
export interface Force {
  readonly by: string;
  readonly reason: string;
}

export interface Judged {
  readonly findings: readonly Finding[];
  /** Where evidence is missing and an approver forces it all the same. */
  readonly forced: Force | undefined;
}

/** One finding for each piece that is not there. What speaks against a version, nobody forces. */
export async function evidenceFindings(
  evidence: readonly Evidence[],
  force: Force | undefined,
  target: Target,
  ports: Pick<PromotionPorts, 'mayApprove'>,
): Promise<Judged> {
  const wrong = evidence
    .filter(({ state }) => state === 'wrong')
    .map((piece) => finding('evidence-wrong', piece));
  const missing = evidence.filter(({ state }) => state === 'missing');
  const refusal = await refusedForce(force, target, ports);
  const may = force !== undefined && refusal.length === 0 && wrong.length === 0 && missing.length > 0;
  if (!may)
    return {
      findings: [
        ...wrong,
        ...missing.map((piece) => finding('evidence-missing', piece)),
        ...(missing.length > 0 ? refusal : []),
      ],
      forced: undefined,
    };
  const told = promotionRules.forced.finding({
    message: `${force.by} promotes it without ${missing.map(({ name }) => name).join(', ')}: ${shown(force.reason)}`,
    help: 'Bring the evidence afterwards: each piece is named here.',
  });
  return {
    findings: [told, ...missing.map((piece) => finding('evidence-missing', piece, 'warning'))],
    forced: force,
  };
}

function finding(
  rule: 'evidence-missing' | 'evidence-wrong',
  { says, help = '' }: Evidence,
  severity?: 'warning',
): Finding {
  return promotionRules[rule].finding({
    message: says,
    help,
    ...(severity === undefined ? {} : { severity }),
  });
}

async function refusedForce(
  force: Force | undefined,
  target: Target,
  { mayApprove }: Pick<PromotionPorts, 'mayApprove'>,
): Promise<Finding[]> {
  if (force === undefined) return [];
  const refuse = (message: string, help: string) => [
    promotionRules['evidence-missing'].finding({ message, help }),
  ];
  if (force.reason.trim() === '') return refuse('--force needs a reason', 'Say why: `--reason "…"`.');
  if (await mayApprove(force.by, target.approvers)) return [];
  return refuse(
    `${shown(force.by)} is not an approver of ${target.name}`,
    `Ask one of \`targets.${target.name}.approvers\`, as the policy on trunk names them.`,
  );
}
