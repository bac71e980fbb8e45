/** setup.py: the literals that its requirements are made of. Nothing is run. */
import { stringLiteral, unescaped } from '../../documents/python/string.ts';
import {
  childrenOf,
  parsePython,
  type SyntaxNode,
  syntaxError,
  walk,
} from '../../documents/python/syntax.ts';
import { LineIndex } from '../../documents/source/lines.ts';
import { normaliseName } from '../../pep440/names.ts';
import { type Format, type Parsed, nothing } from '../model.ts';
import { depsRules } from '../rules.ts';
import { conflictMarker } from './conflict-marker.ts';
import { type Collector, collector } from './statement.ts';
import { takes } from './names.ts';

export const setupPy: Format = {
  name: 'setup.py',
  supports: takes.setupPy,
  states: true,
  parse,
};

function parse(text: string, path: string): Parsed {
  const conflict = conflictMarker(text);
  if (conflict !== undefined) return conflict;
  const tree = parsePython(text);
  const lines = new LineIndex(text);
  const to = collector(path);
  for (const root of requirementLists(tree.topNode, text)) collectTexts(root, { text, lines, to });
  const error = syntaxError(tree);
  const message = 'is not read in full, so what it requires may move unseen: it is not Python 3 from here on';
  const problems =
    error === undefined ? [] : [{ rule: depsRules['unread-installs'], message, ...lines.point(error.from) }];
  return { ...nothing, statements: to.statements, problems };
}

const keywords = /^(?:install_requires|extras_require|tests_require|setup_requires)$/;
const likely = /requir|deps\b|dependenc|extras/i;

interface Binding {
  readonly name: string;
  readonly value: SyntaxNode;
}

/** Names that are made of names that are made of names: no setup.py goes so deep. */
const maxRounds = 20;

/** The values that become requirements: those of setup()'s arguments, of names that these use, and of names that say so. */
function requirementLists(top: SyntaxNode, text: string): readonly SyntaxNode[] {
  const given: SyntaxNode[] = [];
  const bound: Binding[] = [];
  const source = ({ from, to }: SyntaxNode): string => text.slice(from, to);
  walk(top, (node) => {
    if (node.name === 'ArgList') given.push(...keywordValues(node, source));
    const binding = bindingOf(node, source);
    if (binding !== undefined) bound.push(binding);
    return true;
  });
  const roots = new Set(given);
  for (let round = 0, before = -1; round < maxRounds && roots.size > before; round++) {
    before = roots.size;
    const used = new Set([...roots].flatMap((root) => namesIn(root, source)));
    for (const { name, value } of bound) if (used.has(name) || likely.test(name)) roots.add(value);
  }
  return [...roots];
}

type SourceOf = (node: SyntaxNode) => string;

function keywordValues(list: SyntaxNode, source: SourceOf): readonly SyntaxNode[] {
  const children = childrenOf(list);
  return children.flatMap((node, index) => {
    const value = children[index + 2];
    const isKeyword = node.name === 'VariableName' && children[index + 1]?.name === 'AssignOp';
    return isKeyword && value !== undefined && keywords.test(source(node)) ? [value] : [];
  });
}

/** `name = value`, `name += value`, `name["x"] = value`, `name.append(value)`, `name.extend(value)`. */
function bindingOf(node: SyntaxNode, source: SourceOf): Binding | undefined {
  const children = childrenOf(node);
  const value = children.at(-1);
  if (value === undefined) return undefined;
  if (node.name === 'AssignStatement' || node.name === 'UpdateStatement')
    return { name: /^\w+/.exec(source(node))?.[0] ?? '', value };
  if (node.name !== 'CallExpression') return undefined;
  const name = /^(\w+)(?:\[[^\]]*\])?\.(?:append|extend|insert|update)$/.exec(
    source(children[0] ?? node),
  )?.[1];
  return name === undefined ? undefined : { name, value };
}

function namesIn(root: SyntaxNode, source: SourceOf): readonly string[] {
  const names: string[] = [];
  walk(root, (node) => {
    if (node.name === 'VariableName') names.push(source(node));
    return true;
  });
  return names;
}

interface Reading {
  readonly text: string;
  readonly lines: LineIndex;
  readonly to: Collector;
}

/** The texts of lists and of a dictionary's values; what a function makes is its own affair. */
function collectTexts(node: SyntaxNode, reading: Reading): void {
  if (reading.to.isFull()) return;
  if (texts.has(node.name)) return collectText(node, reading);
  if (node.name === 'CallExpression' || node.name === 'BinaryExpression') {
    const first = childrenOf(node)[0];
    const made = first?.name === 'MemberExpression' ? childrenOf(first)[0] : first;
    if (made !== undefined && texts.has(made.name)) return collectText(made, reading, true);
    if (node.name === 'CallExpression') return;
  }
  const children = childrenOf(node);
  for (const [index, child] of children.entries())
    if (children[index + 1]?.name !== ':') collectTexts(child, reading);
}

const texts: ReadonlySet<string> = new Set(['String', 'ContinuedString', 'FormatString']);

function collectText(node: SyntaxNode, { text, lines, to }: Reading, isMade = false): void {
  const parts = node.name === 'ContinuedString' ? childrenOf(node) : [node];
  const value = parts.map(({ from, to: end }) => literalText(text.slice(from, end))).join('');
  const spot = lines.point(node.from);
  const isUnknown = isMade || value.includes('…');
  if (!isUnknown) {
    to.requirement(value, spot);
    return;
  }
  const [, name = '', rest = ''] =
    /^([A-Za-z0-9][\w.-]*?)(?:\[[^\]]*\])?\s*((?:[=<>~!@]|$).*)$/s.exec(value) ?? [];
  if (name === '') return;
  const made = { name: normaliseName(name), text: `${normaliseName(name)} ${rest}`, specifier: rest };
  to.statements.push({
    ...made,
    kind: 'requirement',
    unknown: true,
    dialect: 'pep440',
    marker: '',
    file: to.file,
    ...spot,
  });
}

/** With `…` for what an f-string puts in. */
function literalText(source: string): string {
  const { kind, body, isRaw } = stringLiteral(source);
  const text = unescaped(body, isRaw) ?? '';
  return kind === 'format' ? text.replaceAll(/\{[^{}]*\}/g, '…') : text;
}
