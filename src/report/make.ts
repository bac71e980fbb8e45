/** Where every report is made: all gates' reports have the same shape and the same rule for their verdict. */
import { verdictOf, type Finding, type Report } from './model.ts';

/** What a gate says. Without a verdict of its own the findings decide; without findings there are none. */
export type ReportParts<Facts extends object> = Omit<Report<Facts>, 'schema' | 'verdict' | 'findings'> &
  Partial<Pick<Report, 'verdict' | 'findings'>>;

export function makeReport<Facts extends object>({
  findings = [],
  verdict = verdictOf(findings),
  ...parts
}: ReportParts<Facts>): Report<Facts> {
  return { schema: 1, verdict, findings, ...parts };
}

/** The report with what was found beside its gate, such as in the policy: an error there fails it, whatever the gate found. */
export function withFindings<Facts extends object>(
  report: Report<Facts>,
  findings: readonly Finding[],
): Report<Facts> {
  const all = { ...report, findings: [...findings, ...report.findings] };
  const first = findings.find(({ severity }) => severity === 'error');
  if (first === undefined) return all;
  const { meaning: _, ...rest } = all;
  return { ...rest, verdict: 'fail', title: first.message };
}
