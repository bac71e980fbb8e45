import { type ModelView, textSections } from '../architecture/models.ts';
import { aliasGroups, type Section } from '../architecture/section.ts';
import { fingerprint, isScalar, type ScalarNode, scalarText } from '../../documents/tree/node.ts';
import { numbersAt } from './rule-findings.ts';
import type { ModelRule } from './rule.ts';

/** Aliases that transformers and vLLM take for one another; the others of `aliasGroups` belong to different towers. */
const strictAliases = aliasGroups.filter(([name]) =>
  ['num_experts', 'num_experts_per_tok', 'dtype', 'in_channels'].includes(name ?? ''),
);

function sections({ top, text, vision }: ModelView): Section[] {
  const own = top === text ? [top] : [top, text];
  return vision === undefined ? own : [...own, vision];
}

/** What the text classes of transformers 4 take for tie_word_embeddings; version 5 reads the top level. */
const tiedBefore5 = new Map([
  ['qwen2_vl', false],
  ['qwen2_5_vl', false],
  ['qwen3_vl', false],
  ['qwen3_vl_moe', false],
  ['gemma3', true],
]);

/** Parameters that must agree with each other, wherever they stand. */
export const consistencyRules: readonly ModelRule[] = [
  {
    id: 'config/token-id-range',
    severity: 'error',
    summary:
      'Every token id is below vocab_size: the embedding has no row for a larger one. -1 stands for none.',
    source: 'transformers validate_token_ids',
    example: 'vocab_size: 129280\neos_token_id: 151643',
    fix: "use the ids of this model's tokenizer",
    *check({ top, text }) {
      const vocab = text.int('vocab_size') ?? top.int('vocab_size');
      if (vocab === undefined) return;
      for (const section of top === text ? [top] : [top, text]) {
        for (const { name, value } of section.node.entries.values()) {
          if (!/_token_(?:ids?|index)$/.test(name)) continue;
          const wrong = numbersAt(value, section.at(name)).filter(({ value: id }) => id >= vocab || id < -1);
          for (const { value: id, at } of wrong) {
            const message =
              id < 0
                ? `${name} ${id} is neither an id, from 0, nor -1 for none`
                : `${name} ${id} is not below vocab_size ${vocab}`;
            yield { at, message };
          }
        }
      }
    },
  },
  {
    id: 'config/embedding-rows',
    severity: 'error',
    summary:
      'Where embedding_size counts rows, as OLMo and Molmo do beside d_model or hidden_size, it is not below vocab_size.',
    needs: ['embedding_size'],
    source: 'OLMo model.py: embedding size should be at least as big as vocab size',
    example: 'd_model: 4096\nvocab_size: 50280\nembedding_size: 50257',
    fix: 'raise embedding_size to vocab_size, or to the next multiple of 128',
    *check({ text }) {
      const [rows, vocab, hidden] = [
        text.int('embedding_size'),
        text.int('vocab_size'),
        text.int('hidden_size'),
      ];
      // elsewhere (ALBERT, ELECTRA) it is a width, never above that of the layers
      if (rows === undefined || vocab === undefined || hidden === undefined || rows <= hidden) return;
      if (rows >= vocab) return;
      const message = `embedding_size ${rows} is below vocab_size ${vocab}: ids from ${rows} on have no row`;
      yield { at: text.at('embedding_size'), message };
    },
  },
  {
    id: 'config/tied-embeddings-conflict',
    severity: 'warning',
    summary:
      'tie_word_embeddings at the top and in text_config disagree: which one holds depends on the reader.',
    needs: textSections,
    source: 'transformers 5 re-saves',
    example: 'tie_word_embeddings: false\ntext_config: { tie_word_embeddings: true }',
    fix: 'set both alike',
    *check({ top, text, modelType }) {
      const [outer, said] = [top.bool('tie_word_embeddings'), text.bool('tie_word_embeddings')];
      const inner = said ?? tiedBefore5.get(modelType ?? '');
      if (top === text || outer === undefined || inner === undefined || outer === inner) return;
      const section = String(text.path.at(-1));
      const other =
        said === undefined
          ? `not set in ${section}, where transformers 4 looks and takes ${inner}`
          : `${said} in ${section}`;
      const at = said === undefined ? top.at('tie_word_embeddings') : text.at('tie_word_embeddings');
      yield { at, message: `tie_word_embeddings is ${outer} at the top and ${other}` };
    },
  },
  {
    id: 'config/alias-conflict',
    severity: 'error',
    summary: 'Two names of one parameter are set to different values.',
    source: 'transformers attribute_map, vLLM get_num_experts',
    example: 'num_experts: 128\nnum_local_experts: 64',
    fix: 'keep one of them',
    *check(model) {
      for (const section of sections(model)) {
        for (const group of strictAliases) {
          const set = group.flatMap((name) => {
            const node = section.node.entries.get(name)?.value;
            return node === undefined || node.type === 'NoneType' || !isScalar(node) ? [] : [{ name, node }];
          });
          const [first, ...others] = set;
          const other = others.find(
            ({ node }) => first !== undefined && fingerprint(node) !== fingerprint(first.node),
          );
          if (first === undefined || other === undefined) continue;
          const tell = ({ name, node }: { name: string; node: ScalarNode }): string =>
            `${name} ${scalarText(node)}`;
          yield {
            at: [...section.path, other.name],
            message: `${tell(first)} and ${tell(other)} are one parameter`,
          };
        }
      }
    },
  },
  {
    id: 'config/labels',
    severity: 'error',
    summary: 'id2label names num_labels labels, and single-label classification needs more than one.',
    needs: ['num_labels', 'id2label', 'problem_type'],
    source: 'transformers configuration_utils',
    example: 'problem_type: single_label_classification\nnum_labels: 1',
    fix: 'make num_labels, id2label and problem_type fit',
    *check({ top }) {
      const [labels, names] = [top.int('num_labels'), top.section('id2label')?.node.entries.size];
      if (labels !== undefined && names !== undefined && labels !== names) {
        yield {
          at: top.at('num_labels'),
          message: `num_labels is ${labels}, but id2label names ${names}`,
          help: `write num_labels: ${names}, or correct id2label`,
        };
      }
      if (top.text('problem_type') !== 'single_label_classification') return;
      const count = labels ?? names;
      if (count === undefined || count > 1) return;
      yield {
        at: top.at('problem_type'),
        message: `single_label_classification needs more than ${count} label`,
        help: 'set num_labels to the number of classes, or problem_type to what the one label is, such as regression',
      };
    },
  },
  {
    id: 'config/quantization-blocks',
    severity: 'warning',
    summary: 'Blocks of a block-wise quantisation divide the widths they cut, or the last block is padded.',
    needs: ['quantization_config'],
    source: 'DeepSeek-V3 quantization_config',
    example: 'hidden_size: 7000\nquantization_config: { weight_block_size: [128, 128] }',
    fix: 'use widths that are multiples of the block, if that is not meant',
    *check({ top, text }) {
      const quantization = top.section('quantization_config') ?? text.section('quantization_config');
      const block = quantization?.ints('weight_block_size')?.[0];
      if (quantization === undefined || block === undefined || block < 1) return;
      for (const name of ['hidden_size', 'intermediate_size', 'moe_intermediate_size']) {
        const width = text.int(name);
        if (width === undefined || width % block === 0) continue;
        yield {
          at: text.at(name),
          message: `${name} ${width} is not a multiple of weight_block_size ${block}`,
        };
      }
    },
  },
];
