/** What two commits feed the model, as far as the ledger keeps it, and since which commit it is another. */
import { pullRequestOf } from '../../kernel/reverts.ts';
import { shown } from '../../kernel/text.ts';
import { isUserError } from '../../kernel/user-error.ts';
import type { Commit } from '../../kernel/commit.ts';
import type { Finding, Section } from '../../report/model.ts';
import type { FedFacts } from '../index.ts';
import { detailsUnread } from './details-unread.ts';
import type { EvaluationReader } from './evaluations.ts';

export interface Fed {
  /** Absent where nothing is recorded of one of them. */
  readonly facts?: FedFacts;
  readonly findings: readonly Finding[];
}

/** Commits in between of which fingerprints are read. */
const mostBetween = 300;

/** `between`: the commits after `from` up to `to`, newest first. */
export async function fedBetween(
  from: string,
  to: string,
  between: readonly Commit[],
  reader: Pick<EvaluationReader, 'each'>,
): Promise<Fed> {
  try {
    const recorded = new Map<string, ReadonlyMap<string, Uint8Array>>();
    const commits = between.toReversed().slice(-mostBetween);
    const shas = [...new Set([from, ...commits.map(({ sha }) => sha), to])];
    await reader.each(shas, { kind: 'inputs', wanted: () => true }, (sha, files) => {
      recorded.set(sha, files);
    });
    const [before, after] = [recorded.get(from), recorded.get(to)];
    if (before === undefined || after === undefined) return { findings: [] };
    const { fedDifference } = await import('#lib/inputs');
    const tensors = await fedDifference(before, after);
    if (tensors.length === 0) return { facts: { tensors, since: null }, findings: [] };
    for (const { sha, message } of commits) {
      const files = recorded.get(sha);
      if (files === undefined || (await fedDifference(before, files)).length === 0) continue;
      const pr = pullRequestOf(message.split('\n', 1)[0] ?? '');
      return { facts: { tensors, since: { sha, pr: pr === undefined ? null : Number(pr) } }, findings: [] };
    }
    return { facts: { tensors, since: null }, findings: [] };
  } catch (error) {
    if (!isUserError(error)) throw error;
    return {
      findings: [detailsUnread(`what they feed the model was not compared: ${error.message}`, error.help)],
    };
  }
}

/** `inputs of svc-23 and svc-24 differ since #812`. */
export function fedText({ tensors, since }: FedFacts, before: string, after: string): string {
  const where =
    since === null ? '' : ` since ${since.pr === null ? `commit ${since.sha.slice(0, 8)}` : `#${since.pr}`}`;
  return tensors.length === 0
    ? `inputs of ${before} and ${after} are the same`
    : `inputs of ${before} and ${after} differ${where}`;
}

export function fedSections(facts: FedFacts | undefined, before: string, after: string): Section[] {
  if (facts === undefined || facts.tensors.length === 0) return [];
  return [
    {
      kind: 'table',
      title: `The ${fedText(facts, before, after)}`,
      open: true,
      columns: [{ title: 'Tensor', code: true }, { title: 'Kind' }, { title: 'Cause' }],
      rows: facts.tensors.map(({ name, kind, cause }) => [shown(name), kind, shown(cause)]),
    },
  ];
}
