import { nearest } from '../../kernel/near.ts';
import { outside } from './rule-findings.ts';
import type { ModelRule } from './rule.ts';

/** transformers configuration_utils ALLOWED_LAYER_TYPES; newer versions may know more, so others only warn when they look misspelt. */
const layerTypes = [
  'full_attention',
  'sliding_attention',
  'chunked_attention',
  'linear_attention',
  'compressed_attention',
  'hybrid',
  'attention',
  'mamba',
  'moe',
  'sparse',
  'dense',
  'conv',
  'recurrent',
];

/** Lists with an entry for each layer, and lists of layers. */
export const layerRules: readonly ModelRule[] = [
  {
    id: 'config/layer-types',
    severity: 'error',
    summary: 'layer_types has one entry for each layer.',
    needs: ['layer_types'],
    source: 'transformers configuration_utils validate_layer_type',
    example: 'num_hidden_layers: 3\nlayer_types: [sliding_attention, full_attention]',
    fix: 'give layer_types one entry for each layer',
    *check({ text }) {
      const [types, layers] = [text.items('layer_types'), text.int('num_hidden_layers')];
      if (types === undefined) return;
      if (layers !== undefined && types.length !== layers) {
        const message = `layer_types has ${types.length} entries, but num_hidden_layers is ${layers}`;
        const help = `give layer_types ${layers} entries, one for each layer, or correct num_hidden_layers`;
        yield { at: text.at('layer_types'), message, help };
      }
      for (const [index, type] of types.entries()) {
        const near =
          type.type === 'str' && !layerTypes.includes(type.value)
            ? nearest(type.value, layerTypes)
            : undefined;
        if (near === undefined || type.type !== 'str') continue;
        const at = text.at('layer_types', index);
        yield {
          at,
          message: `layer type ${type.value} is not known`,
          help: `did you mean ${near}?`,
          severity: 'warning',
        };
      }
    },
  },
  {
    id: 'config/attention-interval',
    severity: 'warning',
    summary: 'full_attention_interval says which layers of layer_types attend fully: every n-th.',
    needs: ['full_attention_interval'],
    source: 'Qwen3-Next configuration',
    example: 'full_attention_interval: 4\nlayer_types: [full_attention, linear_attention, …]',
    fix: 'change one of them, or leave layer_types out',
    *check({ text }) {
      const [interval, types] = [text.int('full_attention_interval'), text.items('layer_types')];
      if (interval === undefined || interval < 1 || types === undefined) return;
      const wrong = types.findIndex(
        (type, index) =>
          type.type === 'str' && (type.value === 'full_attention') !== ((index + 1) % interval === 0),
      );
      if (wrong < 0) return;
      const message = `layer ${wrong} of layer_types does not fit full_attention_interval ${interval}`;
      yield { at: text.at('layer_types', wrong), message };
    },
  },
  {
    id: 'config/layer-index',
    severity: 'error',
    summary: 'Lists of layers name layers that exist.',
    needs: ['cross_attention_layers', 'fullatt_block_indexes', 'intermediate_layers_indices'],
    source: 'mllama and qwen2_5_vl configurations',
    example: 'num_hidden_layers: 40\ncross_attention_layers: [3, 40]',
    fix: 'layers count from 0',
    *check({ text, vision }) {
      const lists = [
        { section: text, list: 'cross_attention_layers' },
        { section: vision, list: 'fullatt_block_indexes' },
        { section: vision, list: 'intermediate_layers_indices' },
      ];
      for (const { section, list } of lists) {
        const layers = section?.int('num_hidden_layers');
        if (section === undefined || layers === undefined) continue;
        for (const { value, at } of outside(section, list, layers)) {
          yield { at, message: `${list} names layer ${value}, but there are ${layers}, from 0` };
        }
      }
    },
  },
];
