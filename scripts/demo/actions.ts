/** Runs built actions as the runner does, and reads what they publish. */
import { readFileSync } from 'node:fs';
import { runAction, type ActionRun, type RunOptions } from '../../test/support/runner.ts';
import type { Report } from '../../src/report/model.ts';
import type { Annotation } from './annotation.ts';
import type { Event } from './events.ts';
import type { Repository } from './repository.ts';

export interface Published {
  readonly exitCode: number;
  readonly annotations: readonly Annotation[];
  readonly outputs: Readonly<Record<string, string>>;
  /** The step summary, Markdown. */
  readonly summary: string;
  readonly report: Report;
}

/** What a step has beside its event; without it neither inputs nor a token. */
export type Step = Pick<RunOptions, 'inputs' | 'token' | 'apiUrl'>;

/** `action` is a folder of this repository: `.` or `actions/emit-version-tag`. Throws when no report was published. */
export async function run(
  repository: Repository,
  action: string,
  workspace: string,
  event: Event,
  step: Step = {},
): Promise<Published> {
  const done = await runAction({ action, inputs: {}, event, workspace, env: repository.env, ...step });
  const file = done.outputs['report'];
  if (file === undefined) throw new Error(`${action} published no report:\n${done.stdout}${done.stderr}`);
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  return {
    exitCode: done.exitCode,
    annotations: annotationsOf(done),
    outputs: done.outputs,
    summary: done.summary,
    report,
  };
}

function annotationsOf({ commands }: ActionRun): Annotation[] {
  return commands.flatMap(({ command, properties, message }) =>
    command === 'error' || command === 'warning' || command === 'notice'
      ? [
          {
            level: command,
            title: properties['title'] ?? '',
            file: properties['file'] ?? '',
            line: Number(properties['line'] ?? 0),
            column: Number(properties['col'] ?? 0),
            message,
          },
        ]
      : [],
  );
}
