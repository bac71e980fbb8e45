/** How long evaluations took, by the ledger. */
import type { LineageRecord } from '../lineage/index.ts';
import { boardRecords } from './dashboard/records.ts';
import type { LedgerSnapshot } from './ledger.ts';

/**
 * Minutes of whole evaluations on one runner (`parameters.evaluation_minutes`), oldest first. It decides nothing but how many runners
 * there are. Throws a UserError where the ledger cannot be read.
 */
export async function recordedMinutes(snapshot: LedgerSnapshot): Promise<readonly number[]> {
  const { records } = await boardRecords(snapshot);
  return records.flatMap(minutesOf);
}

function minutesOf({ parameters }: LineageRecord): number[] {
  const told = parameters?.['evaluation_minutes'];
  // An action writes parameters as text.
  const minutes = typeof told === 'string' && told !== '' ? Number(told) : told;
  return typeof minutes === 'number' && minutes > 0 && minutes <= 100_000 ? [minutes] : [];
}
