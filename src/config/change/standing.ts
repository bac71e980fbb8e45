import type { Finding } from '../../report/model.ts';
import { asBefore } from '../../report/standing.ts';

/**
 * Faults of a config that a change leaves as it is. Those that the merge base finds in it too are not a reason to stop the change,
 * and become warnings; what only the new registry or schema finds stays an error.
 */
export function standingFaults(now: readonly Finding[], atBase: readonly Finding[]): Finding[] {
  const known = new Set(atBase.map(identity));
  return now.map((finding) => {
    if (finding.severity !== 'error' || !known.has(identity(finding))) return finding;
    return asBefore({ ...finding, severity: 'warning' });
  });
}

/** One version of a config: what was found in it, and its lines. */
export interface Judged {
  readonly findings: readonly Finding[];
  readonly lines: readonly string[];
}

/**
 * Faults in a config that a change edits elsewhere: they stay what they are, and say that they were there before. Lines may have moved, so
 * that what a line says counts, and each of several that say the same once.
 */
export function knownFaults(now: Judged, atBase: Judged): Finding[] {
  const left = new Map<string, number>();
  for (const finding of atBase.findings) {
    const key = said(finding, atBase.lines);
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  return now.findings.map((finding) => {
    const key = said(finding, now.lines);
    const known = left.get(key) ?? 0;
    if (known === 0 || finding.severity === 'notice') return finding;
    left.set(key, known - 1);
    return asBefore(finding);
  });
}

function said({ rule, line, message }: Finding, lines: readonly string[]): string {
  return JSON.stringify([rule, message, line === undefined ? '' : (lines[line - 1] ?? '').trim()]);
}

function identity({ rule, line, column, message }: Finding): string {
  return JSON.stringify([rule, line, column, message]);
}
