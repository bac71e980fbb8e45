import type { ActionMetadata } from '../../../scripts/docs/action-metadata.ts';

export interface OutputDifferences {
  /** In action.yml, but the action does not set it. */
  readonly unset: readonly string[];
  /** Set, but not in action.yml: no workflow knows of it. */
  readonly undeclared: readonly string[];
}

/** What a run has set against what action.yml declares; an output that is set to nothing is set. */
export function outputDifferences(
  action: Pick<ActionMetadata, 'outputs'>,
  set: Readonly<Record<string, string>>,
): OutputDifferences {
  return {
    unset: [...action.outputs.keys()].filter((name) => !Object.hasOwn(set, name)),
    undeclared: Object.keys(set).filter((name) => !action.outputs.has(name)),
  };
}
