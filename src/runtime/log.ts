import * as core from '@actions/core';
import { neutraliseCommands } from '../report/escape.ts';
import type { Logger } from '../gates/ports.ts';

/** The log of an action's step. A line that a pull request could have written never becomes a workflow command. */
export const actionLog: Logger = {
  info: (message) => core.info(neutraliseCommands(message)),
  debug: (message) => core.debug(message),
  // Not an annotation: those are few, and belong to findings.
  warning: (message) => core.info(neutraliseCommands(`warning: ${message}`)),
};

/** The error, its causes and their stacks, for the debug log. */
export function causeChain(error: unknown, depth = 0): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? error.message;
  return error.cause === undefined || depth > 8 ? own : `${own}\ncaused by: ${causeChain(error.cause, depth + 1)}`;
}
