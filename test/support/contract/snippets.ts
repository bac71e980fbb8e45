/** The workflows that the documentation shows. */
import { load } from 'js-yaml';
import type { SourceFile } from './sources.ts';

export interface Snippet {
  /** `file:line` of the block's first line. */
  readonly place: string;
  readonly text: string;
}

/** Every `yaml` block of a Markdown file, without the indentation of a list that it stands in. */
export function yamlBlocks({ file, text }: SourceFile): Snippet[] {
  return [...text.matchAll(/^([ \t]*)(`{3,})ya?ml\b[^\n]*\n([\s\S]*?)^\1\2[ \t]*$/gm)].map((match) => ({
    place: `${file}:${text.slice(0, match.index).split('\n').length + 1}`,
    text: (match[3] ?? '').replaceAll(new RegExp(`^${match[1]}`, 'gm'), ''),
  }));
}

/** The block as a whole workflow; `undefined` where it is none: a policy, a registry, a config. */
export function asWorkflow(text: string): string | undefined {
  const value: unknown = load(text);
  if (Array.isArray(value))
    return value.some(isStep) ? withFrame(`steps:\n${indent(earlierSteps(text) + text, 2)}`) : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  if ('jobs' in value) return 'on' in value ? text : `on: pull_request\n${text}`;
  return 'steps' in value ? withFrame(text) : undefined;
}

/** Steps that the shown ones speak of and that stand before them in a real workflow: the merge gate. */
function earlierSteps(text: string): string {
  const named = [...text.matchAll(/\bsteps\.([\w-]+)\./g)].map((match) => match[1] ?? '');
  const missing = [...new Set(named)].filter(
    (id) => !new RegExp(`^[ -]*id:[ '"]*${id}['"]?[ \t]*$`, 'm').test(text),
  );
  return missing.map((id) => `- id: ${id}\n  uses: model-gates/model-gates@v1\n`).join('');
}

function isStep(value: unknown): boolean {
  return typeof value === 'object' && value !== null && ('uses' in value || 'run' in value);
}

function withFrame(job: string): string {
  const runsOn = /^runs-on:/m.test(job) ? '' : '    runs-on: ubuntu-latest\n';
  return `on: pull_request\njobs:\n  job:\n${runsOn}${indent(job, 4)}`;
}

function indent(text: string, by: number): string {
  return text.replaceAll(/^(?=.)/gm, ' '.repeat(by));
}
