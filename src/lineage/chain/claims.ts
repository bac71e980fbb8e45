/** Whose word a record is: who wrote it, when and in which run is what it says, until GitHub says the same of that run. */
import type { WorkflowRun } from '../../kernel/workflow-run.ts';
import type { LineageRecord } from '../record/model.ts';

export type Standing = 'claimed' | 'verified';

/** What clocks differ by, in milliseconds. */
const tolerance = 5 * 60_000;

/** Whether a run confirms by whom, when and where a record says that it was written, and the commits that it names. */
export function isConfirmed(record: LineageRecord, found: WorkflowRun, now: number): boolean {
  const { by, at, run, inputs } = record;
  const written = Date.parse(at);
  const end = found.completed ? Date.parse(found.updatedAt) : now;
  return (
    run?.url === found.url &&
    by.toLowerCase() === found.actor.toLowerCase() &&
    inputs.every(({ kind, id }) => kind !== 'commit' || id === found.headSha) &&
    written >= Date.parse(found.createdAt) - tolerance &&
    written <= end + tolerance
  );
}

/** `says ada` of a claim; of what is signed, by whom. */
export function saidBy(name: string | undefined, standing: Standing, signer?: string): string {
  if (signer !== undefined) return `signed by ${signer}`;
  if (name === undefined) return '';
  return standing === 'verified' ? name : `says ${name}`;
}
