/** Two sides: what each tensor is fed as before and after. */
import type { Fingerprints } from '../model.ts';
import { sharedStart } from '../causes/change.ts';
import { isExactPair, pairSides, type PairedSides, type Pair } from './pairs.ts';
import { compareTensor, type TensorResult } from './tensor.ts';
import { elsewhere, learnedTolerance, type Tolerance } from './tolerance.ts';

export interface FirstToken {
  readonly sample: string;
  readonly tensor: string;
  /** Place in the sequence, from 0. */
  readonly position: number;
  /** Ids around it on both sides. */
  readonly before: readonly (number | string)[];
  readonly after: readonly (number | string)[];
}

export interface Compared {
  readonly sides: PairedSides;
  readonly samples: number;
  readonly tensors: readonly TensorResult[];
  readonly tokens: { readonly changed: number; readonly first?: FirstToken };
}

export type Learned = ReadonlyMap<string, Tolerance>;

export function compareInputs(
  before: Fingerprints,
  after: Fingerprints,
  learned: Learned = new Map(),
): Compared {
  const sides = pairSides(before, after);
  const masks = new Map(
    sides.tensors
      .find(({ name }) => name === 'attention_mask')
      ?.pairs.map((pair): [string, Pair] => [pair.id, pair]),
  );
  const tensors = sides.tensors.map((paired) => compareTensor(paired, { masks, learned }));
  return {
    sides,
    samples: sides.ids.length,
    tensors,
    tokens: tokensOf(sides, tensors),
  };
}

/** Names of sequences that a tokenizer made. */
const tokenName = /(?:^|[._])(?:input_?ids|ids|tokens?|token_ids)(?:$|[._])|input_ids$|token_ids$/i;
const around = 6;

function tokensOf({ tensors }: PairedSides, results: readonly TensorResult[]): Compared['tokens'] {
  const changed = results.filter(({ name, verdict }) => verdict === 'changed' && tokenName.test(name));
  const samples = new Set(changed.flatMap((result) => result.changed));
  const firsts = changed.flatMap(({ name, changed: [sample] }) => {
    const pair = tensors.find((paired) => paired.name === name)?.pairs.find(({ id }) => id === sample);
    return pair === undefined || !isExactPair(pair) ? [] : [firstOf(name, pair)];
  });
  return { changed: samples.size, ...(firsts[0] !== undefined && { first: firsts[0] }) };
}

function firstOf(tensor: string, pair: Extract<Pair, unknown>): FirstToken {
  const values = (side: 'before' | 'after') => (pair[side].kind === 'exact' ? pair[side].values : []);
  const position = sharedStart(values('before'), values('after'));
  const context = (side: 'before' | 'after') =>
    values(side).slice(Math.max(0, position - around), position + around);
  return { sample: pair.id, tensor, position, before: context('before'), after: context('after') };
}

/** Tolerances by two runs of the base, and the tensors that are not the same twice. */
export function learnNoise(
  first: Fingerprints,
  second: Fingerprints,
): { readonly learned: Learned; readonly distances: ReadonlyMap<string, number> } {
  const { tensors } = compareInputs(first, second);
  const numbers = tensors.filter(({ tolerance }) => tolerance !== undefined);
  return {
    learned: new Map(numbers.map(({ name, distance }) => [name, learnedTolerance(distance)])),
    distances: new Map(
      tensors.filter(({ verdict }) => verdict !== 'same').map(({ name, distance }) => [name, distance]),
    ),
  };
}

/** How far apart the two runs were, by tensor. */
export function noiseOf(learned: Learned): ReadonlyMap<string, number> {
  return new Map([...learned].flatMap(([name, { noise }]) => (noise === undefined ? [] : [[name, noise]])));
}

/** What a fingerprint says of two runs of it, perhaps on another machine than this. */
export function recordedNoise({ noise = new Map() }: Fingerprints): Learned {
  return new Map([...noise].map(([name, distance]) => [name, learnedTolerance(distance, elsewhere)]));
}
