/** The one way in which an action runs, publishes its verdict and fails. */
import type { ActionResult } from './action-result.ts';
import * as core from '@actions/core';
import { blocks } from '../report/model.ts';
import { readEnvironment, type RunnerEnvironment } from './environment.ts';
import { errorReport } from '../report/error-report.ts';
import { causeChain } from '../kernel/cause-chain.ts';
import { actionLog } from './log.ts';
import { publish } from './publish/publish.ts';

export interface ActionContext {
  readonly environment: RunnerEnvironment;
  /** An input's text, trimmed; '' where it was not given. */
  input(name: string): string;
}

export type ActionMain = (context: ActionContext) => Promise<ActionResult>;

/**
 * Runs `main` and publishes its report. Whatever it throws becomes a failing report, so one verdict is always published:
 * advice for what the user must fix, "please report" for a bug in model-gates, with the chain of causes in the debug log.
 */
export async function runAction(gate: string, main: ActionMain): Promise<void> {
  const result = await attempt(gate, main);
  try {
    await publish(result, process.env, actionLog);
  } catch (error) {
    actionLog.debug(causeChain(error));
    core.error(
      `The report could not be published: ${error instanceof Error ? error.message : String(error)}`,
    );
    process.exitCode = 1;
  }
  if (blocks(result.report)) process.exitCode = 1;
}

async function attempt(gate: string, main: ActionMain): Promise<ActionResult> {
  try {
    const environment = await readEnvironment(process.env);
    return await main({ environment, input: (name) => core.getInput(name) });
  } catch (error) {
    actionLog.debug(causeChain(error));
    return { report: errorReport(gate, error), outputs: {}, channels: {} };
  }
}
