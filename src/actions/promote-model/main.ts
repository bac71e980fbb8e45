import { actionLog } from '#lib/action';
import { causeChain } from '../../kernel/cause-chain.ts';
import { enumerate } from '../../kernel/text.ts';
import { readInputs } from '../../kernel/settings.ts';
import { UserError } from '../../kernel/user-error.ts';
import type { Target } from '../../policy/index.ts';
import type { DriftFacts, PromotionFacts } from '../../promotion/index.ts';
import { judgedAs } from '../../promotion/settings.ts';
import { errorReport } from '../../report/error-report.ts';
import type { Report } from '../../report/model.ts';
import type { ActionResult } from '../../runner/action-result.ts';
import { outputTexts } from '../../runner/publish/output-texts.ts';
import type { ActionContext } from '../../runner/run-action.ts';
import { promoteInputs, type PromoteInputs } from './inputs.ts';
import { openPorts, type Opened } from './ports.ts';

type Facts = Partial<PromotionFacts> & Partial<DriftFacts>;

export async function main(context: ActionContext): Promise<ActionResult> {
  const inputs = readInputs(promoteInputs, context.input);
  // Also what could not be done is a report with all outputs: a later step reads them in any case.
  const report = await promoted(context, inputs).catch((error: unknown): Report<Facts> => {
    actionLog.debug(causeChain(error));
    return errorReport('promote-model', error);
  });
  return { report, outputs: outputsOf(report), channels: {} };
}

async function promoted({ environment }: ActionContext, inputs: PromoteInputs): Promise<Report<Facts>> {
  const { defaultBranch } = environment.event;
  const what = modeOf(inputs);
  const opened = await openPorts(environment, inputs, defaultBranch);
  try {
    const report = await run(what, inputs, opened);
    return { ...report, findings: [...opened.findings, ...report.findings] };
  } finally {
    await opened.close();
  }
}

type Mode = 'version' | 'continue' | 'rollback' | 'check';

/** Exactly one thing is done. */
function modeOf(inputs: PromoteInputs): Mode {
  const modes: readonly (readonly [Mode, boolean])[] = [
    ['version', inputs.version !== undefined],
    ['continue', inputs.continue],
    ['rollback', inputs.rollback],
    ['check', inputs.check],
  ];
  const given = modes.filter(([, isGiven]) => isGiven).map(([name]) => name);
  const [mode] = given;
  if (mode !== undefined && given.length === 1) return mode;
  throw new UserError(
    `One of version, continue, rollback and check says what to do; ${given.length} are given.`,
    {
      help: 'Give a version with its target, or `rollback: true` with a target, or `continue: true`, or `check: true`.',
    },
  );
}

async function run(mode: Mode, inputs: PromoteInputs, { ports, targets }: Opened): Promise<Report<Facts>> {
  const { promote, rollBack, checkDrift, goOn } = await import('#lib/promotion');
  const { weight, digest, dryRun, reason = '', version = '' } = inputs;
  const judged = inputs.judge === undefined ? undefined : judgedAs(inputs.judge);
  if (mode === 'check') return checkDrift(some(inputs, targets), dryRun, ports);
  if (mode === 'continue') {
    const { facts, ...report } = await goOn(some(inputs, targets), judged, dryRun, ports);
    const [first] = facts.targets;
    return { ...report, facts: { ...first } };
  }
  const target = targetOf(inputs, targets);
  if (mode === 'rollback') return rollBack({ target, reason, dryRun }, ports);
  const force = inputs.force ? { by: ports.by, reason } : undefined;
  return promote({ version, target, weight, digest, dryRun, judged, force }, ports);
}

function some(inputs: PromoteInputs, targets: ReadonlyMap<string, Target>): readonly Target[] {
  return inputs.target === undefined ? [...targets.values()] : [targetOf(inputs, targets)];
}

function targetOf({ target: name }: PromoteInputs, targets: ReadonlyMap<string, Target>): Target {
  const target = name === undefined ? undefined : targets.get(name);
  if (target !== undefined) return target;
  throw new UserError(
    name === undefined
      ? 'The input target is missing.'
      : `The policy on trunk has no target ${JSON.stringify(name)}.`,
    {
      help:
        targets.size === 0
          ? 'Add a section `targets` to the policy.'
          : `It names ${enumerate([...targets.keys()])}.`,
    },
  );
}

function outputsOf({ facts }: Report<Facts>): Record<string, string> {
  return outputTexts({
    state: facts.state,
    weight: facts.weight,
    commit: facts.commit,
    'pull-request': facts.pullRequest?.number,
    'pull-request-url': facts.pullRequest?.url,
    replaces: facts.replaces,
    recorded: facts.recorded,
    targets: facts.targets,
  });
}
