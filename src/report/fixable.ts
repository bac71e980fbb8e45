import { allFindings, type Finding, type Fix, type Report } from './model.ts';

export interface Fixable extends Finding {
  readonly fix: Fix;
}

/** The findings whose fix may be applied for a person: a statement is made only where the merge would stop without it. */
export function fixable(report: Report): Fixable[] {
  return allFindings(report).flatMap((finding) => {
    const { fix, severity } = finding;
    return fix === undefined || (fix.states === true && severity !== 'error') ? [] : [{ ...finding, fix }];
  });
}
