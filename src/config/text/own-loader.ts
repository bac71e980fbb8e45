import type { ConfigDocument } from '../../documents/document.ts';
import { textRules } from '../../documents/rules.ts';
import type { ConfigNode } from '../../documents/tree/node.ts';
import type { Finding } from '../../report/model.ts';

const maxDepth = 4;

/**
 * Numbers as text only warn in a file that names classes by `_target_`: OmegaConf, Hydra or a loader of the framework's own
 * reads it, and these take `1e-5` for a number.
 */
export function withOwnLoader({ root, dialect }: ConfigDocument, findings: readonly Finding[]): Finding[] {
  const { id } = textRules['number-as-text'];
  if (dialect !== 'pyyaml' || !findings.some(({ rule }) => rule === id) || !namesTarget(root, 0))
    return [...findings];
  return findings.map((finding) =>
    finding.rule === id
      ? {
          ...finding,
          severity: 'warning' as const,
          help: `${finding.help}, or set dialect: omegaconf in the policy if OmegaConf reads the file`,
        }
      : finding,
  );
}

function namesTarget(node: ConfigNode | undefined, depth: number): boolean {
  if (node?.type !== 'dict' || depth > maxDepth) return false;
  return (
    node.entries.has('_target_') ||
    [...node.entries.values()].some(({ value }) => namesTarget(value, depth + 1))
  );
}
