import type { ConfigDocument } from '../../documents/document.ts';
import type { DictNode, Path } from '../../documents/tree/node.ts';
import { nearest } from '../../kernel/near.ts';
import type { Finding } from '../../report/model.ts';
import { aroundRules } from '../rules/around-rules.ts';
import { type Framework, namesIn } from './facts.ts';

const wrapped = ['fsdp_transformer_layer_cls_to_wrap', 'transformer_layer_cls_to_wrap'] as const;

/** Classes that FSDP is to wrap and that are a slip of one that transformers has. */
export function classFindings(
  document: ConfigDocument,
  node: DictNode,
  path: Path,
  framework: Framework | undefined,
): Finding[] {
  const known = namesIn(framework?.classes ?? '');
  return wrapped.flatMap((name) => {
    const value = node.entries.get(name)?.value;
    const items = value?.type === 'list' ? value.items : value === undefined ? [] : [value];
    return items.flatMap((item) => {
      const classes = item.type === 'str' ? item.value.split(',').map((one) => one.trim()) : [];
      return classes.flatMap((one) => {
        if (known.has(one) || one.length > 100) return [];
        const lower = one.toLowerCase();
        const meant = [...known].find((other) => other.toLowerCase() === lower) ?? nearest(one, known);
        if (meant === undefined) return [];
        return [
          aroundRules['wrapped-class'].finding({
            file: document.file,
            ...document.place([...path, name], 'value'),
            message: `transformers has no class ${one}`,
            help: `did you mean ${meant}?`,
          }),
        ];
      });
    });
  });
}
