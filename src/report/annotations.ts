import { visible } from './escape.ts';
import { type Finding, type Severity, severities, worstFirst } from './model.ts';
import { clip } from '../kernel/text.ts';

/** What the runner shows of one step; it drops the rest without a word. */
export const annotationLimits: Readonly<Record<Severity, number>> = { error: 10, warning: 10, notice: 10 };

export interface AnnotationSelection {
  /** Worst first; within a severity each gate in turn. */
  readonly shown: readonly Finding[];
  /** How many of each severity found no room. */
  readonly omitted: Readonly<Record<Severity, number>>;
}

/** The findings to annotate: the gates (`config` of `config/…`) take turns, so that none hides another. */
export function selectAnnotations(
  findings: readonly Finding[],
  limits: Readonly<Record<Severity, number>> = annotationLimits,
): AnnotationSelection {
  const omitted = { error: 0, warning: 0, notice: 0 };
  const shown = severities.flatMap((severity) => {
    const all = findings.filter((finding) => finding.severity === severity);
    omitted[severity] = Math.max(0, all.length - limits[severity]);
    return takeTurns(worstFirst(all)).slice(0, limits[severity]);
  });
  return { shown, omitted };
}

/** First of each gate, second of each gate, …, gates in the order in which they come. */
function takeTurns(findings: readonly Finding[]): Finding[] {
  const turns: Finding[][] = [];
  const taken = new Map<string, number>();
  for (const finding of findings) {
    const gate = finding.rule.split('/', 1)[0] ?? '';
    const turn = taken.get(gate) ?? 0;
    taken.set(gate, turn + 1);
    (turns[turn] ??= []).push(finding);
  }
  return turns.flat();
}

/** The properties that `error`, `warning` and `notice` of `@actions/core` take. */
export interface AnnotationProperties {
  title: string;
  file?: string;
  startLine?: number;
  endLine?: number;
  startColumn?: number;
  endColumn?: number;
}

export interface AnnotationCommand {
  readonly level: Severity;
  readonly message: string;
  readonly properties: AnnotationProperties;
}

/** One finding as an annotation; `@actions/core` escapes it for the command. */
export function annotationCommand(finding: Finding): AnnotationCommand {
  return {
    level: finding.severity,
    message: annotationMessage(finding, 4000),
    properties: properties(finding),
  };
}

/** Message and fix as plain text, at most about `max` code units. */
export function annotationMessage(finding: Finding, max: number): string {
  const fix = finding.help === undefined ? '' : `\nFix: ${clip(visible(finding.help), max / 2)}`;
  return clip(visible(finding.message), max / 2) + fix;
}

function properties(finding: Finding): AnnotationProperties {
  const title = clip(visible(finding.rule), 255);
  return finding.file === undefined ? { title } : { title, file: finding.file, ...region(finding) };
}

/** Columns only where the finding is on one line: the runner refuses others. */
function region(finding: Finding): Partial<AnnotationProperties> {
  if (finding.line === undefined) return {};
  const lines = { startLine: finding.line, endLine: Math.max(finding.line, finding.endLine ?? finding.line) };
  if (finding.column === undefined || lines.endLine !== lines.startLine) return lines;
  return {
    ...lines,
    startColumn: finding.column,
    endColumn: Math.max(finding.column, finding.endColumn ?? finding.column),
  };
}
