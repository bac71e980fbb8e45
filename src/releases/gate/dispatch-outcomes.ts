/** What came of a start through GitHub, in words. */
import { pipelineRules } from '../rules.ts';
import type { InputProblem, PipelineRequest } from '../index.ts';
import type { Finding } from '../../report/model.ts';
import type { ListedRun, Run } from '../../ports/dispatches.ts';
import type { Started } from './started.ts';

export function startedAs({ runId, url }: Partial<Run> & { readonly runId: number }): Started {
  return { state: 'started', jobId: String(runId), ...(url === undefined ? {} : { url }), findings: [] };
}

export function alreadyStarted(known: readonly ListedRun[]): Started {
  const [newest] = known;
  const others = known.length > 1 ? ` ${known.length} runs have this key: ${urls(known)}.` : '';
  const finding = pipelineRules['already-started'].finding({
    message: `It was started before, as ${newest?.url ?? ''}: nothing was sent.${others}`,
    help: 'To start it once more, set `start-again: true`, or run that run again.',
  });
  const { runId, url } = newest ?? {};
  return {
    state: 'started',
    said: 'was started before',
    ...(runId === undefined ? {} : { jobId: String(runId) }),
    ...(url === undefined ? {} : { url }),
    findings: [finding],
  };
}

export function notRepeated(why: string): Started {
  const message = `This run is repeated, and ${why}. Nothing was sent now.`;
  const help = `Look at the runs of the receiver: where none is of this commit, set \`start-again: true\`. ${nameHelp}`;
  return {
    state: 'sent',
    said: 'may have been started before',
    findings: [pipelineRules.unclear.finding({ message, help })],
  };
}

const nameHelp =
  'Name the runs after the key, and this can be determined: `run-name: train ${{ inputs.idempotency_key }}`, or `${{ github.event.client_payload.request.idempotency_key }}` for an event; to see them the token needs `actions: read`.';

export function unseen(
  { idempotency_key: key }: PipelineRequest,
  repository: string,
  why: string,
  unclear: string | undefined,
): Started {
  const message =
    unclear === undefined
      ? `It was sent, and no run was seen. ${why}`
      : `It may have been started, or not: ${unclear}. ${why}`;
  const help = `Look for a run with the key ${key} in ${repository} before you run this again. ${nameHelp}`;
  const rule = unclear === undefined ? pipelineRules.unseen : pipelineRules.unclear;
  return {
    state: 'sent',
    said: unclear === undefined ? 'was sent; no run was seen' : 'may have been started',
    findings: [rule.finding({ message, help })],
  };
}

export function badInput({ problem, fix }: InputProblem, where: string): Finding {
  return pipelineRules['bad-inputs'].finding({
    message: `Nothing was sent to ${where}: ${problem}.`,
    help: fix,
  });
}

export function urls(runs: readonly Run[]): string {
  const shown = runs.slice(0, 5).map(({ url }) => url);
  return shown.join(', ') + (runs.length > shown.length ? ` and ${runs.length - shown.length} more` : '');
}
