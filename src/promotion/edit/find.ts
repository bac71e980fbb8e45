/** From a path to the one value that it names in a document. */
import type { WrittenMap, WrittenNode, WrittenScalar } from '../../documents/yaml/stream.ts';
import { nearest } from '../../kernel/near.ts';
import { count, enumerate } from '../../kernel/text.ts';
import { anchorsIn, type Anchors } from './anchors.ts';
import { pathOf, type Step } from './path.ts';
import { Refused } from './refused.ts';

/** Nothing stands at the path. */
export interface Missing {
  readonly kind: 'missing';
  readonly message: string;
  readonly help: string;
  readonly at: number;
}

/** Something does, and it cannot be edited surely. */
export interface Blocked {
  readonly kind: 'blocked';
  readonly reason: Refused;
  readonly at: number;
}

export interface Found {
  readonly kind: 'found';
  readonly value: WrittenScalar;
  readonly at: number;
}

export type Search = Found | Blocked | Missing;

/** What a path leads to in one document. */
export function findValue(document: WrittenNode, steps: readonly Step[]): Search {
  try {
    return new Finder(document).find(steps);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { kind: 'blocked', reason: error, at: error.refusal.at };
  }
}

class Finder {
  private readonly root: WrittenNode;
  private readonly anchors: Anchors;

  constructor(root: WrittenNode) {
    this.root = root;
    this.anchors = anchorsIn(root);
  }

  find(steps: readonly Step[]): Search {
    let node = this.root;
    this.refuseShared(node, []);
    for (const [index, step] of steps.entries()) {
      const walked = steps.slice(0, index);
      const next = this.child(node, step, walked);
      if (next === undefined) return missing(node, step, walked);
      node = next;
      this.refuseShared(node, steps.slice(0, index + 1));
    }
    return { kind: 'found', value: this.value(node, steps), at: node.start };
  }

  private child(node: WrittenNode, step: Step, walked: readonly Step[]): WrittenNode | undefined {
    if (node.kind === 'map' && step.kind === 'key') return this.ofMap(node, step.name, walked);
    if (node.kind !== 'list') return undefined;
    if (step.kind === 'index') return node.items[step.at];
    if (step.kind === 'key') return /^\d{1,9}$/.test(step.name) ? node.items[Number(step.name)] : undefined;
    return this.selected(node.items, step, walked);
  }

  private ofMap(map: WrittenMap, name: string, walked: readonly Step[]): WrittenNode | undefined {
    const own = pairsNamed(map, name);
    if (own.length > 1) {
      const path = pathOf([...walked, { kind: 'key', name }]);
      throw new Refused(`${path} stands twice`, own[1]?.[0].start ?? map.start, 'Keep one of the two.');
    }
    const [pair] = own;
    if (pair !== undefined) return pair[1];
    const merge = this.anchors.mergeThatHas(map, name);
    if (merge === undefined) return undefined;
    throw new Refused(
      `${pathOf([...walked, { kind: 'key', name }])} comes in through the merge key <<: an edit would change all that merge it`,
      merge.start,
      'Write the key out where it shall differ, or edit the mapping that is merged.',
    );
  }

  private selected(
    items: readonly WrittenNode[],
    step: Extract<Step, { kind: 'select' }>,
    walked: readonly Step[],
  ): WrittenNode | undefined {
    const fitting = items.filter((item) => item.kind === 'map' && this.textOf(item, step.key) === step.text);
    if (fitting.length < 2) return fitting[0];
    throw new Refused(
      `${fitting.length} items fit ${pathOf([...walked, step])}`,
      fitting[1]?.start ?? 0,
      'Name the item by its number, such as [0].',
    );
  }

  private textOf(map: WrittenMap, name: string): string | undefined {
    const [pair] = pairsNamed(map, name);
    const value = pair === undefined ? undefined : this.anchors.target(pair[1]);
    return value?.kind === 'scalar' ? value.text : undefined;
  }

  /** An alias, and what an alias elsewhere stands for. */
  private refuseShared(node: WrittenNode, walked: readonly Step[]): void {
    const path = walked.length === 0 ? 'the document' : pathOf(walked);
    if (node.kind === 'alias')
      throw new Refused(
        `${path} is the alias *${node.name}: what it stands for is written elsewhere, and an edit there would change both`,
        node.start,
        'Write the value out in place of the alias, or edit the anchored one.',
      );
    if (node.anchor === undefined || !this.anchors.isUsed(node.anchor)) return;
    throw new Refused(
      `${path} has the anchor &${node.anchor}, which an alias uses: an edit would change what stands there too`,
      node.start,
      'Write the value out where the alias stands; then the anchor can go.',
    );
  }

  private value(node: WrittenNode, steps: readonly Step[]): WrittenScalar {
    const path = pathOf(steps);
    if (node.kind === 'scalar' && !node.absent) return node;
    if (node.kind === 'scalar')
      throw new Refused(`${path} has no value`, node.start, 'Write one there once, such as "".');
    if (isBraces(node))
      throw new Refused(`${path} is a template`, node.start, 'Edit the values that the template is given.');
    const what = node.kind === 'list' ? 'a list' : 'a mapping';
    throw new Refused(
      `${path} is ${what}, not one value`,
      node.start,
      'Go on with the path to one value in it.',
    );
  }
}

function pairsNamed({ pairs }: WrittenMap, name: string) {
  return pairs.filter(([key]) => key.kind === 'scalar' && key.text === name);
}

/** `{{ x }}` is a mapping in a mapping to YAML. */
function isBraces(node: WrittenNode): boolean {
  if (node.kind !== 'map') return false;
  const [key] = node.pairs[0] ?? [];
  return key?.kind === 'map' && key.start === node.start + 1;
}

function missing(node: WrittenNode, step: Step, walked: readonly Step[]): Missing {
  const at = node.start;
  const path = pathOf([...walked, step]);
  const where = walked.length === 0 ? 'the document' : pathOf(walked);
  const absent = (message: string, help: string): Missing => ({ kind: 'missing', message, help, at });
  if (node.kind === 'map' && step.kind === 'key') {
    const names = node.pairs.flatMap(([key]) => (key.kind === 'scalar' ? [key.text] : []));
    const meant = nearest(step.name, names);
    const known = enumerate(names.slice(0, 10).map((name) => JSON.stringify(name)));
    const help =
      meant === undefined
        ? names.length === 0
          ? 'It is empty.'
          : `It has ${known}.`
        : `Did you mean ${meant}?`;
    return absent(`there is no ${path}: ${where} has no key ${JSON.stringify(step.name)}`, help);
  }
  if (node.kind === 'list' && step.kind !== 'key')
    return absent(
      `there is no ${path}: ${where} has ${count(node.items.length, 'item')}, and none is that one`,
      'Correct the path.',
    );
  const what = { map: 'a mapping', list: 'a list', scalar: 'one value', alias: 'an alias' }[node.kind];
  return absent(`there is no ${path}: ${where} is ${what}`, 'Correct the path.');
}
