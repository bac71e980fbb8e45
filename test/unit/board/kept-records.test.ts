import { describe, expect, test } from 'vitest';
import { emptyIndex } from '../../../src/board/gate/ledger-index.ts';
import { boardRecords } from '../../../src/board/gate/records.ts';
import { withKept } from '../../../src/board/gate/kept-records.ts';
import { hashes } from '../../../src/lineage/gate/hashes.ts';
import { recordText, type LineageRecord } from '../../../src/lineage/index.ts';
import { memoryLedger } from '../../support/memory-ledger.ts';
import { recordsOf, teamDrafts, teamNow } from '../../support/team-ledger.ts';
import type { LedgerSnapshot } from '../../../src/ports/ledger.ts';

const texts = ['{"a":1}', '', 'ü\n\u0000', 'x'.repeat(5000)];
const oidOf = (text: string) => hashes.sha1(`blob ${Buffer.byteLength(text)}\0${text}`);
const oids = texts.map(oidOf);

function ledger() {
  const asked: string[] = [];
  const snapshot: LedgerSnapshot = {
    tip: undefined,
    head: undefined,
    inbox: new Map(),
    results: new Map(),
    list: () => Promise.resolve(new Map()),
    read: (wanted) => {
      asked.push(...wanted);
      return Promise.resolve(
        new Map(wanted.map((oid) => [oid, Buffer.from(texts[oids.indexOf(oid)] ?? '')])),
      );
    },
  };
  return { asked, snapshot };
}

function memoryFile(content?: Uint8Array) {
  const file = {
    content,
    writes: 0,
    read: () => Promise.resolve(file.content),
    write: (next: Uint8Array) => {
      file.content = next;
      file.writes += 1;
      return Promise.resolve();
    },
  };
  return file;
}

async function run(file: ReturnType<typeof memoryFile> | undefined, wanted: readonly string[]) {
  const { asked, snapshot } = ledger();
  const kept = await withKept(snapshot, file);
  const read = await kept.snapshot.read(wanted);
  await kept.keep({ index: kept.before?.index ?? emptyIndex, taken: [], fresh: new Map() });
  expect(wanted.map((oid) => Buffer.from(read.get(oid) ?? []).toString())).toEqual(
    wanted.map((oid) => texts[oids.indexOf(oid)]),
  );
  return asked;
}

test('what was read is not asked for again, and what is new is', async () => {
  const file = memoryFile();
  expect(await run(file, oids.slice(0, 3))).toEqual(oids.slice(0, 3));
  expect(await run(file, oids.slice(0, 3))).toEqual([]);
  expect(file.writes).toBe(1);
  expect(await run(file, oids)).toEqual(oids.slice(3));
  expect(await run(file, oids)).toEqual([]);
});

test('what is no longer asked for goes', async () => {
  const file = memoryFile();
  await run(file, oids);
  const size = file.content?.length ?? 0;
  await run(file, oids.slice(0, 1));
  expect(file.content?.length).toBeLessThan(size - 5000);
});

test.each([
  [
    'altered',
    (content: Buffer) => Buffer.from(content.toString('latin1').replace('"a":1', '"a":2'), 'latin1'),
    [oids[0]],
  ],
  ['cut off', (content: Buffer) => content.subarray(0, content.length - 100), [oids[3]]],
  ['of another version', (content: Buffer) => Buffer.from(`x${content.toString('latin1')}`, 'latin1'), oids],
  ['empty', () => Buffer.from(''), oids],
])('%s: read anew', async (_, spoil, expected) => {
  const file = memoryFile();
  await run(file, oids);
  file.content = spoil(Buffer.from(file.content ?? []));
  expect(await run(file, oids)).toEqual(expected);
});

test('any byte of the file may be another: what is read stays the same', async () => {
  const file = memoryFile();
  await run(file, oids.slice(0, 3));
  const whole = Buffer.from(file.content ?? []);
  for (let at = 0; at < whole.length; at += 1) {
    const spoilt = Buffer.from(whole);
    spoilt[at] = (spoilt[at] ?? 0) ^ 0x41;
    expect((await run(memoryFile(spoilt), oids.slice(0, 3))).length, `byte ${at}`).toBeLessThanOrEqual(3);
  }
});

test('without a file all is read each time', async () => {
  expect(await run(undefined, oids)).toEqual(oids);
});

describe('a board after another', () => {
  const team = recordsOf(teamDrafts());

  /** A ledger whose blobs and folders are named as git names them; notes what is asked of it. */
  function gitLike(branch: readonly LineageRecord[], more: Readonly<Record<string, string>> = {}) {
    const { snapshot } = memoryLedger({ branch, files: more });
    const bytes = new Map(
      [...branch.map(recordText), ...Object.values(more)].map((text) => [oidOf(text), text]),
    );
    const asked = { folders: 0, contents: 0 };
    const list: LedgerSnapshot['list'] = async (folders) => {
      const found = await snapshot.list(folders);
      const named = [...found].map(async ([folder, entries]) => {
        const contents = await snapshot.read([...entries.values()]);
        const own = [...entries].map(
          ([name, oid]) => [name, oidOf(Buffer.from(contents.get(oid) ?? []).toString())] as const,
        );
        return [folder, new Map(own)] as const;
      });
      return new Map(await Promise.all(named));
    };
    const like: LedgerSnapshot = {
      ...snapshot,
      list: (folders) => {
        asked.folders += folders.length;
        return list(folders);
      },
      folders: async (parents) => {
        const shards = Array.from({ length: 256 }, (_, at) => at.toString(16).padStart(2, '0'));
        const all = parents.map(async (parent) => {
          const found = await list(shards.map((shard) => `${parent}/${shard}`));
          const present = [...found].filter(([, entries]) => entries.size > 0);
          const trees = present.map(
            ([path, own]) => [path.slice(-2), oidOf(JSON.stringify([...own]))] as const,
          );
          return [parent, new Map(trees)] as const;
        });
        return new Map(await Promise.all(all));
      },
      read: (wanted) => {
        asked.contents += wanted.length;
        return Promise.resolve(new Map(wanted.map((oid) => [oid, Buffer.from(bytes.get(oid) ?? '')])));
      },
    };
    return { snapshot: like, asked };
  }

  async function boardOf(
    file: ReturnType<typeof memoryFile>,
    { snapshot, asked }: ReturnType<typeof gitLike>,
    most?: number,
  ) {
    const kept = await withKept(snapshot, file);
    const reading = { now: () => teamNow, before: kept.before, ...(most !== undefined && { most }) };
    const found = await boardRecords(kept.snapshot, reading);
    await kept.keep(found.known);
    return { ...found, asked };
  }

  const ids = (records: readonly LineageRecord[]) => records.map(({ id }) => id).toSorted();
  const sameAs = async (ledger: ReturnType<typeof gitLike>, most?: number) => {
    const { records, findings } = await boardOf(memoryFile(), ledger, most);
    return { records: ids(records), findings };
  };

  test('lists the folders that have changed, reads the records that are new, and shows the same', async () => {
    const file = memoryFile();
    const first = await boardOf(file, gitLike(team.slice(0, -1)));
    expect(first.asked.contents).toBeGreaterThanOrEqual(team.length - 1);
    const second = await boardOf(file, gitLike(team));
    expect(second.asked.contents).toBe(1);
    expect(second.asked.folders).toBeLessThan(12);
    expect({ records: ids(second.records), findings: second.findings }).toEqual(await sameAs(gitLike(team)));
    const third = await boardOf(file, gitLike(team));
    expect(third.asked).toMatchObject({ contents: 0 });
    expect(third.records.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
      team.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    );
    expect(file.writes).toBe(2);
  });

  test('of more than it has room for reads none of the old ones again', async () => {
    const file = memoryFile();
    const older = await boardOf(file, gitLike(team.slice(0, -2)), 5);
    expect(older.asked.contents).toBeGreaterThan(5);
    const now = await boardOf(file, gitLike(team), 5);
    expect(now.asked.contents).toBeLessThan(8);
    expect({ records: ids(now.records), findings: now.findings }).toEqual(await sameAs(gitLike(team), 5));
  });

  test('says of what is no record that it is none each time', async () => {
    const broken = { 'by/serving/00/broken@1.json': '{"kind":"serving"' };
    const file = memoryFile();
    const told = async () => (await boardOf(file, gitLike(team, broken))).findings.map(({ rule }) => rule);
    expect(await told()).toContain('lineage/corrupt-record');
    expect(await told()).toContain('lineage/corrupt-record');
  });

  test('begins anew where records have gone from the ledger', async () => {
    const file = memoryFile();
    await boardOf(file, gitLike(team));
    const less = await boardOf(file, gitLike(team.slice(1)));
    expect(ids(less.records)).toEqual(ids(team.slice(1)));
    expect(less.known.index.rows.times).toHaveLength(team.length - 1);
  });

  test('takes no content from the file that is not what its name says', async () => {
    const file = memoryFile();
    await boardOf(file, gitLike(team));
    const [one] = team;
    if (one === undefined || file.content === undefined) throw new Error('nothing is kept');
    const spoilt = Buffer.from(file.content);
    spoilt.write('X', spoilt.indexOf(recordText(one)) + 20);
    file.content = spoilt;
    const again = await boardOf(file, gitLike(team));
    expect(again.asked.contents).toBe(1);
    expect(ids(again.records)).toEqual(ids(team));
  });
});
