import type { Rule } from '../../report/rule.ts';
import { textRules } from '../rules.ts';
import type { Source } from '../tree/origin.ts';
import type { Severity } from '../../report/model.ts';

/** A finding whose place is still an offset. */
export interface Problem {
  readonly rule: Rule;
  /** The rule's own where absent. */
  readonly severity?: Severity;
  readonly message: string;
  readonly help?: string;
  readonly start: number;
  readonly end: number;
  /** What fixes it in the place of what stands there, where there is exactly one such text. */
  readonly replacement?: string;
  /** Of a composed run: the text that the offsets are of. */
  readonly source?: Source;
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
  const problem: Problem = { rule: textRules.unreadable, message, start, end };
  return new Unreadable(help === undefined ? problem : { ...problem, help });
}

/** Deepest nesting that is read. */
export const maxDepth = 100;

export function tooDeep(at: number): Unreadable {
  return unreadable(
    `nested deeper than ${maxDepth}`,
    at,
    at + 1,
    'no config is: fix the brackets or the indentation',
  );
}

/** More values than this, aliases copied, is an alias bomb and no config. */
export const maxValues = 200_000;

export function tooManyValues(): Unreadable {
  const message = `the file contains more than ${maxValues} values, each alias counted as what it stands for`;
  return unreadable(message, 0, 0, 'use fewer aliases, and keep data out of the config');
}
