/** Records as they count: readable, saying what their id was made from, and in a place that is theirs. */
import { lineageRules } from '../rules.ts';
import {
  entriesOf,
  indexPlace,
  readRecord,
  recordKey,
  recordPath,
  writtenAs,
  type LineageRecord,
} from '../index.ts';
import type { Finding } from '../../report/model.ts';
import { hashes } from './hashes.ts';

export type Note = (finding: Finding) => void;

/** The record that a blob holds; or `note` gets what is wrong, and there is none. `place`: where it was found. */
export function recordIn(
  bytes: Uint8Array | undefined,
  place: string,
  note: Note,
): LineageRecord | undefined {
  return readIn(bytes, place, note)?.record;
}

/** The same, and whether the bytes are what the record is written as: then nothing in it was normalised when it was read. */
export function readIn(bytes: Uint8Array | undefined, place: string, note: Note) {
  const result =
    bytes === undefined ? { ok: false as const, problems: ['it is not there'] } : readRecord(bytes);
  if (!result.ok || bytes === undefined) {
    note(corrupt(place, result.ok ? [] : result.problems));
    return undefined;
  }
  const { text, altered: isAltered } = writtenAs(result.record, hashes);
  if (!isAltered) return { record: result.record, isAsWritten: Buffer.from(text).equals(bytes) };
  note(altered(place, result.record));
  return undefined;
}

/** The record of bytes that were found sound before, and to be as `recordText` writes them; `undefined` where they are no longer JSON. */
export function soundRecord(bytes: Uint8Array): LineageRecord | undefined {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- readRecord has accepted it
    return JSON.parse(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8'),
    ) as LineageRecord;
  } catch {
    return undefined;
  }
}

/** Whether a record is in a place that is its own: under its name in the inbox and the branch, and in an index of what it names. */
export function isInPlace(record: LineageRecord, place: string, note: Note): boolean {
  const own = belongsAt(place, record);
  if (!own) note(misplaced(place, record));
  return own;
}

/** Only places of the same sort are made: each costs a hash or two. */
function belongsAt(place: string, record: LineageRecord): boolean {
  const key = recordKey(record.id, hashes);
  if (place.startsWith('inbox/')) return place === `inbox/${key}`;
  if (place.startsWith('records/')) return place === recordPath(record.id, hashes);
  return entriesOf(record).some(({ kind, name }) => {
    if (!place.startsWith(`by/${kind}/`)) return false;
    const { folder, prefix } = indexPlace(kind, name, hashes);
    return place === `${folder}/${prefix}${key}.json`;
  });
}

function corrupt(place: string, problems: readonly string[]): Finding {
  return lineageRules['corrupt-record'].finding({
    message: `a record cannot be read (${place}): ${problems.slice(0, 3).join('; ')}`,
    help: 'Write the record anew under another id.',
  });
}

export function altered(place: string, { id }: LineageRecord): Finding {
  return lineageRules['altered-record'].finding({
    message: `record ${id} does not count (${place}): its content does not have the hash that is its id`,
    help,
  });
}

function misplaced(place: string, { id }: LineageRecord): Finding {
  return lineageRules['altered-record'].finding({
    message: `record ${id} does not count where it was found (${place}): that place belongs to another`,
    help,
  });
}

const help =
  'Somebody wrote to the ledger by hand: see who pushed to model-lineage and refs/lineage. Record the step anew.';
