import type { ConfigNode } from './node.ts';

/** What is known of nodes that the runs of one repository share. A node of one file is looked at once: to remember it would cost more. */
export class KnownOfRuns<Node extends ConfigNode, Value> {
  private readonly values = new WeakMap<Node, Value>();

  get(node: Node): Value | undefined {
    return node.source === undefined ? undefined : this.values.get(node);
  }

  set(node: Node, value: Value): void {
    if (node.source !== undefined) this.values.set(node, value);
  }
}
