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

/** Written by hand, and multiplied: no ledger has yet enough culprits to learn them from. */
export const weights = {
  config: { factor: 3, reason: 'a model config changed' },
  dependencies: { factor: 3, reason: 'dependencies changed' },
  inputs: { factor: 2, reason: 'preprocessing, prompts or data changed' },
  fed: { factor: 6, reason: 'what the model is fed changed' },
  exempted: { factor: 2, reason: 'a gate was lifted for it' },
  hotfix: { factor: 2, reason: 'it was a hotfix, merged before its evaluation' },
  reverted: { factor: 4, reason: 'a later merge takes it back' },
  harmless: { factor: 0.1, reason: 'only files changed on which no evaluation depends' },
} as const;

const lock =
  /(?:^|\/)(?:uv\.lock|poetry\.lock|pdm\.lock|pixi\.lock|conda-lock\.ya?ml|environment\.ya?ml|pyproject\.toml|setup\.(?:py|cfg)|[\w.-]*requirements[\w.-]*\.(?:txt|in)|Pipfile(?:\.lock)?|Dockerfile[\w.-]*)$/;
const input =
  /(?:^|\/)[^/]*(?:preprocess|processor|tokeni[sz]er|template|prompt|collat|augment|transform|dataset)[^/]*(?:\/|$)/i;

function fedWeight(text: string): Weight {
  const { factor, reason } = weights.fed;
  return { factor, reason: `${reason}: ${text}` };
}

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

export function weigh({ paths, fed, seen, isReverted }: Known, surfaces: Surfaces): Weighed {
  const isUntouched = paths?.every(matcherOf(surfaces.harmless)) === true;
  const touched = touchedBy(paths ?? [], surfaces);
  const isExempted = seen?.verdicts.some(({ verdict }) => verdict === 'exempt') === true;
  const applying = [
    touched.config.length > 0 ? weights.config : undefined,
    touched.packages.length > 0 ? weights.dependencies : undefined,
    // What was seen counts, and not what names of files let one suppose.
    fed === undefined && touched.inputs.length > 0 ? weights.inputs : undefined,
    fed === undefined || fed === 'same' || isUntouched ? undefined : fedWeight(fed.text),
    isExempted ? weights.exempted : undefined,
    seen?.isHotfix === true ? weights.hotfix : undefined,
    isReverted === true ? weights.reverted : undefined,
    isUntouched && paths !== undefined && paths.length > 0 ? weights.harmless : undefined,
  ].filter((one) => one !== undefined);
  return {
    weight: applying.reduce((product, { factor }) => product * factor, 1),
    reasons: applying.map(({ reason }) => reason),
  };
}
