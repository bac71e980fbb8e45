import type { Finding } from '../../report/model.ts';
import type { RuleSetting } from '../settings.ts';

/** Findings with the policy's severities; what is switched off is gone. An unreadable file stays an error. */
export function applyOverrides(
  findings: readonly Finding[],
  rules: Readonly<Record<string, RuleSetting>>,
): Finding[] {
  const settings = new Map(Object.entries(rules));
  return findings.flatMap((finding) => {
    const setting = settings.get(finding.rule);
    if (setting === undefined || finding.rule === 'config/unreadable') return [finding];
    if (setting.severity === 'off') return [];
    const reason =
      setting.severity === finding.severity ? '' : ` (${setting.severity} by policy: ${setting.reason})`;
    return [{ ...finding, severity: setting.severity, message: `${finding.message}${reason}` }];
  });
}
