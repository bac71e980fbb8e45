/** Which record stands for which: a correction counts where its writer may correct, and both versions are shown. */
import { isUserError } from '../../kernel/user-error.ts';
import { uniqueBy } from '../../kernel/group.ts';
import type { CorrectionRights } from '../../ports/ledger.ts';
import type { Finding } from '../../report/model.ts';
import type { CorrectionFacts, LineageRecord } from '../index.ts';
import { changedFields } from '../record/read.ts';
import { lineageRules } from '../rules.ts';

export interface Correction {
  /** The record that was there before. */
  readonly before: LineageRecord;
  readonly after: LineageRecord;
  /** Why it does not count; absent where it does. */
  readonly refused?: string;
}

interface Found {
  readonly rights: CorrectionRights | undefined;
  /** Records by their ids, where they are there. */
  known(ids: readonly string[]): Promise<readonly (LineageRecord | undefined)[]>;
  /** For each id the records that correct it. */
  correcting(ids: readonly string[]): Promise<readonly (readonly LineageRecord[])[]>;
}

/** Corrections to and by records; `met` are all that were asked for so far. */
export function correctionsAmong({ rights, known, correcting }: Found) {
  const met = new Map<string, Correction>();
  const earlier = async ({ corrects }: LineageRecord) =>
    corrects === undefined ? undefined : (await known([corrects]))[0];
  const judge = correctionJudge(rights, earlier);
  const of = async (records: readonly LineageRecord[]): Promise<readonly Correction[]> => {
    const later = await correcting(records.map(({ id }) => id));
    const own = records.filter(({ corrects }) => corrects !== undefined);
    const before = await known(own.map(({ corrects = '' }) => corrects));
    const pairs = [
      ...records.flatMap((one, at) => (later[at] ?? []).map((after) => ({ before: one, after }))),
      ...own.flatMap((after, at) => (before[at] === undefined ? [] : [{ before: before[at], after }])),
    ].filter((pair) => pair.before.id !== pair.after.id);
    const corrections = await Promise.all(pairs.map((pair) => judge(pair.before, pair.after)));
    for (const one of corrections) met.set(`${one.before.id}\n${one.after.id}`, one);
    return corrections;
  };
  return { of, met: () => [...met.values()] };
}

type Earlier = (record: LineageRecord) => Promise<LineageRecord | undefined> | LineageRecord | undefined;

/** Without rights only who wrote a record may correct it. `earlier`: the record that another corrects, where it is there. */
export function correctionJudge(rights: CorrectionRights | undefined, earlier: Earlier) {
  const members = new Map<string, Promise<boolean>>();
  const isMember = (team: string, login: string) => {
    const asked =
      members.get(`${team} ${login}`) ?? rights?.isMember?.(team, login) ?? Promise.resolve(false);
    members.set(`${team} ${login}`, asked);
    return asked;
  };
  const own = rights?.isMember === undefined ? rights : { ...rights, isMember };
  return async (before: LineageRecord, after: LineageRecord): Promise<Correction> => {
    const refused = await refusalAlong(before, after, own, earlier).catch((error: unknown) => {
      if (!isUserError(error)) throw error;
      return `who may correct it cannot be read: ${error.message}`;
    });
    return { before, after, ...(refused === undefined ? {} : { refused }) };
  };
}

/** Corrections of corrections that are followed. */
const longest = 20;

/** What a refused correction says does not come to count by a correction of its own. */
async function refusalAlong(
  before: LineageRecord,
  after: LineageRecord,
  rights: CorrectionRights | undefined,
  earlier: Earlier,
): Promise<string | undefined> {
  const seen = new Set<string>();
  for (
    let [old, now]: [LineageRecord | undefined, LineageRecord] = [before, after];
    old !== undefined && old.id !== now.id && !seen.has(old.id) && seen.size < longest;
    [old, now] = [await earlier(old), old]
  ) {
    seen.add(old.id);
    const refused = await refusalOf(old.by, now.by, rights);
    if (refused !== undefined)
      return old === before ? refused : 'it corrects a correction that does not count';
  }
  return undefined;
}

/** By what the records say of their writers: those are claims, as long as nobody has confirmed them. */
async function refusalOf(
  writer: string,
  corrector: string,
  rights: CorrectionRights | undefined,
): Promise<string | undefined> {
  const { users, teams } = (await rights?.correctors()) ?? { users: [], teams: [] };
  if (users.length === 0 && teams.length === 0)
    return sameName(writer, corrector) ? undefined : 'it is not by who wrote the other';
  if (users.some((user) => sameName(user, corrector))) return undefined;
  for (const team of rights?.isMember === undefined ? [] : teams)
    if ((await rights?.isMember?.(team, corrector)) === true) return undefined;
  const unasked = teams.length > 0 && rights?.isMember === undefined;
  return `the policy does not name ${corrector} as corrector${unasked ? ', and nobody can be asked about teams' : ''}`;
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** Ids of records that do not count: corrected by who may, or corrections by who may not. */
export function setAside(corrections: readonly Correction[]): Set<string> {
  return new Set(
    corrections.map(({ before, after, refused }) => (refused === undefined ? before.id : after.id)),
  );
}

/** Each correction, with both versions. */
export function correctionFindings(corrections: readonly Correction[]): Finding[] {
  return uniqueBy(corrections, ({ before, after }) => `${before.id} ${after.id}`).map(
    ({ before, after, refused }) => {
      const what = changedFields(before, after).join('; ');
      const both = `record ${before.id} (says ${before.by}, ${before.at}) by ${after.id} (says ${after.by}, ${after.at}): ${what}`;
      return refused === undefined
        ? lineageRules['corrected-record'].finding({
            message: `corrected is ${both}`,
            help: 'The later counts, as its writer says. Both stay in the ledger.',
          })
        : lineageRules['correction-refused'].finding({
            message: `not corrected is ${both}; ${refused}`,
            help: 'Let who wrote the record correct it, or name who else may in lineage.correctors of the policy.',
          });
    },
  );
}

export function correctionFacts({ before, after, refused }: Correction): CorrectionFacts {
  const told = ({ id, by, at }: LineageRecord) => ({ record: id, by, at });
  return {
    before: told(before),
    after: told(after),
    changed: changedFields(before, after),
    accepted: refused === undefined,
    ...(refused === undefined ? {} : { refused }),
  };
}
