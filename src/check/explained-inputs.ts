/** An input that changed beside what the other gates found; what says so is loaded only where something was found. */
import type { InputFacts } from '../inputs/index.ts';
import { errorFinding } from '../report/error-report.ts';
import type { Report } from '../report/model.ts';
import type { Policy } from '../policy/index.ts';
import type { Ports } from '../ports/index.ts';
import { configGate, dependencyGate, runGate, type Given } from './definitions.ts';
import { isReportOf } from './facts.ts';

/** The reports of the merge gate, that of detect-input-drift with what moved beside it. */
export async function withBeside(reports: readonly Report[]): Promise<readonly Report[]> {
  if (!reports.some((report) => isReportOf(report, 'detect-input-drift') && report.findings.length > 0))
    return reports;
  const { besideWords, withWords } = await import('#lib/inputs');
  const words = besideWords(reports);
  return reports.map((report) =>
    isReportOf(report, 'detect-input-drift') ? withWords(report, words) : report,
  );
}

/** The same where detect-input-drift runs alone: the gates that know what moved are asked, and decide nothing. */
export async function explained(
  report: Report<InputFacts>,
  given: Pick<Given, 'event'>,
  policy: Policy,
  ports: Ports,
): Promise<Report<InputFacts>> {
  if (!report.facts.tensors.some(({ verdict }) => verdict === 'changed')) return report;
  const asked = { ...given, values: {}, over: 'defaults' } as const;
  const answers = await Promise.all([
    runGate(dependencyGate, asked, policy, ports).catch(unanswered(ports)),
    runGate(configGate, asked, policy, ports).catch(unanswered(ports)),
  ]);
  const { besideWords, withWords } = await import('#lib/inputs');
  return withWords(report, besideWords(answers.filter((answer) => answer !== undefined)));
}

function unanswered({ log }: Pick<Ports, 'log'>): (error: unknown) => undefined {
  return (error) => {
    log.info(`inputs: what moved beside it is not known: ${errorFinding(error).message}`);
  };
}
