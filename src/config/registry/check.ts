import type { Rule } from '../../report/rule.ts';
import { textRules } from '../../documents/rules.ts';
import { configRules } from '../rules/rules.ts';
import type { Finding, Fix, Severity } from '../../report/model.ts';
import type { ConfigDocument } from '../../documents/document.ts';
import {
  type ConfigNode,
  type DictNode,
  isScalar,
  type Path,
  pathText,
  type PythonType,
  scalarText,
} from '../../documents/tree/node.ts';
import { respelled } from '../../documents/respelled.ts';
import { isDeferred } from '../../documents/omegaconf/interpolate.ts';
import { isSlip, nearest } from '../../kernel/near.ts';
import { type Explained, missingKey, nameOf } from '../../documents/schema/words.ts';
import { count } from '../../kernel/text.ts';
import { plainValue } from '../../documents/plain-value.ts';
import { looksLikeNumber } from '../text/hazards.ts';
import { plainNumber, RegistryEdits } from './edits.ts';
import { isAutomatic } from './automatic.ts';
import { constraintsOf } from './constraints.ts';
import {
  type Constraints,
  covers,
  isGuess,
  type Parameter,
  type Registry,
  registryChild,
  type RegistryNode,
  requiredIn,
} from './registry.ts';

/** A config against the registry: unregistered names, types as Python sees them, ranges, required and deprecated ones. */
export function checkAgainstRegistry(
  document: ConfigDocument,
  registry: Registry,
  strict: boolean,
): Finding[] {
  if (document.root === undefined) return [];
  const check = new Check(document, registry, strict ? 'error' : 'warning');
  check.walk(document.root, registry.root, []);
  return [...check.findings, ...check.breaches.slice(0, maxBreaches)];
}

/** A thousand of the same mistake say no more than a hundred. */
const maxBreaches = 100;

/** The path of the node that is looked at: one list for the whole walk, for a config has hundreds. */
type Steps = (string | number)[];

class Check {
  readonly findings: Finding[] = [];
  /** Of ranges, enumerations, patterns, lengths and required parameters. */
  readonly breaches: Finding[] = [];
  private readonly document: ConfigDocument;
  private readonly registry: Registry;
  private readonly unregistered: Severity;
  private readonly wronglyTyped = new Set<string>();
  private readonly edits: RegistryEdits;

  constructor(document: ConfigDocument, registry: Registry, unregistered: Severity) {
    this.document = document;
    this.registry = registry;
    this.unregistered = unregistered;
    this.edits = new RegistryEdits(document, registry);
  }

  walk(node: ConfigNode, registered: RegistryNode, path: Steps): void {
    const { parameter } = registered;
    if (parameter !== undefined) this.typed(node, parameter, path, parameter);
    else if (path.length > 0 && isScalar(node)) this.notMapping(node, path, registered);
    if (parameter?.steps.at(-1) === '**' || covers(registered)) return;
    if (node.type === 'dict') this.entries(node, registered, path);
    else if (node.type === 'list') this.items(node.items, registered, path);
  }

  private entries(node: DictNode, registered: RegistryNode, path: Steps): void {
    for (const [name, parameter] of requiredIn(registered)) {
      if (!node.entries.has(name)) this.breach(missingKey(nameOf(path), name), path, parameter);
    }
    for (const { name, value } of node.entries.values()) {
      const child = registryChild(registered, name);
      path.push(name);
      if (child === undefined) this.unknown(node, registered, path);
      else this.walk(value, child, path);
      path.pop();
    }
  }

  private items(items: readonly ConfigNode[], registered: RegistryNode, path: Steps): void {
    for (const [index, item] of items.entries()) {
      const child = registryChild(registered, index);
      if (child === undefined) continue;
      path.push(index);
      this.walk(item, child, path);
      path.pop();
    }
  }

  private unknown(parent: DictNode, registered: RegistryNode, path: Path): void {
    const name = String(path.at(-1));
    const isSection = parent.entries.get(name)?.value.type === 'dict';
    const known = [...registered.children]
      .filter(([key, child]) => isSlip(name, key) && (!isSection || takesSection(child)))
      .map(([key]) => key);
    const near = nearest(
      name,
      known.filter((key) => !parent.entries.has(key)),
    );
    const rule =
      near === undefined ? configRules['unregistered-parameter'] : configRules['misspelt-parameter'];
    const meant = near ?? nearest(name, known);
    const taken = near === undefined ? ' That one is set here too: keep one.' : '';
    const help =
      meant === undefined
        ? `register ${name} in ${this.registry.file}, or remove it`
        : `did you mean ${meant}?${taken} If not, register ${name} in ${this.registry.file}`;
    const fix = near === undefined ? this.edits.registering(path) : this.edits.renamed(path, near);
    this.add(rule, `${pathText(path)} is not registered`, help, path, 'key', this.unregistered, fix);
  }

  private typed(node: ConfigNode, constraints: Constraints, path: Path, parameter: Parameter): void {
    if (parameter.deprecated !== undefined && constraints === parameter) this.deprecated(parameter, path);
    if (node.type === 'unknown' || (this.document.dialect === 'omegaconf' && isDeferred(node))) {
      this.wronglyTyped.add(pathText(path));
    } else if (constraints.types?.has(node.type) === false) {
      if (isAutomatic(node)) return;
      this.wrongType(node, constraints.types, path, parameter);
    } else {
      this.constrained(node, constraints, path, parameter);
    }
    const { items } = parameter;
    if (node.type !== 'list' || items === undefined || constraints === items) return;
    for (const [index, item] of node.items.entries()) this.typed(item, items, [...path, index], parameter);
  }

  private constrained(node: ConfigNode, constraints: Constraints, path: Path, parameter: Parameter): void {
    const set = constraintsOf(constraints);
    if (set.length === 0) return;
    const data = plainValue(node);
    for (const { breach } of set) {
      const found = breach(data, constraints, path);
      if (found !== undefined) this.breach(found, path, parameter);
    }
  }

  private breach(explained: Explained, path: Path, parameter: Parameter): void {
    if (this.wronglyTyped.has(pathText(path))) return;
    const { rule, message, help = helpOf(parameter), meant } = explained;
    const fix = meant && respelled(this.document, { path, what: 'value', ...meant });
    this.add(configRules[rule], message, help, path, 'value', 'error', fix, this.breaches);
  }

  private wrongType(
    node: ConfigNode,
    types: ReadonlySet<PythonType>,
    path: Path,
    parameter: Parameter,
  ): void {
    this.wronglyTyped.add(pathText(path));
    const wanted = [...types].join(' or ');
    const wantsNumber = types.has('float') || types.has('int');
    const got = isScalar(node) ? `${scalarText(node)} (${node.type})` : `a ${node.type}`;
    let message = `${pathText(path)} must be ${wanted}, not ${got}`;
    const number = node.type === 'str' && wantsNumber ? looksLikeNumber(node) : undefined;
    if (number === undefined) {
      const widen = `or widen its type in ${this.registry.file}`;
      const help = parameter.doc === undefined ? `write a value of type ${wanted}, ${widen}` : parameter.doc;
      const isSure = isSureOf(parameter, node, types);
      if (!isSure) message += ` (derived from ${count(parameter.seen ?? 1, 'config')})`;
      const severity = isSure ? 'error' : 'warning';
      return this.add(configRules['wrong-type'], message, help, path, 'value', severity);
    }
    if (number.found) return; // reported by the hazards of the text, which name the reader
    message += ': quotes make it text';
    const plain = plainNumber(node, types, this.document.dialect);
    const help = `write ${plain} without quotes`;
    const fix = this.document.edit(path, 'value', plain);
    this.add(textRules['number-as-text'], message, help, path, 'value', undefined, fix);
  }

  private deprecated(parameter: Parameter, path: Path): void {
    const reason = parameter.deprecated === 'deprecated' ? '' : `: ${parameter.deprecated}`;
    const { replacedBy } = parameter;
    const help = replacedBy === undefined ? 'remove it' : `use ${replacedBy} instead`;
    const message = `${pathText(path)} is deprecated${reason}`;
    const fix = replacedBy === undefined ? undefined : this.edits.replacing(path, replacedBy);
    this.add(configRules['deprecated-parameter'], message, help, path, 'key', undefined, fix);
  }

  private notMapping(node: ConfigNode, path: Path, registered: RegistryNode): void {
    if (node.type === 'NoneType') return;
    const name = pathText(path);
    const help = `set what is registered below ${name}, or register ${name} itself in ${this.registry.file}`;
    const guessed = guessesBelow(registered);
    const derived = guessed === undefined ? '' : ` (derived from ${count(guessed, 'config')})`;
    const message = `${name} must be a mapping, not ${node.type}${derived}`;
    const severity = guessed === undefined ? 'error' : 'warning';
    this.add(configRules['wrong-type'], message, help, path, 'value', severity);
  }

  private add(
    rule: Rule,
    message: string,
    help: string,
    path: Path,
    what: 'key' | 'value',
    severity = rule.severity,
    fix?: Fix,
    to = this.findings,
  ): void {
    const place = this.document.place(path, what);
    const edit = fix === undefined ? {} : { fix };
    to.push(rule.finding({ severity, message, help, file: this.document.file, ...place, ...edit }));
  }
}

/** In how many configs the parameters below were seen, at most; `undefined` where any of them is sure. */
function guessesBelow({ parameter, children }: RegistryNode): number | undefined {
  const seen = [...children.values()].map((child) => guessesBelow(child));
  if (parameter !== undefined) seen.push(isGuess(parameter) ? (parameter.seen ?? 1) : undefined);
  let most = 0;
  for (const one of seen) {
    if (one === undefined) return undefined;
    most = Math.max(most, one);
  }
  return most;
}

/** Text for a number, or a word that YAML takes for a bool, is wrong after one sighting already. */
function isSureOf(parameter: Parameter, node: ConfigNode, types: ReadonlySet<PythonType>): boolean {
  if (!isGuess(parameter)) return true;
  const isNumber = types.has('int') || types.has('float');
  if (node.type === 'bool')
    return isNumber || (types.has('str') && /^(?:yes|no|on|off)$/i.test(node.written ?? ''));
  return isNumber && node.type === 'str';
}

function helpOf({ doc = 'keep to what the registry allows, or widen it there', owner }: Parameter): string {
  return owner === undefined ? doc : `${doc} (owner: ${owner})`;
}

/** Whether a mapping may stand there: it is not a slip of the name of a number. */
function takesSection({ children, parameter }: RegistryNode): boolean {
  if (children.size > 0 || parameter === undefined) return true;
  return parameter.types?.has('dict') ?? parameter.enum === undefined;
}
