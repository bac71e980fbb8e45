import { keyIdentity } from '../tree/keys.ts';
import { type ConfigNode, isScalar } from '../tree/node.ts';
import { placeOf } from './evaluation.ts';
import { Expressions } from './expression.ts';
import { importedNames } from './imports.ts';
import { binary } from './operators.ts';
import type { Scope } from './scope.ts';
import { childrenOf, type SyntaxNode } from './syntax.ts';
import { targetsOf } from './targets.ts';
import { imported, isDict, isList, setItem, truth } from './values.ts';

/** Follows a module's statements one after another; none is executed. */
export class Module {
  private readonly text: string;
  private readonly scope: Scope;
  private readonly expressions: Expressions;

  constructor(text: string, scope: Scope) {
    this.text = text;
    this.scope = scope;
    this.expressions = new Expressions(text, scope);
  }

  run(statements: readonly SyntaxNode[]): void {
    for (const statement of statements) this.statement(statement);
  }

  private statement(node: SyntaxNode): void {
    const run = this.statements.get(node.name);
    if (run === undefined) this.unread(node);
    else run(node);
  }

  private readonly statements: ReadonlyMap<string, (node: SyntaxNode) => void> = new Map([
    ['AssignStatement', (node: SyntaxNode) => this.assign(node)],
    ['UpdateStatement', (node: SyntaxNode) => this.update(node)],
    ['ExpressionStatement', (node: SyntaxNode) => this.expression(node)],
    ['IfStatement', (node: SyntaxNode) => this.branch(node)],
    ['ImportStatement', (node: SyntaxNode) => this.import(node)],
    ['WithStatement', (node: SyntaxNode) => this.with(node)],
    ['DeleteStatement', (node: SyntaxNode) => this.delete(node)],
    ['FunctionDefinition', (node: SyntaxNode) => this.define(node)],
    ['ClassDefinition', (node: SyntaxNode) => this.define(node)],
    ['DecoratedStatement', (node: SyntaxNode) => this.define(node.lastChild ?? node)],
    ['PassStatement', () => {}],
    ['AssertStatement', () => {}],
    ['ScopeStatement', () => {}],
  ]);

  private expression(node: SyntaxNode): void {
    for (const child of childrenOf(node)) if (child.name !== ';') this.expressions.evaluate(child);
  }

  /** `a = b = value`, `a: int = value`, `a, b = values`, `a['k'] = value`. */
  private assign(node: SyntaxNode): void {
    const parts: SyntaxNode[][] = [[]];
    for (const child of childrenOf(node)) {
      if (child.name === 'AssignOp') parts.push([]);
      else if (child.name !== 'TypeDef') parts.at(-1)?.push(child);
    }
    const values = parts.pop();
    // `a: int` alone binds nothing
    if (parts.length === 0 || values === undefined) return;
    const value = this.right(values, node);
    for (const targets of parts) this.target(targets, value);
  }

  private right(values: readonly SyntaxNode[], node: SyntaxNode): ConfigNode {
    const [only] = values;
    if (values.length === 1 && only !== undefined) return this.expressions.evaluate(only);
    const items = values.filter(({ name }) => name !== ',').map((each) => this.expressions.evaluate(each));
    if (values.some(({ name }) => name === '*')) return this.expressions.unknown(node, 'a star is in it');
    return { type: 'list', python: 'tuple', items, start: only?.from ?? node.from, end: node.to };
  }

  private target(targets: readonly SyntaxNode[], value: ConfigNode): void {
    const [only] = targets;
    if (only === undefined) return;
    if (targets.length > 1) return this.unpack(targets, value);
    if (only.name === 'VariableName') return this.scope.bind(this.source(only), value, placeOf(only));
    if (only.name === 'MemberExpression') return this.setInside(only, value);
    this.unpack(childrenOf(only).slice(1, -1), value);
  }

  private unpack(targets: readonly SyntaxNode[], value: ConfigNode): void {
    const names = targets.filter(({ name }) => name !== ',');
    const items = isList(value) && value.python !== 'set' ? value.items : undefined;
    const fits = items?.length === names.length && names.every(({ name }) => name !== '*');
    for (const [index, name] of names.entries()) {
      const item = fits ? items[index] : undefined;
      if (name.name === '*') continue;
      this.target([name], item ?? this.scope.unknown(placeOf(name), 'it is unpacked from what is not known'));
    }
  }

  /** `a['k'] = value`; an attribute, a slice or an unknown key makes the whole of it unknown. */
  private setInside(target: SyntaxNode, value: ConfigNode): void {
    const [object, mark, index, ...rest] = childrenOf(target);
    if (object === undefined || mark === undefined || index === undefined) return;
    const container = this.expressions.evaluate(object);
    const key = mark.name === '[' && rest.length === 1 ? this.expressions.evaluate(index) : undefined;
    const isKnown = key !== undefined && isScalar(key) && key.type !== 'unknown';
    if (isDict(container) && isKnown) return setItem(container, key, this.scope.admitted(value, container));
    if (isList(container) && isKnown && key.type === 'int' && container.python === undefined) {
      const at = key.value < 0n ? container.items.length + Number(key.value) : Number(key.value);
      if (at in container.items) container.items[at] = this.scope.admitted(value, container);
      return;
    }
    this.scope.spoil([container], `${this.source(target).slice(0, 60)} is set in it`);
  }

  private update(node: SyntaxNode): void {
    const [target, operator, operand] = childrenOf(node);
    if (target === undefined || operator === undefined || operand === undefined) return;
    const before = this.expressions.evaluate(target);
    const value = this.expressions.evaluate(operand);
    const place = placeOf(operand);
    const sign = this.source(operator).slice(0, -1);
    if (isList(before) && before.python === undefined && sign === '+') {
      if (isList(value) && value.python !== 'set') {
        for (const item of value.items.slice()) before.items.push(this.scope.admitted(item, before));
      } else this.scope.spoil([before], 'a list that is not known is added to it');
      return;
    }
    if (isList(before) && before.python === undefined) {
      const longer = binary(sign, before, value, place);
      // every name of the list sees it
      if (longer !== undefined && isList(longer))
        before.items.splice(0, before.items.length, ...longer.items);
      else this.scope.spoil([before], `${this.source(node).slice(0, 60)} changes it`);
      return;
    }
    if (!isScalar(before) && !isList(before))
      return this.scope.spoil([before], `${this.source(node).slice(0, 60)} changes it`);
    const result = binary(sign, before, value, place);
    this.target([target], result ?? this.scope.unknown(place, 'it is computed when the program runs'));
  }

  private branch(node: SyntaxNode): void {
    const [word, condition, body, ...others] = childrenOf(node);
    if (word === undefined || condition === undefined || body === undefined) return;
    const holds = truth(this.expressions.evaluate(condition));
    if (holds === true) return this.run(statementsOf(body));
    if (holds === undefined || others.some(({ name }) => name === 'elif')) return this.unread(node);
    const other = others.at(-1);
    if (other !== undefined) this.run(statementsOf(other));
  }

  private delete(node: SyntaxNode): void {
    for (const child of childrenOf(node)) {
      if (child.name === 'VariableName') this.scope.delete(this.source(child));
      else if (child.name === 'MemberExpression') this.deleteInside(child);
    }
  }

  private deleteInside(target: SyntaxNode): void {
    const [object, , index] = childrenOf(target);
    if (object === undefined || index === undefined) return;
    const container = this.expressions.evaluate(object);
    const key = this.expressions.evaluate(index);
    if (!isDict(container) || !isScalar(key) || key.type === 'unknown')
      return this.scope.spoil([container], 'something in it is deleted');
    const name = [...container.entries].find(([, entry]) => keyIdentity(entry.key) === keyIdentity(key))?.[0];
    if (name !== undefined) container.entries.delete(name);
  }

  private define(node: SyntaxNode): void {
    const name = childrenOf(node).find((child) => child.name === 'VariableName');
    if (name === undefined) return;
    this.scope.define(this.source(name), placeOf(name));
  }

  private import(node: SyntaxNode, isBase = false): void {
    const names = importedNames(node, (part) => this.source(part));
    const values = isBase ? this.scope.framework.read?.(names.module, placeOf(node)) : undefined;
    for (const { name, dotted, place } of names.bound) {
      const value = values?.get(name);
      if (value !== undefined) this.scope.bind(name, value, place);
      else if (isBase) this.scope.bind(name, this.scope.unknown(place, 'it stands in a base config'), place);
      else this.scope.bind(name, { type: 'unknown', value: dotted, reason: imported, ...place }, place, true);
    }
    if (!names.hasStar) return;
    if (values !== undefined) for (const [name, value] of values) this.scope.bind(name, value, placeOf(node));
    else this.scope.bindAnything(names.module);
  }

  /** `with read_base():` is mmengine's way to name base configs. */
  private with(node: SyntaxNode): void {
    const children = childrenOf(node);
    const body = children.at(-1);
    if (body === undefined || !/^with\s+read_base\(\)\s*:/.test(this.source(node))) return this.unread(node);
    for (const statement of statementsOf(body)) {
      if (statement.name === 'ImportStatement') this.import(statement, true);
      else this.statement(statement);
    }
  }

  /** A statement whose course only a run knows: what it may bind or change is unknown. */
  private unread(node: SyntaxNode): void {
    const reason = `it is set by ${words[node.name] ?? 'a statement'} that only a run decides`;
    const { names, roots, calls } = targetsOf(node, this.text);
    for (const { name, place } of names) this.scope.bind(name, this.scope.unknown(place, reason), place);
    const values = [...roots].flatMap((name) => this.scope.valueOf(name) ?? []);
    this.scope.spoil(values, reason);
    for (const name of calls) this.scope.called(name, reason);
  }

  private source({ from, to }: SyntaxNode): string {
    return this.text.slice(from, to);
  }
}

const words: Readonly<Partial<Record<string, string>>> = {
  ForStatement: 'a loop',
  WhileStatement: 'a loop',
  IfStatement: 'a condition',
  TryStatement: 'a try',
  WithStatement: 'a with',
  MatchStatement: 'a match',
};

function statementsOf(body: SyntaxNode): SyntaxNode[] {
  return childrenOf(body).filter(({ name }) => name !== ':' && name !== ';');
}
