import { expect, test } from 'vitest';
import { withKept } from '../../../src/board/gate/kept-records.ts';
import { hashes } from '../../../src/lineage/gate/hashes.ts';
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
  await kept.keep();
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

test('without a file all is read each time', async () => {
  expect(await run(undefined, oids)).toEqual(oids);
});
