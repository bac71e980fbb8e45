/** How much likelier than an ordinary merge one is that touched what a model's answers depend on. */
import { globMatcher } from '../kernel/globs.ts';
import type { Seen, Touched } from './merges.ts';

/** What a merge changed, and what became of it. */
export interface Known {
  /** Repository-relative paths; absent where nobody knows. */
  readonly paths?: readonly string[];
  /** What changed of what the model is fed, by its fingerprints; `same` where nothing did, absent where nobody knows. */
  readonly fed?: 'same' | { readonly text: string } | undefined;
  /** By the ledger. */
  readonly seen?: Seen | undefined;
  /** Whether a later merge of the range takes it back. */
  readonly isReverted?: boolean;
}

/** Globs of the policy, or what is usual. */
export interface Surfaces {
  readonly configs: readonly string[];
  /** Files on which no evaluation depends. */
  readonly harmless: readonly string[];
}

export interface Weighed {
  readonly weight: number;
  readonly reasons: readonly string[];
}

interface Weight {
  readonly factor: number;
  readonly reason: string;
}

const kinds = [
  'config',
  'dependencies',
  'inputs',
  'fed',
  'exempted',
  'hotfix',
  'reverted',
  'harmless',
] as const;

export type Kind = (typeof kinds)[number];

export type Weights = Readonly<Record<Kind, Weight>>;

/** Written by hand, and multiplied: what counts until the ledger names enough culprits to learn from. */
export const weights: Weights = {
  config: { factor: 3, reason: 'a model config changed' },
  dependencies: { factor: 3, reason: 'dependencies changed' },
  inputs: { factor: 2, reason: 'preprocessing, prompts or data changed' },
  fed: { factor: 6, reason: 'what the model is fed changed' },
  exempted: { factor: 2, reason: 'a gate was lifted for it' },
  hotfix: { factor: 2, reason: 'it was a hotfix, merged before its evaluation' },
  reverted: { factor: 4, reason: 'a later merge takes it back' },
  harmless: { factor: 0.1, reason: 'only files changed on which no evaluation depends' },
};

const lock =
  /(?:^|\/)(?:uv\.lock|poetry\.lock|pdm\.lock|pixi\.lock|conda-lock\.ya?ml|environment\.ya?ml|pyproject\.toml|setup\.(?:py|cfg)|[\w.-]*requirements[\w.-]*\.(?:txt|in)|Pipfile(?:\.lock)?|Dockerfile[\w.-]*)$/;
const input =
  /(?:^|\/)[^/]*(?:preprocess|processor|tokeni[sz]er|template|prompt|collat|augment|transform|dataset)[^/]*(?:\/|$)/i;

/** What the files are to a model. */
export function touchedBy(paths: readonly string[], { configs }: Pick<Surfaces, 'configs'>): Touched {
  const isConfig = matcherOf(configs);
  const kinds = {
    config: paths.filter(isConfig),
    packages: paths.filter((path) => lock.test(path)),
    inputs: paths.filter((path) => input.test(path)),
  };
  const known = new Set(Object.values(kinds).flat());
  return { ...kinds, others: paths.filter((path) => !known.has(path)).length };
}

function matcherOf(globs: readonly string[]): (path: string) => boolean {
  return globs.length === 0 ? () => false : globMatcher(globs);
}

/** `by`: as the ledger has taught them; default: as written. */
export function weigh(known: Known, surfaces: Surfaces, by: Weights = weights): Weighed {
  const applying = kindsOf(known, surfaces);
  const { fed } = known;
  return {
    weight: applying.reduce((product, kind) => product * by[kind].factor, 1),
    reasons: applying.map((kind) =>
      kind === 'fed' && typeof fed === 'object' ? `${by.fed.reason}: ${fed.text}` : by[kind].reason,
    ),
  };
}

/** What of a merge counts. */
export function kindsOf({ paths, fed, seen, isReverted }: Known, surfaces: Surfaces): Kind[] {
  const isUntouched = paths?.every(matcherOf(surfaces.harmless)) === true;
  const touched = touchedBy(paths ?? [], surfaces);
  const applies: Record<Kind, boolean> = {
    config: touched.config.length > 0,
    dependencies: touched.packages.length > 0,
    // What was seen counts, and not what names of files let one suppose.
    inputs: fed === undefined && touched.inputs.length > 0,
    fed: typeof fed === 'object' && !isUntouched,
    exempted: seen?.verdicts.some(({ verdict }) => verdict === 'exempt') === true,
    hotfix: seen?.isHotfix === true,
    reverted: isReverted === true,
    harmless: isUntouched && paths !== undefined && paths.length > 0,
  };
  return kinds.filter((kind) => applies[kind]);
}

/** A merge of the past. */
export interface Past {
  readonly kinds: readonly Kind[];
  /** The ledger names it as a culprit. */
  readonly isCulprit: boolean;
}

/** Fewer culprits teach nothing. */
export const fewestCulprits = 5;

/** Culprits that a written weight counts for. */
const writtenCountsFor = 5;

/** No weight is learned beyond. */
const bounds = { least: 0.05, most: 20 };

/**
 * How much more often a merge of each kind was a culprit than one that was not of it: the ratio of the two rates, to each of which the written
 * weight adds as many culprits as it would expect of five. `undefined` where the past has too few culprits.
 */
export function learnedWeights(past: readonly Past[]): Weights | undefined {
  const culprits = past.filter(({ isCulprit }) => isCulprit);
  if (culprits.length < fewestCulprits) return undefined;
  const learned = (kind: Kind): Weight => {
    const { factor, reason } = weights[kind];
    const [of, among] = [past, culprits].map((all) => all.filter((one) => one.kinds.includes(kind)).length);
    const [all = 0, hits = 0] = [of, among];
    const rest = past.length - all;
    if (all === 0 || rest === 0) return weights[kind];
    const expected = (factor * all) / (factor * all + rest);
    const ratio =
      (hits + writtenCountsFor * expected) /
      all /
      ((culprits.length - hits + writtenCountsFor * (1 - expected)) / rest);
    const bounded = Math.min(bounds.most, Math.max(bounds.least, ratio));
    return {
      factor: bounded,
      reason: `${reason} (${bounded.toPrecision(2)} times, learned from ${culprits.length} culprits; written: ${factor})`,
    };
  };
  return {
    config: learned('config'),
    dependencies: learned('dependencies'),
    inputs: learned('inputs'),
    // Of the past nobody asks for fingerprints.
    fed: weights.fed,
    exempted: learned('exempted'),
    hotfix: learned('hotfix'),
    // A revert is how a culprit ends: the past cannot say how often one that was none is taken back.
    reverted: weights.reverted,
    harmless: learned('harmless'),
  };
}
