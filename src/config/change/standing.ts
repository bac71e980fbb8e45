import type { Finding } from '../../report/model.ts';

/**
 * Faults of a config that a change leaves as it is. Those that the merge base finds in it too are not a reason to stop the change,
 * and become warnings; what only the new registry or schema finds stays an error.
 */
export function standingFaults(now: readonly Finding[], atBase: readonly Finding[]): Finding[] {
  const known = new Set(atBase.map(identity));
  return now.map((finding) => {
    if (finding.severity !== 'error' || !known.has(identity(finding))) return finding;
    return { ...finding, severity: 'warning', message: `${finding.message}; it was so before this change` };
  });
}

function identity({ rule, line, column, message }: Finding): string {
  return JSON.stringify([rule, line, column, message]);
}
