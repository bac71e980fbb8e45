import type { InputJudgement, InputSettings } from '../index.ts';

/** What is said where nobody says what the model is fed: known by the settings alone, before the code of the gate is loaded. */
export function unconfigured({ command, candidate }: InputSettings): InputJudgement | undefined {
  if (command !== undefined || candidate.length > 0) return undefined;
  return {
    verdict: 'skipped',
    title: 'Nothing says what the model is fed (inputs.command or inputs.candidate in the policy).',
    findings: [],
    facts: { samples: 0, tensors: [], tokens: { changed: 0, first: null } },
  };
}
