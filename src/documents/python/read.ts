import { count } from '../../kernel/text.ts';
import { clip } from '../../kernel/text.ts';
import { textRules } from '../rules.ts';
import { type ConfigNode, isScalar } from '../tree/node.ts';
import { maxDepth, type Problem, tooDeep, unreadable } from '../yaml/problem.ts';
import type { Reading } from '../yaml/reading.ts';
import { Module } from './module.ts';
import { type Framework, Scope } from './scope.ts';
import { childrenOf, deepestNode, parseUntilWrong, type SyntaxNode, syntaxError } from './syntax.ts';
import { dictAt, imported, setItem, type UnknownNode } from './values.ts';

/**
 * A Python config as its module's names would be after it ran, as far as they are literals and made of literals; nothing is executed.
 * `root` is undefined where it is not Python, and where it is a program and no config.
 */
export function readPython(text: string, framework: Framework = {}): Reading {
  const padding = new Map<number, number>();
  const tree = parseUntilWrong(text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text);
  const refused = refusal(tree, text) ?? program(tree.topNode, text);
  if (refused !== undefined) return { root: undefined, problems: [refused], text, padding };
  const { root, problems } = bound(childrenOf(tree.topNode), text, framework);
  if (root === undefined || isDeep(root))
    return { root: undefined, problems: [tooDeep(0).problem], text, padding };
  if (root.entries.size === 0) return { root: undefined, problems: [noValues()], text, padding };
  return { root, problems: [...problems, ...unknownValues(root)], text, padding };
}

function bound(statements: readonly SyntaxNode[], text: string, framework: Framework) {
  const scope = new Scope(text, framework);
  const root = dictAt({ start: 0, end: text.length });
  try {
    new Module(text, scope).run(statements);
    for (const { name, key, value } of scope.values())
      setItem(root, { type: 'str', value: name, ...key }, value);
  } catch (error) {
    // values that statements nest in each other, thousands deep
    if (error instanceof RangeError) return { root: undefined, problems: [] };
    throw error;
  }
  return { root, problems: scope.problems };
}

/** Whether it is nested deeper than anything that is read. */
function isDeep(root: ConfigNode): boolean {
  let level = new Set<ConfigNode>([root]);
  for (let depth = 0; level.size > 0; depth += 1) {
    if (depth > maxDepth) return true;
    const below = new Set<ConfigNode>();
    for (const node of level) {
      if (node.type === 'list') for (const item of node.items) if (!isScalar(item)) below.add(item);
      if (node.type === 'dict')
        for (const { value } of node.entries.values()) if (!isScalar(value)) below.add(value);
    }
    level = below;
  }
  return false;
}

function refusal(tree: ReturnType<typeof parseUntilWrong>, text: string): Problem | undefined {
  // brackets that mmengine fills in before Python reads them are sets of sets to the parser
  const error = syntaxError(tree);
  if (error !== undefined) {
    const line = text.slice(error.from, error.from + 40).split('\n', 1)[0] ?? '';
    return unreadable(
      `not Python: the syntax is wrong ${line === '' ? 'here' : `at ${clip(line, 40)}`}`,
      error.from,
      error.from + 1,
    ).problem;
  }
  return deepestNode(tree) > 4 * maxDepth ? tooDeep(0).problem : undefined;
}

/** What a file does that is run, and no config. */
function program(top: SyntaxNode, text: string): Problem | undefined {
  const statements = childrenOf(top);
  const main = statements.find(
    (node) =>
      node.name === 'IfStatement' && /^if\s*\(?\s*__name__\s*==/.test(text.slice(node.from, node.from + 60)),
  );
  return main === undefined
    ? undefined
    : notConfig('it does its work when it is run (if __name__ == …)', main.from, main.to);
}

function noValues(): Problem {
  return notConfig('it sets no value at its top level', 0, 1);
}

function notConfig(reason: string, start: number, end: number): Problem {
  return {
    rule: textRules['not-a-config'],
    message: `a Python program and not a config: ${reason}, and nothing is executed here`,
    start,
    end: Math.min(end, start + 80),
  };
}

/** One notice for all: what is not known is not judged. */
function unknownValues(root: ConfigNode): Problem[] {
  const found = new Map<UnknownNode, string>();
  const seen = new Set<ConfigNode>();
  const visit = (node: ConfigNode, path: string): void => {
    if (isScalar(node)) {
      if (node.type === 'unknown' && node.reason !== imported) found.set(node, path);
      return;
    }
    if (seen.has(node)) return;
    seen.add(node);
    if (node.type === 'list') node.items.forEach((item, index) => visit(item, `${path}[${index}]`));
    else
      for (const { name, value } of node.entries.values())
        visit(value, path === '' ? name : `${path}.${name}`);
  };
  visit(root, '');
  const [first] = found;
  if (first === undefined) return [];
  const [node, path] = first;
  const others = found.size === 1 ? '' : `, and ${count(found.size - 1, 'other value')}`;
  return [
    {
      rule: textRules['value-unknown'],
      message: `${clip(path, 80)} is known only when the program runs: ${clip(node.reason, 120)}${others}`,
      start: node.start,
      end: node.end,
    },
  ];
}
