import { policyRules } from '../rules.ts';
import { policySchema } from '../index.ts';
import { isRecord } from '../../kernel/record.ts';
import type { ConfigDocument } from '../../documents/document.ts';
import type { Finding } from '../../report/model.ts';

export interface ReadPolicy {
  readonly value: unknown;
  /** Errors at line and column; `policy/unknown-key` suggests the key that was meant. */
  readonly findings: readonly Finding[];
}

/** What the file of the policy says, and whether it may. The reader of YAML is loaded only where there is one to read. */
export async function readPolicyText(bytes: Uint8Array, file: string): Promise<ReadPolicy> {
  const { readDocument, validateWithSchema } = await import('#lib/documents');
  const document = readDocument(bytes, { file, dialect: 'yaml-1.2' });
  const problems = document.findings.filter(({ severity }) => severity === 'error');
  if (problems.length > 0 || document.value === null) return { value: null, findings: problems };
  const findings = await validateWithSchema(document, policySchema(), policyRules);
  return { value: document.value, findings: [...findings, ...(await configFindings(document))] };
}

/** What of a `config` section only the code of configs can judge, which is loaded where one says such a thing. */
const judgedThere = ['expressions', 'rules', 'expect-parameters'];

async function configFindings(policy: ConfigDocument): Promise<Finding[]> {
  const config = isRecord(policy.value) ? policy.value['config'] : undefined;
  if (!isRecord(config) || !judgedThere.some((key) => key in config)) return [];
  const { policyValueFindings } = await import('#lib/config');
  return policyValueFindings(policy, policyRules['bad-value']);
}
