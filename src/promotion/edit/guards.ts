/** What is refused whatever the new value is to be. */
import type { WrittenNode, WrittenScalar } from '../../documents/yaml/stream.ts';
import { pathOf, type Step } from './path.ts';
import { Refused } from './refused.ts';

export function refuseTemplate({ text, start }: WrittenScalar, steps: readonly Step[]): void {
  if (!/\{\{|\{%|\$\{|<%/.test(text)) return;
  throw new Refused(
    `${pathOf(steps)} is a template: ${JSON.stringify(text.slice(0, 60))}`,
    start,
    'Edit the values that the template is given.',
  );
}

/** Readers differ in which of two equal keys counts, and Kubernetes refuses the file. */
export function refuseDuplicates(document: WrittenNode | undefined, steps: readonly Step[]): void {
  const twin = document === undefined ? undefined : firstTwin(document);
  if (twin === undefined) return;
  throw new Refused(
    `the key ${JSON.stringify(twin.text)} stands twice in one mapping of the document of ${pathOf(steps)}`,
    twin.start,
    'Keep one of the two.',
  );
}

function firstTwin(node: WrittenNode): WrittenScalar | undefined {
  if (node.kind === 'list') return firstOf(node.items);
  if (node.kind !== 'map') return undefined;
  const seen = new Set<string>();
  for (const [key] of node.pairs) {
    if (key.kind !== 'scalar') continue;
    if (seen.has(key.text)) return key;
    seen.add(key.text);
  }
  return firstOf(node.pairs.flat());
}

function firstOf(nodes: readonly WrittenNode[]): WrittenScalar | undefined {
  for (const node of nodes) {
    const twin = firstTwin(node);
    if (twin !== undefined) return twin;
  }
  return undefined;
}

/** What no spelling could carry. */
export function refuseUnwritable(value: string, { start }: WrittenScalar): void {
  if (value.isWellFormed() && !value.includes('\0') && value.length <= 100_000) return;
  throw new Refused('the new value is not a text of up to 100,000 characters', start, 'Give another value.');
}
