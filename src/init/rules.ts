import { type Choices, entitledText, type InitPart } from './choices.ts';

/** Sections of the policy that a part brings, without those that `there`, the text of a policy, has already. */
export function policySections({ parts, managers }: Choices, there = ''): string {
  const texts: readonly (readonly [InitPart, string])[] = [
    ['branches', branches],
    ['labels', labels(managers)],
    ['hotfix', hotfix(managers)],
  ];
  return texts
    .filter(([part, text]) => parts.has(part) && !hasSection(there, text))
    .map(([, text]) => `\n${text}`)
    .join('');
}

function hasSection(policy: string, text: string): boolean {
  const [key = ''] = /^[a-z]+:/m.exec(text) ?? [];
  return policy
    .split(/\r?\n/)
    .some((line) => line.startsWith(key) || line.startsWith(`"${key.slice(0, -1)}":`));
}

const branches = `# A branch lives at most three days, and its name says what it is for.
branches:
  names: [feature/*, fix/*, docs/*]
  warn-hours: 24
  limit-hours: 72
  over-limit: fail
  sync: merge
`;

function labels(managers: readonly string[]): string {
  return `# Only who is entitled skips an evaluation, for one commit, with a reason: a comment "/exempt skip-full-eval because …", then the label.
exemptions:
  - label: skip-full-eval
    gates: [regression-gate]
    by: ${entitledText(managers)}
`;
}

function hotfix(managers: readonly string[]): string {
  return `# hotfix/* may merge before its evaluation once a release manager other than its author has approved its head.
hotfix:
  branches: [hotfix/*]
  release-managers: ${entitledText(managers)}
  evaluate-within-hours: 24
`;
}

/** The literal rule "a drop of 0.5 points blocks", with its price beside it; else nothing. */
export function modeText({ mode }: Choices): string {
  if (mode === 'paired') return '';
  return `  # Fails on every drop of more than the tolerance, however few samples show it. On 500 samples that blocks 21 to 36 of 100
  # harmless changes (docs/regression-proofs.md); mode: paired blocks only drops that are not chance, or that the samples cannot decide.
  mode: strict
`;
}
