import { divisorNear } from './divisor.ts';
import type { ModelView } from '../architecture/models.ts';
import { outside } from './rule-findings.ts';
import type { ModelRule } from './rule.ts';

/** The parameter by which a family's tower hands over to the language model. */
function handOver({ modelType = '' }: ModelView): string | undefined {
  if (modelType === 'qwen2_vl') return 'hidden_size';
  return /^(?:qwen3_vl|qwen2_5_vl|qwen3_5)/.test(modelType) ? 'out_hidden_size' : undefined;
}

/** Vision towers. */
export const visionRules: readonly ModelRule[] = [
  {
    id: 'config/vision-output-width',
    severity: 'error',
    summary:
      "The vision tower's output is as wide as the language model: their tokens stand in one sequence.",
    needs: ['vision_config'],
    source: 'shapes of merger weights in Qwen-VL checkpoints',
    example: 'text_config: { hidden_size: 2048 }\nvision_config: { out_hidden_size: 4096 }',
    fix: "set the tower's output width to the language model's hidden_size",
    *check(model) {
      const name = handOver(model);
      const { text, vision } = model;
      const [hidden, out] = [text.int('hidden_size'), name === undefined ? undefined : vision?.int(name)];
      if (
        name === undefined ||
        vision === undefined ||
        hidden === undefined ||
        out === undefined ||
        out === hidden
      )
        return;
      const message = `vision_config.${name} ${out} is not the language model's hidden_size ${hidden}`;
      yield { at: vision.at(name), message };
    },
  },
  {
    id: 'config/deepstack-indexes',
    severity: 'error',
    summary:
      'deepstack_visual_indexes rise strictly, name layers of the tower, and are no more than the language model has layers.',
    needs: ['vision_config'],
    source: 'Megatron-Bridge modelling_qwen3_vl/model.py',
    example: 'vision_config: { depth: 27, deepstack_visual_indexes: [8, 16, 27] }',
    fix: 'layers of the tower count from 0 to depth - 1',
    *check({ text, vision }) {
      const name = 'deepstack_visual_indexes';
      const indexes = vision?.ints(name);
      if (vision === undefined || indexes === undefined) return;
      const depth = vision.int('num_hidden_layers');
      if (depth !== undefined) {
        for (const { value, at } of outside(vision, name, depth)) {
          yield {
            at,
            message: `${name} names layer ${value}, but the tower has ${depth}, from 0`,
            help: `name layers from 0 to ${depth - 1}`,
          };
        }
      }
      const falling = indexes.findIndex(
        (value, index) => index > 0 && value <= (indexes[index - 1] ?? value),
      );
      if (falling > 0)
        yield { at: vision.at(name, falling), message: `${name} does not rise at entry ${falling}` };
      const layers = text.int('num_hidden_layers');
      if (layers === undefined || indexes.length <= layers) return;
      yield { at: vision.at(name), message: `${name} has ${indexes.length} entries for ${layers} layers` };
    },
  },
  {
    id: 'config/position-grid',
    severity: 'error',
    summary: 'num_position_embeddings is a square: the positions form a grid.',
    needs: ['vision_config'],
    source: 'pos_embed of Qwen3-VL',
    example: 'vision_config: { num_position_embeddings: 2300 }',
    fix: 'use the square of the grid, such as 2304 = 48²',
    *check({ vision }) {
      const positions = vision?.int('num_position_embeddings');
      if (vision === undefined || positions === undefined || Number.isInteger(Math.sqrt(positions))) return;
      yield {
        at: vision.at('num_position_embeddings'),
        message: `num_position_embeddings ${positions} is not a square`,
        help: `use the square of the grid: ${squareNear(positions)}`,
      };
    },
  },
  {
    id: 'config/vision-heads-divide',
    severity: 'error',
    summary: "The tower's width is a multiple of its heads.",
    needs: ['vision_config'],
    source: 'SiglipAttention.__init__',
    example: 'vision_config: { hidden_size: 1152, num_heads: 14 }',
    fix: 'change the heads or the width of the tower',
    *check({ vision, modelType }) {
      if (vision === undefined) return;
      const name = modelType === 'qwen2_vl' ? 'embed_dim' : 'hidden_size';
      const heads = vision.int('num_attention_heads') ?? vision.int('attention_heads');
      const width = vision.int(name);
      if (
        width === undefined ||
        heads === undefined ||
        vision.has('head_dim') ||
        (heads > 0 && width % heads === 0)
      )
        return;
      yield {
        at: vision.at('num_attention_heads'),
        message: `the tower's ${name} ${width} is not a multiple of its ${heads} heads`,
        help: `use ${divisorNear(width, heads)} heads, or correct ${name}`,
      };
    },
  },
  {
    id: 'config/patches-divide-image',
    severity: 'warning',
    summary: 'image_size is a multiple of patch_size, or pixels at the edge are dropped in silence.',
    needs: ['vision_config'],
    source: 'SiglipVisionEmbeddings divides with //',
    example: 'vision_config: { image_size: 900, patch_size: 14 }',
    fix: 'use a multiple of patch_size',
    *check({ vision }) {
      const [image, patch] = [vision?.int('image_size'), vision?.int('patch_size')];
      if (
        vision === undefined ||
        image === undefined ||
        patch === undefined ||
        patch < 1 ||
        image % patch === 0
      )
        return;
      const message = `image_size ${image} is not a multiple of patch_size ${patch}: ${image % patch} pixels are dropped`;
      yield { at: vision.at('image_size'), message };
    },
  },
];

function squareNear(positions: number): string {
  const side = Math.max(1, Math.round(Math.sqrt(Math.max(0, positions))));
  return `${side * side} = ${side}², if that is its side`;
}
