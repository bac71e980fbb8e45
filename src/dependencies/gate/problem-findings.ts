import { depsRules } from '../rules.ts';
import type { Finding, Severity } from '../../report/model.ts';
import type { Parsed, Problem } from '../index.ts';

export interface PlacedProblem extends Problem {
  readonly file: string;
}

const help = 'Write the file anew with its tool; what cannot be read cannot be judged.';

/** One finding for each problem of a file in the tree of that name. */
export function problemFindings(
  problems: readonly PlacedProblem[],
  tree: string,
  severity: Severity = 'error',
): Finding[] {
  return problems.map(({ rule, message, file, line, column, help: own, wasJudged = isNote(rule) }) =>
    rule.finding({
      severity: wasJudged ? 'warning' : severity,
      message: `${file} (${tree}) ${wasJudged ? '' : 'cannot be judged: '}${message}.`,
      file,
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
      help: own ?? help,
    }),
  );
}

export function placed(parsed: Parsed | undefined, file: string | undefined): PlacedProblem[] {
  return (parsed?.problems ?? []).map((problem) => ({ ...problem, file: file ?? '' }));
}

/** The file was judged all the same. */
function isNote(rule: Problem['rule']): boolean {
  return rule === depsRules['newer-revision'] || rule === depsRules['unread-installs'];
}

/** Nothing of the file can be compared. */
export function isFatal({ rule }: Problem): boolean {
  return rule === depsRules['unreadable-file'] || rule === depsRules['unsupported-format'];
}

export function isBroken(parsed: Parsed | undefined): boolean {
  return parsed?.problems.some(isFatal) ?? false;
}
