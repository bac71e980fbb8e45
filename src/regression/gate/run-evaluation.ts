import { regressionRules } from '../rules.ts';
import { shown } from '../index.ts';
import type { Finding } from '../../report/model.ts';
import type { CommandResult, Ports, Scratch } from '../../ports/index.ts';
import { commandLine } from './command-line.ts';

export interface EvaluationRun {
  /** The template of regression.evaluate. */
  readonly command: string;
  readonly ids: readonly string[];
  /** Names in the scratch folder. */
  readonly idFile: string;
  readonly out: string;
  readonly timeoutMs: number;
  readonly cwd?: string;
}

/** What the command wrote for these samples, or a finding that says why there is nothing. */
export async function runEvaluation(
  run: EvaluationRun,
  ports: Ports,
  scratch: Scratch,
): Promise<Uint8Array | Finding> {
  const broken = run.ids.find((id) => /[\r\n]/.test(id));
  if (broken !== undefined) return failed(`the sample id ${shown(broken)} contains a line break`);
  const ids = await scratch.write(run.idFile, `${run.ids.join('\n')}\n`);
  const line = commandLine(run.command, { ids, out: scratch.pathOf(run.out) });
  if (typeof line === 'string') return failed(line);
  const { timeoutMs, cwd } = run;
  const began = ports.now();
  const result = await ports.commands.run(line.program, line.args, {
    timeoutMs,
    ...(cwd !== undefined && { cwd }),
  });
  const wrong = wrongExit(line.program, result, ports.now() - began >= timeoutMs);
  if (wrong !== undefined) return failed(wrong);
  return (await scratch.read(run.out)) ?? failed(`${line.program} ended without writing {out}`);
}

function wrongExit(program: string, result: CommandResult | undefined, late: boolean): string | undefined {
  if (result === undefined) return `the program ${program} is not there`;
  if (result.exitCode === 0) return undefined;
  if (late) return `${program} was stopped, for the time budget (regression.time-budget) was used up`;
  const last = lastWords(result.stderr);
  const how =
    result.exitCode < 0
      ? 'was killed from outside, as it is where memory runs out'
      : `ended with exit code ${result.exitCode}`;
  return `${program} ${how}${last === '' ? '' : `: ${shown(last)}`}`;
}

/** The line that names an error, else the last one: some programs say their version after it. */
function lastWords(stderr: string): string {
  const lines = stderr.trimEnd().split('\n');
  return lines.findLast((line) => /error|exception/i.test(line)) ?? lines.at(-1) ?? '';
}

function failed(reason: string): Finding {
  return regressionRules['evaluation-failed'].finding({
    message: `The evaluation did not run: ${reason}.`,
    help: 'Run the command of regression.evaluate by hand with a file of ids, one a line.',
  });
}
