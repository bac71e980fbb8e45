/** Records as they will be written, from parsed JSON: checked, completed, each commit with its tree. */
import { groupBy } from '../../kernel/group.ts';
import type { KnownCommits } from '../../ports/commits.ts';
import type { Finding } from '../../report/model.ts';
import {
  completeRecord,
  hasOwnId,
  isAltered,
  looksLikeAnother,
  maxRecordBytes,
  nodeKinds,
  readDraft,
  recordText,
  sameRecord,
  uncommon,
  type LineageRecord,
  type RecordDraft,
} from '../index.ts';
import { lineageRules } from '../rules.ts';
import { hashes } from './hashes.ts';
import { commitFindings, withTrees } from './known-commits.ts';

export interface Surroundings {
  /** ISO 8601. */
  readonly at: string;
  readonly by: string;
  /** What the surroundings tell of a record that does not say it itself. */
  readonly defaults?: Partial<RecordDraft>;
  /** What is known of the commits that the records name; without it nobody was asked. */
  readonly commits?: KnownCommits | undefined;
}

export interface Prepared {
  readonly records: readonly LineageRecord[];
  readonly findings: readonly Finding[];
  /** Rows of evaluations that the records name: SHA-256 → content. */
  readonly results?: ReadonlyMap<string, Uint8Array>;
}

/** Records from parsed JSON: one, or a list of them. Findings tell what is wrong with each. */
export function prepareRecords(value: unknown, surroundings: Surroundings): Prepared {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  const findings: Finding[] = [];
  const records: LineageRecord[] = [];
  const fresh: LineageRecord[] = [];
  if (values.length === 0 || values.length > maxRecords)
    return { records, findings: [invalid(`expected 1 to ${maxRecords} records, got ${values.length}`)] };
  values.forEach((one, index) => {
    const place = values.length === 1 ? '' : `record ${index + 1}: `;
    const result = readDraft(one);
    if (!result.ok) return void findings.push(...result.problems.map((text) => invalid(`${place}${text}`)));
    const { record, replayed } = completed(result.draft, surroundings);
    records.push(record);
    if (!replayed) fresh.push(record);
  });
  findings.push(...records.filter((record) => isAltered(record, hashes)).map(notItsId));
  const large = records.filter((record) => recordText(record).length > maxRecordBytes / 2);
  findings.push(
    ...large.map(({ id }) => invalid(`record ${id} is larger than ${maxRecordBytes / 2} characters`)),
  );
  const { commits, defaults } = surroundings;
  const unknown = commits === undefined ? [] : commitFindings(fresh, commits, defaults?.repository);
  return { records, findings: [...findings, ...unknown, ...twins(records), ...lookAlikes(records)] };
}

/** What is written again as it was once written has its id already: nothing is filled in, or the id would be of another record. */
function completed(
  draft: RecordDraft,
  { defaults, commits, ...who }: Surroundings,
): { readonly record: LineageRecord; readonly replayed: boolean } {
  const alone = completeRecord(draft, who, hashes);
  if (draft.id !== undefined && !hasOwnId(alone, hashes)) return { record: alone, replayed: true };
  const whole = withTrees({ ...defaults, ...draft }, commits);
  return { record: completeRecord(whole, who, hashes), replayed: false };
}

function notItsId({ id }: LineageRecord): Finding {
  return lineageRules['invalid-record'].finding({
    message: `the id ${id} has the form of one that is made from the content, and is not made from this record's`,
    help: 'Leave `id` out, or choose one of another form.',
  });
}

const maxRecords = 1000;

function invalid(message: string): Finding {
  return lineageRules['invalid-record'].finding({
    message,
    help: `See schema/lineage.schema.json. Kinds: ${nodeKinds.join(', ')}.`,
  });
}

function twins(records: readonly LineageRecord[]): Finding[] {
  const groups = groupBy(records, ({ id }) => id);
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined || others.every((other) => sameRecord(first, other)) ? [] : [taken(first.id)],
  );
}

function lookAlikes(records: readonly LineageRecord[]): Finding[] {
  const ids = records.flatMap(({ inputs, outputs }) => [...inputs, ...outputs].map(({ id }) => id));
  return [...new Set(ids)].filter(looksLikeAnother).map((id) =>
    lineageRules['look-alike-id'].finding({
      message: `${id} is written with characters that look like others: ${uncommon(id).join(', ')}`,
      help: 'Who types it from what is shown will not find it: use one script in a name.',
    }),
  );
}

/** Nothing was written: the id names another record. */
export function taken(id: string): Finding {
  return lineageRules['id-taken'].finding({
    message: `another record has the id ${id} and says something else; nothing was overwritten`,
    help: 'Leave `id` out, or write a new record with `corrects` to fix the old one.',
  });
}
