import type { Rule } from '../report/rule.ts';
import type { Finding } from '../report/model.ts';
import type { ConfigDocument } from '../documents/document.ts';
import { parseExpectation } from './size/expected.ts';
import { expressionProblem } from './expression/check.ts';
import { type ConfigNode, nodeAt, type Path } from '../documents/tree/node.ts';
import { nearest } from '../kernel/near.ts';
import { allConfigRules } from './rules.ts';
import { fixedRules } from './rules/overrides.ts';

/** What the schema of the policy cannot tell of its `config` section: rules that are not expressions, a size that cannot be read. */
export function policyValueFindings(policy: ConfigDocument, rule: Rule): Finding[] {
  const rules = nodeAt(policy.root, ['config', 'expressions']);
  const checks = rules?.type === 'list' ? rules.items.map((_, index) => index) : [];
  return [
    ...checks.flatMap((index) =>
      badValue(policy, rule, ['config', 'expressions', index, 'check'], expressionProblem),
    ),
    ...unknownRules(policy, rule),
    ...badValue(policy, rule, ['config', 'expect-parameters'], (text) =>
      parseExpectation(text) === undefined ? 'it is not a number of parameters' : undefined,
    ),
  ];
}

/** A rule that is set under a misspelt name, or that no policy lowers, would go on as before. */
function unknownRules(policy: ConfigDocument, rule: Rule): Finding[] {
  const rules = nodeAt(policy.root, ['config', 'rules']);
  if (rules?.type !== 'dict') return [];
  const known = [...allConfigRules.map(({ id }) => id), ...teamRules(policy)];
  return [...rules.entries.values()].flatMap(({ name }): Finding[] => {
    // the schema tells of names that are not rule ids at all
    if (!name.startsWith('config/')) return [];
    const told = fixedRules.has(name) ? fixed(name) : known.includes(name) ? undefined : unknown(name, known);
    if (told === undefined) return [];
    const place = policy.place(['config', 'rules', name], 'key');
    return [rule.finding({ file: policy.file, ...place, ...told })];
  });
}

function fixed(name: string) {
  return { message: `no policy can lower ${name}`, help: 'remove it: what cannot be read is not judged' };
}

function unknown(name: string, known: readonly string[]) {
  const near = nearest(name, known);
  return {
    message: `there is no rule ${name}`,
    help: near === undefined ? 'docs/rules.md leads to all of them' : `did you mean ${near}?`,
  };
}

/** Ids of the team's own rules. */
function teamRules(policy: ConfigDocument): string[] {
  const rules = nodeAt(policy.root, ['config', 'expressions']);
  const items = rules?.type === 'list' ? rules.items : [];
  return items.flatMap((item) => {
    const id = nodeAt(item, ['id']);
    return id?.type === 'str' ? [`config/${id.value}`] : [];
  });
}

function badValue(
  policy: ConfigDocument,
  rule: Rule,
  path: Path,
  problemOf: (text: string) => string | undefined,
): Finding[] {
  const node: ConfigNode | undefined = nodeAt(policy.root, path);
  const problem = node?.type === 'str' ? problemOf(node.value) : undefined;
  if (node?.type !== 'str' || problem === undefined) return [];
  const example = path.at(-1) === 'check' ? 'num_experts % expert_parallel_size == 0' : '31.07B ± 0.5%';
  return [
    rule.finding({
      message: `${String(path.at(-1))} cannot be used: ${problem}`,
      file: policy.file,
      ...policy.place(path, 'value'),
      help: `write it like ${example}`,
    }),
  ];
}
