import * as core from '@actions/core';
import { logText } from '../report/escape.ts';
import type { Logger } from '../ports/index.ts';

/** The log of an action's step. A line that a pull request could have written never becomes a workflow command. */
export const actionLog: Logger = {
  info: (message) => core.info(logText(message)),
  debug: (message) => core.debug(message),
  // Not an annotation: those are few, and belong to findings.
  warning: (message) => core.info(logText(`warning: ${message}`)),
};
