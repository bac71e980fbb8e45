/** Who has signed what a chain has, as far as that is true and they may. */
import { count } from '../../kernel/text.ts';
import { isUserError } from '../../kernel/user-error.ts';
import type { Signatures } from '../../ports/signatures.ts';
import type { Finding } from '../../report/model.ts';
import { signaturesOf } from '../chain/chain.ts';
import { nodeKey, type Step } from '../chain/walk.ts';
import { nodeText } from '../findings.ts';
import { lineageRules } from '../rules.ts';
import { detailsUnread } from './details-unread.ts';

/** Signatures that one report verifies. */
const most = 50;

/** By the key of the artifact. One signature that counts is enough; where none does, a finding says why. */
export async function signersOf(
  steps: readonly Step[],
  signatures: Signatures | undefined,
): Promise<{ readonly signers: ReadonlyMap<string, string>; readonly findings: readonly Finding[] }> {
  const signers = new Map<string, string>();
  const findings: Finding[] = [];
  let [asked, passed] = [0, 0];
  try {
    for (const step of steps) {
      const { digest } = step.node;
      if (signatures === undefined || digest === undefined || signers.has(nodeKey(step.node))) continue;
      const refused: string[] = [];
      for (const bundle of signaturesOf(step)) {
        if (signers.has(nodeKey(step.node))) break;
        if (asked === most) {
          passed += 1;
          continue;
        }
        asked += 1;
        const { signer, says } = await signatures.check(bundle, digest);
        if (signer === undefined) refused.push(says);
        else signers.set(nodeKey(step.node), signer);
      }
      const [reason] = refused;
      if (reason !== undefined && !signers.has(nodeKey(step.node))) findings.push(refusedOf(step, reason));
    }
  } catch (error) {
    if (!isUserError(error)) throw error;
    findings.push(detailsUnread(`signatures could not be verified: ${error.message}`, error.help));
  }
  if (passed > 0) findings.push(notAsked(passed));
  return { signers, findings };
}

function notAsked(passed: number): Finding {
  return detailsUnread(
    `${count(passed, 'signature')} beyond the first ${most} of this trace were not verified, so what they sign is shown as claimed`,
    'Trace the one artifact: model-gates trace ID; and see who recorded so many.',
  );
}

function refusedOf({ node }: Step, reason: string): Finding {
  const rule = lineageRules['signature-refused'];
  return rule.finding({
    message: `the signature of ${nodeText(node)} does not count: ${reason}`,
    help: rule.fix,
  });
}
