import type { RuleDoc } from '../report/rule-doc.ts';
import { crossFieldRules } from './rules/table.ts';
import { registryRuleDocs } from './rules/registry-docs.ts';
import { textRuleDocs } from './rules/text-docs.ts';

/** Every rule that validate-model-config can report. */
export const ruleDocs: readonly RuleDoc[] = [
  ...textRuleDocs,
  ...registryRuleDocs,
  ...crossFieldRules.map(({ id, severity, summary, source, example, mend }) => ({
    id,
    severity,
    summary: `${summary} (Source: ${source}.)`,
    example,
    mend,
  })),
];
