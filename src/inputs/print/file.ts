/** A fingerprint file: a line about the whole, then one a sample, so that anything that reads JSONL reads it. */
import { isRecord } from '../../kernel/record.ts';
import type { DensePrint, Fingerprints, Hashes, Print, SamplePrint, Statistics } from '../model.ts';
import { Unreadable } from '../read/source.ts';
import { sizeOf } from '../read/stored-array.ts';
import { exactText, exactValues } from './exact-text.ts';
import { layoutOf } from './layout.ts';
import { blocksAcross, foldedLength, profileLength, sketchLength } from './statistics.ts';

const schema = 1;

interface Head {
  readonly samples: number;
  readonly numbered: boolean;
  readonly noise?: ReadonlyMap<string, number>;
}

/** The same fingerprints give the same text. */
export function fingerprintText({ samples, names, numbered, noise }: Fingerprints): string {
  const learned = noise === undefined ? {} : { noise: Object.fromEntries(noise) };
  const lines = [
    JSON.stringify({ fingerprint: { schema, samples: samples.size, numbered, tensors: names, ...learned } }),
  ];
  let before: SamplePrint = new Map();
  for (const [id, tensors] of samples) {
    const written = [...tensors].map(([name, print]) => [name, printText(print, before.get(name))]);
    lines.push(JSON.stringify({ id, tensors: Object.fromEntries(written) }));
    before = tensors;
  }
  return `${lines.join('\n')}\n`;
}

function printText(print: Print, before: Print | undefined): unknown {
  const { dtype, shape } = print;
  if (print.kind === 'exact')
    return { dtype, shape, exact: exactText(print.values, before?.kind === 'exact' ? before.values : []) };
  const { grid, hashes, statistics } = print;
  return {
    dtype,
    shape,
    ...(grid !== undefined && { grid }),
    hashes: hashNames.map((name) => hashes[name]).join('.'),
    is: packed(statistics),
  };
}

const hashNames = [
  'exact',
  'float32',
  'bfloat16',
  'bfloat16Cut',
  'float16',
  'float8_e4m3',
  'float8_e5m2',
  'values',
  'rows',
] as const satisfies readonly (keyof Hashes)[];

function packed({
  channels,
  norm,
  nan,
  infinite,
  sketches,
  rounding,
  blocks,
  columns,
  rows,
  detail,
  borders,
  frames,
}: Statistics): string {
  const numbers = [
    ...channels.flatMap(({ mean, deviation, low, high }) => [mean, deviation, low, high]),
    norm,
    nan,
    infinite,
    ...sketches.flatMap((sketch) => [...sketch]),
    ...rounding.flatMap((sums) => [...sums]),
    ...blocks,
    ...columns,
    ...rows,
    ...detail,
    ...borders,
    ...frames,
  ];
  return Buffer.from(Float32Array.from(numbers).buffer).toString('base64');
}

/** What a first line says where it begins a fingerprint file. */
export function headIn(value: unknown): Head | undefined {
  const head = isRecord(value) ? value['fingerprint'] : undefined;
  if (!isRecord(head)) return undefined;
  const { schema: version, samples, numbered } = head;
  if (version !== schema)
    throw new Unreadable(
      `it is a fingerprint of schema ${String(version).slice(0, 20)}, and ${schema} is read`,
      'Update model-gates, or make the fingerprint anew.',
    );
  const noise = noiseIn(head['noise']);
  return {
    samples: typeof samples === 'number' ? samples : 0,
    numbered: numbered === true,
    ...(noise !== undefined && { noise }),
  };
}

/** By tensor: √Σ(b−a)² / √Σa² of two runs. */
function noiseIn(value: unknown): ReadonlyMap<string, number> | undefined {
  if (!isRecord(value)) return undefined;
  const found = Object.entries(value).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number' && entry[1] >= 0,
  );
  return new Map(found);
}

/** The sample of a further line; `before` is the one of the line before. Throws `Unreadable`. */
export function sampleIn(value: unknown, before: SamplePrint): { id: string; tensors: SamplePrint } {
  const { id, tensors } = isRecord(value) ? value : {};
  if (typeof id !== 'string' || !isRecord(tensors))
    throw new Unreadable('it is not a sample of a fingerprint');
  const read = Object.entries(tensors).map(([name, print]): [string, Print] => {
    const found = printIn(print, before.get(name));
    if (found === undefined)
      throw new Unreadable(`its tensor ${name.slice(0, 80)} is not as a fingerprint has it`);
    return [name, found];
  });
  return { id, tensors: new Map(read) };
}

function printIn(value: unknown, before: Print | undefined): Print | undefined {
  if (!isRecord(value)) return undefined;
  const { dtype, exact, hashes, is } = value;
  const [shape, grid] = [lengthsIn(value['shape']), lengthsIn(value['grid'])];
  if (typeof dtype !== 'string' || shape === undefined) return undefined;
  if (typeof exact === 'string') {
    const values = exactValues(exact, before?.kind === 'exact' ? before.values : []);
    return values === undefined || values.length !== sizeOf(shape)
      ? undefined
      : { kind: 'exact', dtype, shape, values };
  }
  if (typeof hashes !== 'string' || typeof is !== 'string') return undefined;
  const given = { shape, ...(grid !== undefined && { grid }) };
  const [statistics, named] = [unpacked(is, given), hashesIn(hashes)];
  return statistics === undefined || named === undefined
    ? undefined
    : { kind: 'dense', dtype, ...given, hashes: named, statistics };
}

function lengthsIn(value: unknown): readonly number[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const lengths = value.filter((one): one is number => Number.isSafeInteger(one) && one >= 0);
  return lengths.length === value.length && lengths.length <= 32 ? lengths : undefined;
}

function hashesIn(text: string): Hashes | undefined {
  const parts = text.split('.');
  if (parts.length !== hashNames.length || parts.some((part) => !/^[0-9a-f]{16}$/.test(part)))
    return undefined;
  const of = (name: (typeof hashNames)[number]): string => parts[hashNames.indexOf(name)] ?? '';
  return {
    exact: of('exact'),
    float32: of('float32'),
    bfloat16: of('bfloat16'),
    bfloat16Cut: of('bfloat16Cut'),
    float16: of('float16'),
    float8_e4m3: of('float8_e4m3'),
    float8_e5m2: of('float8_e5m2'),
    values: of('values'),
    rows: of('rows'),
  };
}

function unpacked(text: string, given: Pick<DensePrint, 'shape' | 'grid'>): Statistics | undefined {
  const bytes = Uint8Array.from(Buffer.from(text, 'base64'));
  if (bytes.length % 4 !== 0) return undefined;
  const numbers = new Float32Array(bytes.buffer);
  const layout = layoutOf(given);
  let at = 0;
  const next = (count: number): Float32Array => numbers.slice(at, (at += count));
  const moments = next(4 * layout.channels);
  const channels = Array.from({ length: layout.channels }, (_, i) => {
    const [mean = 0, deviation = 0, low = 0, high = 0] = moments.subarray(4 * i, 4 * i + 4);
    return { mean, deviation, low, high };
  });
  const [norm = 0, nan = 0, infinite = 0] = next(3);
  const sketches = Array.from({ length: layout.channels }, () => next(sketchLength));
  const rounding = [next(foldedLength), next(foldedLength)];
  const blocks = next(blocksAcross * blocksAcross);
  const columns = next(Math.min(profileLength, layout.width));
  const rows = next(Math.min(profileLength, layout.height));
  const detail = next(6);
  const borders = [...next(4)];
  const frames = next(Math.min(16, layout.frames < 2 ? 0 : layout.frames));
  return at === numbers.length
    ? {
        layout,
        channels,
        norm,
        nan,
        infinite,
        sketches,
        rounding,
        blocks,
        columns,
        rows,
        detail,
        borders,
        frames,
      }
    : undefined;
}
