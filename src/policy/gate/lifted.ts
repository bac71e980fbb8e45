import { blocks, type Finding, type Report } from '../../report/model.ts';
import type { PlannedGate } from '../index.ts';

/**
 * A blocking report under an exemption: `exempt`, with what it found as warnings. A gate that passes needs no exemption and stays a pass;
 * one that was only lightened still fails for what fewer samples show.
 */
export function lifted<Facts extends object>(
  report: Report<Facts>,
  { exemption, decision }: PlannedGate,
): Report<Facts> {
  if (exemption === undefined || !blocks(report)) return report;
  if (decision === 'light' && report.verdict === 'fail') return report;
  const findings = report.findings.map(asWarning);
  return {
    ...report,
    verdict: 'exempt',
    title: `Lifted by ${exemption.by}. It found: ${report.title}`,
    findings,
    exemption,
  };
}

/** Of a report that blocks, the first error says who may lift the gate, and how. */
export function withWayOut<Facts extends object>(
  report: Report<Facts>,
  { exemption, wayOut }: PlannedGate,
): Report<Facts> {
  if (wayOut === undefined || exemption !== undefined || !blocks(report)) return report;
  const first = report.findings.findIndex(({ severity }) => severity === 'error');
  const findings = report.findings.map((finding, index) =>
    index === first
      ? { ...finding, help: `${sentence(finding.help)}Where it is accepted as it is, ${wayOut}.` }
      : finding,
  );
  return { ...report, findings };
}

function sentence(help: string | undefined): string {
  if (help === undefined) return '';
  return /[.?!]$/.test(help) ? `${help} ` : `${help}. `;
}

function asWarning(finding: Finding): Finding {
  return finding.severity === 'error' ? { ...finding, severity: 'warning' } : finding;
}
