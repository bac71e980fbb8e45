import { textRules } from '../../documents/rules.ts';
import { configRules } from './rules.ts';
import type { Finding } from '../../report/model.ts';
import type { RuleSetting } from '../settings.ts';

/** What cannot be read cannot be judged: no policy lowers that. */
export const fixedRules: ReadonlySet<string> = new Set([
  textRules.unreadable.id,
  configRules['registry-invalid'].id,
  configRules['schema-invalid'].id,
]);

/** Findings with the policy's severities; what is switched off is gone. */
export function applyOverrides(
  findings: readonly Finding[],
  rules: Readonly<Record<string, RuleSetting>>,
): Finding[] {
  const settings = new Map(Object.entries(rules));
  return findings.flatMap((finding) => {
    const setting = settings.get(finding.rule);
    if (setting === undefined || fixedRules.has(finding.rule)) return [finding];
    if (setting.severity === 'off') return [];
    const reason =
      setting.severity === finding.severity ? '' : ` (${setting.severity} by policy: ${setting.reason})`;
    return [{ ...finding, severity: setting.severity, message: `${finding.message}${reason}` }];
  });
}
