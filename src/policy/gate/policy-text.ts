import { policyRules } from '../rules.ts';
import { policyValueFindings, readDocument, validateWithSchema } from '../../config/index.ts';
import { policySchema } from '../index.ts';
import type { Finding } from '../../report/model.ts';

export interface ReadPolicy {
  readonly value: unknown;
  /** Errors at line and column; `policy/unknown-key` suggests the key that was meant. */
  readonly findings: readonly Finding[];
}

/** What the file of the policy says, and whether it may. */
export async function readPolicyText(bytes: Uint8Array, file: string): Promise<ReadPolicy> {
  const document = readDocument(bytes, { file, dialect: 'yaml-1.2' });
  const problems = document.findings.filter(({ severity }) => severity === 'error');
  if (problems.length > 0 || document.value === null) return { value: null, findings: problems };
  const findings = await validateWithSchema(document, policySchema(), policyRules);
  return {
    value: document.value,
    findings: [...findings, ...policyValueFindings(document, policyRules['bad-value'])],
  };
}
