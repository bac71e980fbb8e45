/** Where every report is made: all gates' reports have the same shape and the same rule for their verdict. */
import { verdictOf, type Finding, type Report } from './model.ts';

/** What a gate says. Without a verdict of its own the findings decide; without findings there are none. */
export type ReportParts = Omit<Report, 'schema' | 'verdict' | 'findings'> &
  Partial<Pick<Report, 'verdict' | 'findings'>>;

export function makeReport({ findings = [], verdict = verdictOf(findings), ...parts }: ReportParts): Report {
  return { schema: 1, verdict, findings, ...parts };
}

/** The report with what was found beside its gate, such as in the policy: an error there fails it, whatever the gate found. */
export function withFindings(report: Report, findings: readonly Finding[]): Report {
  const first = findings.find(({ severity }) => severity === 'error');
  const broken = first === undefined ? {} : { verdict: 'fail' as const, title: first.message };
  return { ...report, ...broken, findings: [...findings, ...report.findings] };
}
