/** A rule: one kind of problem, described once. Its id, its documentation and its findings come from here. */
import type { Finding, Severity } from './model.ts';

/** What docs/rules.md and SARIF say of one rule. */
export interface RuleDoc {
  /** `gate/rule`, stable. */
  readonly id: string;
  readonly severity: Severity;
  /** What it finds and why that matters, in one or two sentences. */
  readonly summary: string;
  /** A few lines that it finds. */
  readonly example: string;
  /** What to do. */
  readonly fix: string;
  /** Where exactly one edit does that, the finding carries it, and `--fix` applies it. */
  readonly fixable?: true;
}

/** What a gate found, without what the rule itself knows. */
export interface Found extends Omit<Finding, 'rule' | 'severity'> {
  /** The rule's own where absent; a policy, or a lighter case, may say otherwise. */
  readonly severity?: Severity;
}

export interface Rule extends RuleDoc {
  finding(found: Found): Finding;
}

/** The rules of one family by their names: `rules('deps', { 'over-move': … })['over-move'].id` is `deps/over-move`. */
export function defineRules<const Name extends string>(
  family: string,
  texts: Readonly<Record<Name, Omit<RuleDoc, 'id'>>>,
): Readonly<Record<Name, Rule>> {
  const rules = Object.entries<Omit<RuleDoc, 'id'>>(texts).map(([name, text]) => [
    name,
    defineRule({ id: `${family}/${name}`, ...text }),
  ]);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same names as in `texts`
  return Object.fromEntries(rules) as Record<Name, Rule>;
}

export function defineRule<Doc extends RuleDoc>(doc: Doc): Doc & Rule {
  return { ...doc, finding: (found) => findingOf(doc, found) };
}

/** A finding of the rule; `severity` is the rule's own where `found` has none. */
export function findingOf(
  rule: Pick<RuleDoc, 'id' | 'severity'>,
  { severity = rule.severity, ...found }: Found,
): Finding {
  // A finding of another rule may be handed on: its `rule` gives way.
  const finding = { rule: '', severity, ...found };
  return { ...finding, rule: rule.id };
}
