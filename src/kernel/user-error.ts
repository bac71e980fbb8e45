/** A place in a file; lines and columns are 1-based. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

export interface UserErrorDetails {
  readonly place?: Place;
  /** How to fix it, as an instruction. */
  readonly help?: string;
  /** Where any gate may end with it: its own rule in place of `runtime/cannot-run`. */
  readonly rule?: 'another-commit';
  readonly cause?: unknown;
}

const brand = 'ModelGatesUserError';

/**
 * Something the user or the environment must fix: says what is wrong, where, what was expected and got, and how to fix it.
 * Everything else that is thrown is a bug in model-gates.
 */
export class UserError extends Error {
  override readonly name = brand;
  readonly place: Place | undefined;
  readonly help: string | undefined;
  readonly rule: UserErrorDetails['rule'];

  constructor(message: string, details: UserErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.place = details.place;
    this.help = details.help;
    this.rule = details.rule;
  }
}

/** By name, not by class: bundles loaded side by side each hold their own copy of the class. */
export function isUserError(error: unknown): error is UserError {
  return error instanceof Error && error.name === brand;
}

/** `file:line:column`, as far as known. */
export function placeText(place: Place): string {
  return [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
}
