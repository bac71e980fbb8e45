import { runtimeRules } from './rules.ts';
import type { Finding, NoFacts, Report } from './model.ts';
import { makeReport } from './make.ts';
import { asUserError } from '../kernel/system-error.ts';

/** The report of a gate that could not do its work: it fails, and says whether the user or we must fix it. */
export function errorReport(gate: string, error: unknown): Report<NoFacts> {
  const finding = errorFinding(error);
  return makeReport({
    gate,
    title: `Could not judge: ${firstSentence(finding.message)}`,
    findings: [finding],
    facts: {},
  });
}

/** What went wrong, and what the user can do about it. */
export function errorFinding(error: unknown): Finding & { readonly help: string } {
  const told = asUserError(error);
  if (told === undefined) {
    const help = 'Please report it with the debug log (re-run the job with debug logging on).';
    const message = `This is a bug in model-gates, not in your change: ${error instanceof Error ? error.message : String(error)}`;
    return { ...runtimeRules.bug.finding({ message, help }), help };
  }
  const {
    message,
    help = 'Fix what is named here and run the step again.',
    place,
    rule = 'cannot-run',
  } = told;
  return { ...runtimeRules[rule].finding({ message, help, ...place }), help };
}

function firstSentence(message: string): string {
  const line = message.split('\n', 1)[0] ?? '';
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}
