import { clip } from '../../kernel/text.ts';
import { findingOf } from '../../report/rule.ts';
import { configRules } from '../rules/rules.ts';
import type { Finding } from '../../report/model.ts';
import { findModels } from '../architecture/models.ts';
import { aliasGroups } from '../architecture/section.ts';
import type { ConfigDocument } from '../../documents/document.ts';
import { type ConfigNode, isScalar, nodeAt, type Path, scalarText } from '../../documents/tree/node.ts';
import type { ExpressionRule } from '../settings.ts';
import { BadValue, evaluate, type Value } from './evaluate.ts';
import { type Expression, parseExpression } from './parse.ts';
import { BadExpression } from './tokens.ts';

/** Findings of the team's own rules. A rule whose parameters are not set says nothing; one that cannot be evaluated fails. */
export function checkExpressions(document: ConfigDocument, rules: readonly ExpressionRule[]): Finding[] {
  return rules.flatMap((rule) => {
    const finding = checkOne(document, rule);
    return finding === undefined ? [] : [finding];
  });
}

function checkOne(document: ConfigDocument, rule: ExpressionRule): Finding | undefined {
  const names = new Names(document);
  try {
    const expression = parseExpression(rule.check);
    const result = evaluate(expression, (name) => names.value(name));
    if (result === true || result === undefined) return undefined;
    if (result !== false) return broken(document, rule, 'it gives no true or false');
    return failed(document, rule, names);
  } catch (error) {
    if (error instanceof BadExpression)
      return broken(document, rule, `${error.message} (at character ${error.at + 1})`);
    if (error instanceof BadValue) return broken(document, rule, error.message, names.place());
    throw error;
  }
}

function ruleId(rule: ExpressionRule): string {
  return rule.id.startsWith('config/') ? rule.id : `config/${rule.id}`;
}

function failed(document: ConfigDocument, rule: ExpressionRule, names: Names): Finding {
  const told = names.told();
  const message = rule.message ?? `${rule.check} does not hold`;
  const { severity = 'error' } = rule;
  return findingOf(
    { id: ruleId(rule), severity },
    {
      message: told === '' ? message : `${message} (${told})`,
      file: document.file,
      ...names.place(),
      help: `the policy demands: ${rule.check}`,
    },
  );
}

function broken(
  document: ConfigDocument,
  rule: ExpressionRule,
  problem: string,
  place: object = {},
): Finding {
  return configRules.expression.finding({
    message: `the rule ${rule.id} cannot be evaluated: ${problem}`,
    file: document.file,
    ...place,
    help: `fix the rule in the policy, or the value: ${rule.check}`,
  });
}

/** Looks names up: as a path from the top, else in the model's sections, else under an alias. */
class Names {
  private readonly document: ConfigDocument;
  private readonly used = new Map<string, { readonly node: ConfigNode; readonly path: Path }>();

  constructor(document: ConfigDocument) {
    this.document = document;
  }

  value(name: string): Value {
    const found = this.find(name);
    if (found === undefined) return undefined;
    this.used.set(name, found);
    return valueOf(found.node);
  }

  private find(name: string): { node: ConfigNode; path: Path } | undefined {
    const steps = pathOf(name);
    const models = findModels(this.document.root);
    const starts: Path[] = [
      [],
      ...models.flatMap(({ top, text, vision }) => [text.path, top.path, vision?.path ?? text.path]),
    ];
    for (const first of namesOf(String(steps[0]))) {
      for (const start of starts) {
        const path = [...start, first, ...steps.slice(1)];
        const node = nodeAt(this.document.root, path);
        if (node !== undefined) return { node, path };
      }
    }
    return undefined;
  }

  /** `num_experts 128, expert_parallel_size 12` */
  told(): string {
    return [...this.used]
      .slice(0, 6)
      .map(([name, { node }]) => `${name} is ${nodeText(node)}`)
      .join(', ');
  }

  /** Where the last parameter stands that the rule looked at. */
  place() {
    const last = [...this.used.values()].at(-1);
    return last === undefined ? {} : (this.document.place(last.path, 'value') ?? {});
  }
}

function namesOf(name: string): readonly string[] {
  const group = aliasGroups.find((names) => names.includes(name)) ?? [];
  return [name, ...group.filter((other) => other !== name)];
}

function pathOf(name: string): Path {
  return name.split(/[.[\]]/).filter((step) => step !== '');
}

function valueOf(node: ConfigNode): Value {
  if (node.type === 'list') return node.items.map(valueOf);
  if (node.type === 'dict') throw new BadValue('a mapping is not a value');
  if (node.type === 'bytes') return scalarText(node);
  return node.value;
}

function nodeText(node: ConfigNode): string {
  return isScalar(node) ? clip(scalarText(node), 41) : `a ${node.type}`;
}

/** What is wrong with the text of a rule; `undefined` where it can be evaluated. */
export function expressionProblem(check: string): string | undefined {
  try {
    return namesParameter(parseExpression(check)) ? undefined : 'it names no parameter';
  } catch (error) {
    if (error instanceof BadExpression) return `${error.message} (at character ${error.at + 1})`;
    throw error;
  }
}

function namesParameter(expression: Expression): boolean {
  if (expression.kind === 'name') return true;
  if (expression.kind === 'unary') return namesParameter(expression.operand);
  if (expression.kind === 'binary')
    return namesParameter(expression.left) || namesParameter(expression.right);
  if (expression.kind === 'list') return expression.items.some(namesParameter);
  return expression.kind === 'call' && expression.args.some(namesParameter);
}
