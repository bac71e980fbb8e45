/** Asks GitHub whether the runs that records name are as they say. */
import { isUserError } from '../../kernel/user-error.ts';
import type { Finding } from '../../report/model.ts';
import type { WorkflowRun } from '../../kernel/workflow-run.ts';
import { isConfirmed, type LineageRecord } from '../index.ts';
import { lineageRules } from '../rules.ts';

export interface RunSource {
  /** By its id; `undefined` where the repository has none of that id. */
  run(id: string): Promise<WorkflowRun | undefined>;
}

export interface Verifier {
  /** Ids of those records that GitHub confirms. Each run is asked about once, and of many only the first. */
  verify(records: readonly LineageRecord[]): Promise<ReadonlySet<string>>;
  /** Why some were not asked about. */
  findings(): readonly Finding[];
}

/** Runs that one report asks about. */
export const maxRuns = 30;

/** Without a source nothing is confirmed. */
export function verifier(source: RunSource | undefined, now: () => number): Verifier {
  const runs = new Map<string, WorkflowRun | undefined>();
  let unread: Finding | undefined;
  const ask = async (id: string) => {
    if (source === undefined || runs.has(id) || runs.size >= maxRuns || unread !== undefined) return;
    try {
      runs.set(id, await source.run(id));
    } catch (error) {
      if (!isUserError(error)) throw error;
      unread = unconfirmed(error.message, error.help);
    }
  };
  return {
    verify: async (records) => {
      const confirmed = new Set<string>();
      for (const record of records) {
        const id = record.run?.id;
        if (id === undefined || record.run?.url === undefined || !/^[1-9]\d{0,18}$/.test(id)) continue;
        await ask(id);
        const found = runs.get(id);
        if (found !== undefined && isConfirmed(record, found, now())) confirmed.add(record.id);
      }
      return confirmed;
    },
    findings: () => (unread === undefined ? [] : [unread]),
  };
}

function unconfirmed(reason: string, help?: string): Finding {
  return lineageRules['details-unread'].finding({
    severity: 'notice',
    message: `who wrote the records, and when, is as they say: ${reason}`,
    help: help ?? 'Give the token `actions: read`.',
  });
}
