import { Unreadable } from '../../documents/yaml/problem.ts';

/** Why a file is not edited; nothing was changed. */
export interface Refusal {
  readonly message: string;
  /** How to fix it, as an instruction. */
  readonly help: string;
  /** Offset in the text at which the reason stands. */
  readonly at: number;
}

/** Stops an edit. */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(message: string, at: number, help: string) {
    super(message);
    this.refusal = { message, help, at };
  }
}

/** Why an edit stopped; `undefined` for what is a bug. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refused) return error.refusal;
  if (!(error instanceof Unreadable)) return undefined;
  const { message, help, start } = error.problem;
  return { message, help: help ?? 'Fix the text: what cannot be read is not edited.', at: start };
}
