/** What a change did not bring says so: its author looks elsewhere. */
import type { Finding } from './model.ts';

/** The same finding, which says that the change did not bring it. */
export function asBefore(finding: Finding): Finding {
  const [, said = '', end = ''] = /^(.*?)(\.?)$/s.exec(finding.message) ?? [];
  const message = said.endsWith('?')
    ? `${said} It was so before this change.`
    : `${said}; it was so before this change${end}`;
  return { ...finding, message };
}

/**
 * A finding about a file of the merge base, `name`. Its line is one of another commit than the one that is shown, so it has none;
 * and no edit of the change repairs it.
 */
export function atBase({ rule, severity, message, file }: Finding, name: string): Finding {
  const said = { rule, severity, message: `At the ${name}: ${message}` };
  return asBefore({ ...said, ...(file !== undefined && { file }), help: repairTrunk(file) });
}

/** How to repair what the merge base has wrong. */
export function repairTrunk(file = 'it'): string {
  return `Nothing can be compared with it. Correct ${file} on trunk, in a change of its own that is merged with an exemption (a label that the policy names).`;
}
