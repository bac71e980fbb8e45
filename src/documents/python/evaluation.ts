import { textRules } from '../rules.ts';
import type { ConfigNode } from '../tree/node.ts';
import type { Problem } from '../yaml/problem.ts';
import type { SyntaxNode } from './syntax.ts';
import { imported, type Place, type UnknownNode } from './values.ts';

/** What an expression may ask of the module around it. */
export interface Names {
  /** The value of a name, an unknown one where it is not bound above. */
  lookup(name: string, place: Place): ConfigNode;
  bind(name: string, value: ConfigNode, place: Place): void;
  isBound(name: string): boolean;
  report(problem: Problem): void;
  /** A value that is put into a mapping or list: unknown where that would make it contain itself. */
  admitted(value: ConfigNode, into: ConfigNode): ConfigNode;
  /** Something that is not read may have changed these values. */
  spoil(values: readonly ConfigNode[], reason: string): void;
  /** A function of the module is called: it may change anything. */
  called(name: string, reason: string): void;
  /** What a text with `{{` in it stands for, where the framework fills it in. */
  template?(text: string): string | undefined;
  /** The value that `{{_base_.a.b}}` stands for. */
  base?(path: readonly string[], place: Place): ConfigNode | undefined;
}

/** What evaluates the expressions of one module. */
export interface Evaluation {
  readonly text: string;
  readonly names: Names;
  source(node: SyntaxNode): string;
  unknown(node: SyntaxNode, reason: string): UnknownNode;
  evaluate(node: SyntaxNode): ConfigNode;
}

/** What mmengine stops at: a base config is used for what it does not set. */
export function absentInBase(name: string, place: Place): Problem {
  const message = `the base configs set no ${name.slice(0, 80)}: mmengine stops here`;
  return {
    rule: textRules.unreadable,
    message,
    help: 'write the name of a value that a base config sets',
    ...place,
  };
}

export function placeOf({ from, to }: SyntaxNode): Place {
  return { start: from, end: to };
}

/** Unknown, for the reason of the part that is. */
export function unknownFrom(all: Evaluation, node: SyntaxNode, ...parts: readonly ConfigNode[]): UnknownNode {
  const part = parts.find((each): each is UnknownNode => each.type === 'unknown' && each.reason !== imported);
  return all.unknown(node, part?.reason ?? 'it is computed when the program runs');
}
