import type { Severity } from '../../report/model.ts';

/** A finding whose place is still an offset. */
export interface Problem {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help?: string;
  readonly start: number;
  readonly end: number;
}

/** Stops reading: nothing that follows could be trusted. */
export class Unreadable extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

export function unreadable(message: string, start: number, end: number, help?: string): Unreadable {
  const problem: Problem = { rule: 'config/unreadable', severity: 'error', message, start, end };
  return new Unreadable(help === undefined ? problem : { ...problem, help });
}
