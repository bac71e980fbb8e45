import type { Report } from './model.ts';
import { makeReport } from './make.ts';
import { asUserError } from '../kernel/system-error.ts';

/** The report of a gate that could not do its work: it fails, and says whether the user or we must mend it. */
export function errorReport(gate: string, error: unknown): Report {
  const { rule, message, help, place } = describe(error);
  const finding = { rule, severity: 'error' as const, message, help, ...place };
  return makeReport({
    gate,
    title: `Could not judge: ${firstSentence(message)}`,
    findings: [finding],
    facts: {},
  });
}

function describe(error: unknown) {
  const told = asUserError(error);
  if (told !== undefined) {
    return {
      rule: 'runtime/cannot-run',
      message: told.message,
      help: told.help ?? 'Mend what is named here and run the step again.',
      place: told.place ?? {},
    };
  }
  return {
    rule: 'runtime/bug',
    message: `This is a fault of model-gates, not of your change: ${error instanceof Error ? error.message : String(error)}`,
    help: 'Please report it with the debug log (re-run the job with debug logging on).',
    place: {},
  };
}

function firstSentence(message: string): string {
  const line = message.split('\n', 1)[0] ?? '';
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}
