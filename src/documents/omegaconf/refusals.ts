import { textRules } from '../rules.ts';
import type { ConfigNode, PythonType } from '../tree/node.ts';
import type { Problem } from '../yaml/problem.ts';

/** What PyYAML reads and OmegaConf.create refuses, or makes something else of. */
export function refusals(root: ConfigNode): Problem[] {
  if (root.type !== 'dict' && root.type !== 'list')
    return [refused(`a ${root.type} instead of a mapping or list`, root)];
  const problems: Problem[] = [];
  const seen = new Set<ConfigNode>();
  const visit = (node: ConfigNode): void => {
    if (seen.has(node)) return;
    seen.add(node);
    if (dates.has(node.type)) problems.push(refused(`a value of type ${node.type}`, node));
    if (node.type === 'list') node.items.forEach(visit);
    if (node.type !== 'dict') return;
    for (const { key, value } of node.entries.values()) {
      if (key.type === 'NoneType' || dates.has(key.type))
        problems.push(refused(`a key of type ${key.type}`, key));
      visit(value);
    }
  };
  visit(root);
  return problems;
}

const dates: ReadonlySet<PythonType> = new Set(['date', 'datetime']);

function refused(what: string, { start, end }: ConfigNode): Problem {
  const help = 'quote it to make it text, or write it in another way';
  return { rule: textRules.unreadable, message: `OmegaConf refuses the file: ${what}`, help, start, end };
}
