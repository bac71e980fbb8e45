import { configRules } from '../rules/rules.ts';
import type { Finding } from '../../report/model.ts';
import { aliasGroups } from '../architecture/section.ts';
import { shortText, type ValueChange } from '../change/classify.ts';
import type { ConfigDocument } from '../../documents/document.ts';
import { pathText } from '../../documents/tree/node.ts';

const shaping = [
  'hidden_size',
  'num_attention_heads',
  'num_key_value_heads',
  'head_dim',
  'num_hidden_layers',
  'num_experts',
  'in_channels',
];

/** Parameters that are lengths of tensors, or their number, in every family. */
const shapingNames: ReadonlySet<string> = new Set([
  ...aliasGroups.filter(([name = '']) => shaping.includes(name)).flat(),
  'intermediate_size',
  'moe_intermediate_size',
  'vocab_size',
  'patch_size',
  'ffn_hidden_size',
]);

/** Says that tensors change although the family is unknown, from what the change does to widths and counts. */
export function unknownShapeFindings(head: ConfigDocument, changes: readonly ValueChange[]): Finding[] {
  const reshaping = changes.filter(
    ({ path, before, after }) =>
      before?.type === 'int' && after?.type === 'int' && shapingNames.has(String(path.at(-1))),
  );
  const [first] = reshaping;
  if (first === undefined) return [];
  const words = reshaping
    .slice(0, 3)
    .map(({ path, before, after }) => `${pathText(path)} ${shortText(before)} → ${shortText(after)}`);
  return [
    configRules['checkpoints-will-not-load'].finding({
      file: head.file,
      ...head.place(first.path, 'key'),
      message: `existing checkpoints will not load: tensors change shape or number with ${words.join(', ')}${reshaping.length > 3 ? ', …' : ''}`,
      help: 'plan a conversion or a new training run, and say so in the pull request',
    }),
  ];
}
