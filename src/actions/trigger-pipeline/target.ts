import type { Target } from '../../releases/gate/trigger-pipeline.ts';
import type { RunnerEnvironment } from '../../runner/environment.ts';
import { UserError } from '../../kernel/user-error.ts';
import { checkedTarget, fitsHeader, requestNames, shownTarget } from '../../releases/index.ts';
import type { TriggerInputs } from './inputs.ts';

/** Where the call goes. Throws a UserError where the inputs name none, or several. */
export function targetOf(inputs: TriggerInputs, { event, repository: own }: RunnerEnvironment): Target {
  const { workflow, url } = inputs;
  const eventType = inputs.eventType;
  const given = [workflow, eventType, url].filter((one) => one !== undefined);
  if (given.length !== 1)
    throw new UserError(
      `Exactly one of workflow, event-type and url says what to start; ${given.length} are given.`,
      {
        help: 'Give workflow (a workflow of GitHub), event-type (a repository_dispatch) or url (an ML platform).',
      },
    );
  if (url !== undefined && inputs.inputs !== undefined)
    throw new UserError('The input inputs is for workflow and event-type.', {
      help: 'Give a platform its own values as `extra`.',
    });
  if (url === undefined && inputs.statusUrl !== undefined)
    throw new UserError('The input status-url is for a platform that url names.', {
      help: 'Remove it: the runs of GitHub are looked for by themselves.',
    });
  if (url !== undefined) return httpTarget(url, inputs);
  const common = {
    repository: inputs.repository ?? own,
    inputs: ownInputs(inputs),
    waitMs: inputs.waitSeconds * 1000,
    again: inputs.startAgain,
  };
  if (eventType !== undefined) return { kind: 'repository-event', ...common, eventType };
  const ref = inputs.ref ?? event.defaultBranch ?? 'main';
  return { kind: 'workflow', ...common, workflow: workflow ?? '', ref };
}

/** The receiver's own inputs; what a request says of itself is not theirs to change. */
function ownInputs({ inputs = {} }: TriggerInputs): Readonly<Record<string, unknown>> {
  const taken = Object.keys(inputs).filter((name) => requestNames.includes(name.toLowerCase()));
  if (taken.length === 0) return inputs;
  throw new UserError(`The input inputs gives ${taken.join(', ')}, which the request has of its own.`, {
    help: 'Name only inputs of the receiver there; version, git-ref, author and the like are inputs of this action.',
  });
}

/** What is shown of a bad URL is only why it is bad: it may contain a secret. */
function httpTarget(text: string, inputs: TriggerInputs): Target {
  const { secret } = inputs;
  const checked = checkedTarget(text);
  if (!checked.ok)
    throw new UserError(`The input url cannot be used: ${checked.problem}.`, {
      help: 'Give an https:// address without a name and password in it.',
    });
  if (secret === undefined)
    throw new UserError('The input secret is missing: a request to a platform is always signed.', {
      help: 'Make a secret that both sides know, and pass it as `secret: ${{ secrets.… }}`. A pull request from a fork gets no secrets.',
    });
  const bearerToken = inputs.bearerToken;
  if (bearerToken !== undefined && !fitsHeader(bearerToken))
    throw new UserError(
      'The input bearer-token cannot be sent: it has a line break or a character that headers have not.',
      { help: 'Set the secret again, without what was pasted around it.' },
    );
  const jobIdPath = inputs.jobIdPath;
  const statusUrl = checkedStatus(inputs.statusUrl);
  return {
    kind: 'http',
    url: checked.url,
    shown: shownTarget(checked.url),
    secret,
    timeoutMs: inputs.timeoutSeconds * 1000,
    attempts: inputs.attempts,
    idempotent: inputs.idempotent,
    ...(bearerToken === undefined ? {} : { bearerToken }),
    ...(jobIdPath === undefined ? {} : { jobIdPath }),
    again: inputs.startAgain,
    ...(statusUrl === undefined ? {} : { statusUrl }),
  };
}

/** Like the address of the platform, the bad one is not shown. */
function checkedStatus(statusUrl: string | undefined): string | undefined {
  if (statusUrl === undefined) return undefined;
  const checked = checkedTarget(statusUrl.replaceAll('{key}', 'key'));
  const problem = checked.ok ? 'it has no {key} in it' : checked.problem;
  if (checked.ok && statusUrl.includes('{key}')) return statusUrl;
  throw new UserError(`The input status-url cannot be used: ${problem}.`, {
    help: 'Give an https:// address with {key} where the idempotency key stands, such as https://ml.example/jobs?key={key}.',
  });
}
