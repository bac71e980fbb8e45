import { blocks, type Exemption, type Finding, type Report } from '../report/model.ts';

/** A blocking report under an exemption: `exempt`, with what it found as warnings. A gate that passes needs no exemption and stays a pass. */
export function lifted(report: Report, exemption: Exemption | undefined): Report {
  if (exemption === undefined || !blocks(report)) return report;
  const findings = report.findings.map(asWarning);
  return {
    ...report,
    verdict: 'exempt',
    title: `Lifted by ${exemption.by}. It found: ${report.title}`,
    findings,
    exemption,
  };
}

function asWarning(finding: Finding): Finding {
  return finding.severity === 'error' ? { ...finding, severity: 'warning' } : finding;
}
