import type { RuleDoc } from '../report/rule.ts';
import { textRules } from '../documents/rules.ts';
import { composeRules } from './compose/rules.ts';
import { aroundRules } from './rules/around-rules.ts';
import { configRules } from './rules/rules.ts';
import { crossFieldRules } from './rules/table.ts';

/** Every rule that validate-model-config can report. */
export const allConfigRules: readonly RuleDoc[] = [
  ...Object.values(textRules),
  ...Object.values(configRules),
  ...Object.values(aroundRules),
  ...Object.values(composeRules),
  ...crossFieldRules.map(({ id, severity, summary, source, example, fix }) => ({
    id,
    severity,
    summary: `${summary} (Source: ${source}.)`,
    example,
    fix,
  })),
];
