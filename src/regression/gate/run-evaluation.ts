import { commandLine, wrongExit } from '../../kernel/command-line.ts';
import { regressionRules } from '../rules.ts';
import { shown } from '../index.ts';
import type { Finding } from '../../report/model.ts';
import type { Ports, Scratch } from '../../ports/index.ts';

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
  ports: Pick<Ports, 'commands' | 'now'>,
  scratch: Scratch,
): Promise<Uint8Array | Finding> {
  const broken = run.ids.find((id) => /[\r\n]/.test(id));
  if (broken !== undefined) return failed(`the sample id ${shown(broken)} contains a line break`);
  const ids = await scratch.write(run.idFile, `${run.ids.join('\n')}\n`);
  const line = commandLine(run.command, { ids, out: scratch.pathOf(run.out) }, 'regression.evaluate');
  if (typeof line === 'string') return failed(line);
  const { timeoutMs, cwd } = run;
  const began = ports.now();
  const result = await ports.commands.run(line.program, line.args, {
    timeoutMs,
    ...(cwd !== undefined && { cwd }),
  });
  const wrong = wrongExit(line.program, result, ports.now() - began >= timeoutMs, 'regression.time-budget');
  if (wrong !== undefined) return failed(shown(wrong));
  return (await scratch.read(run.out)) ?? failed(`${line.program} ended without writing {out}`);
}

function failed(reason: string): Finding {
  return regressionRules['evaluation-failed'].finding({
    message: `The evaluation did not run: ${reason}.`,
    help: 'Run the command of regression.evaluate by hand with a file of ids, one a line.',
  });
}
