import type { ConfigDocument } from '../../documents/document.ts';
import type { ConfigNode, Path } from '../../documents/tree/node.ts';
import type { Finding } from '../../report/model.ts';
import { familyOf } from '../architecture/families.ts';
import { findModels, type ModelView } from '../architecture/models.ts';
import { aroundRules } from './around-rules.ts';
import type { OtherTree } from './training-view.ts';

const wrapped = /^(?:--)?(?:fsdp_)?transformer_layer_cls_to_wrap$/;
const maxDepth = 5;

/** Names of layers that do not follow from the name of the class. */
const ownNames = new Map([
  ['bloom', 'BloomBlock'],
  ['llama4_text', 'Llama4TextDecoderLayer'],
]);

/** Classes that FSDP is to wrap and the model has not: its start-up fails. Only of language models, whose one kind of layer is known. */
export function wrappedFindings(document: ConfigDocument, others: readonly OtherTree[]): Finding[] {
  const [model, another] = others.flatMap(({ file, root }) =>
    findModels(root).map((view) => ({ file, view })),
  );
  const layer = model === undefined || another !== undefined ? undefined : layerClass(model.view);
  if (model === undefined || layer === undefined) return [];
  return classesIn(document.root, []).flatMap(({ name, path }) =>
    name === layer || !/(?:Layer|Block)$/.test(name)
      ? []
      : aroundRules['wrapped-class'].finding({
          severity: 'error',
          file: document.file,
          ...document.place(path, 'value'),
          message: `the model of ${model.file} has no class ${name}: its layers are ${layer}`,
          help: `wrap ${layer}`,
        }),
  );
}

/** `Qwen2DecoderLayer` of `Qwen2ForCausalLM`; `undefined` of what has its own code, or several kinds of layers. */
function layerClass(view: ModelView): string | undefined {
  const family = familyOf(view, 'auto');
  const [, prefix] = /^(\w+)ForCausalLM$/.exec(view.architectures[0] ?? '') ?? [];
  if (family === undefined || prefix === undefined || view.text !== view.top || view.top.has('auto_map'))
    return undefined;
  return ownNames.get(family) ?? `${prefix}DecoderLayer`;
}

function classesIn(
  node: ConfigNode | undefined,
  path: Path,
): { readonly name: string; readonly path: Path }[] {
  if (node?.type !== 'dict' || path.length >= maxDepth) return [];
  return [...node.entries.values()].flatMap(({ name, value }) => {
    const at = [...path, name];
    if (!wrapped.test(name)) return classesIn(value, at);
    const items = value.type === 'list' ? value.items : [value];
    return items.flatMap((item, index) =>
      item.type === 'str'
        ? item.value
            .split(',')
            .map((one) => ({ name: one.trim(), path: value.type === 'list' ? [...at, index] : at }))
        : [],
    );
  });
}
