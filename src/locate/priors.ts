/** How much likelier than an ordinary merge one is that touched what a model's answers depend on. */
import { globMatcher } from '../kernel/globs.ts';

/** What a merge changed, and what became of it. */
export interface Known {
  /** Repository-relative paths; absent where nobody knows. */
  readonly paths?: readonly string[];
  /** What changed of what the model is fed, by its fingerprints; `same` where nothing did, absent where nobody knows. */
  readonly fed?: 'same' | { readonly text: string } | undefined;
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

export function weigh({ paths, fed, isReverted }: Known, { configs, harmless }: Surfaces): Weighed {
  const [isConfig, isHarmless] = [configs, harmless].map((globs) =>
    globs.length === 0 ? () => false : globMatcher(globs),
  );
  const isUntouched = paths?.every(isHarmless ?? (() => false)) === true;
  const touches = (fits: (path: string) => boolean): boolean => paths?.some(fits) === true;
  const applying = [
    touches(isConfig ?? (() => false)) ? weights.config : undefined,
    touches((path) => lock.test(path)) ? weights.dependencies : undefined,
    // What was seen counts, and not what names of files let one suppose.
    fed === undefined && touches((path) => input.test(path)) ? weights.inputs : undefined,
    fed === undefined || fed === 'same' || isUntouched ? undefined : fedWeight(fed.text),
    isReverted === true ? weights.reverted : undefined,
    isUntouched && paths !== undefined && paths.length > 0 ? weights.harmless : undefined,
  ].filter((one) => one !== undefined);
  return {
    weight: applying.reduce((product, { factor }) => product * factor, 1),
    reasons: applying.map(({ reason }) => reason),
  };
}
