import type { TrainingRule, Violation } from './rule.ts';
import { numberOf } from '../architecture/section.ts';
import { type Found, type Numbered, told, type TrainingView } from './training-view.ts';

/** Lengths of sequences. */
export const lengthRules: readonly TrainingRule[] = [
  {
    id: 'config/sequence-length',
    severity: 'error',
    summary:
      'Sequences are no longer than the positions of the model, scaled RoPE included, and divide in two for each context-parallel rank. A warning where the framework only cuts or stretches them.',
    needs: ['length'],
    source:
      'Megatron-LM arguments.py, vLLM ModelConfig; transformers tokenizers; llm-foundry modeling_mpt.py',
    example: 'seq_length: 8192\nmax_position_embeddings: 4096',
    fix: 'shorten the sequences, or scale RoPE',
    *check(view) {
      for (const length of view.numbers('length')) {
        yield* beyond(view, length);
        yield* beyondModel(view, length);
        yield* unsplit(view, length);
      }
    },
  },
  {
    id: 'config/rollout-length',
    severity: 'error',
    summary: 'Prompt and response fit together into the longest sequence of the rollout.',
    needs: ['promptLength', 'answerLength'],
    source: 'verl vllm_rollout: max_model_len >= prompt_length + response_length',
    example: 'data: { max_prompt_length: 1024, max_response_length: 4096 }\nrollout: { max_model_len: 2048 }',
    fix: 'raise max_model_len, or shorten prompt or response',
    *check(view) {
      for (const answer of view.numbers('answerLength')) {
        const prompt = view.number('promptLength', answer);
        const sum = answer.value + (prompt?.value ?? 0);
        for (const most of view.relatedNumbers('servedLength', answer, true)) {
          if (prompt === undefined || sum <= most.value) continue;
          yield {
            at: answer.path,
            message: `${told(prompt)} + ${told(answer)} = ${sum} is longer than ${told(most)}`,
          };
        }
      }
    },
  },
];

/** Names by which a framework asserts that the positions suffice. */
const asserted = /^(?:-*)(?:seq[-_]length|max[-_]model[-_]len)$/;

function* beyond(view: TrainingView, length: Numbered): Iterable<Violation> {
  for (const most of view.relatedNumbers('positions', length)) {
    const reach = most.value * scaleOf(view, most, length);
    if (length.value <= reach || reach < 1) continue;
    // a tokenizer's very large number stands for no limit
    if (length.value >= 1e9) continue;
    const scaled = reach === most.value ? '' : ` scaled to ${reach}`;
    yield {
      at: length.path,
      severity: asserted.test(length.name) ? 'error' : 'warning',
      message: `${told(length)} is above ${told(most)} positions${scaled}`,
    };
  }
}

/** MPT names what its model has positions for as its data does, and refuses longer ones. */
function* beyondModel(view: TrainingView, length: Numbered): Iterable<Violation> {
  if (length.name !== 'max_seq_len' || isOfModel(length)) return;
  const model = view.numbers('length').filter((other) => other.name === length.name && isOfModel(other));
  const [most, another] = model;
  if (most === undefined || another !== undefined || length.value <= most.value) return;
  yield { at: length.path, message: `${told(length)} is above ${most.path.join('.')} ${most.value}` };
}

function isOfModel({ holder: { entries } }: Found): boolean {
  return entries.has('d_model') && entries.has('n_layers') && entries.has('n_heads');
}

/** How much further RoPE scaling reaches: vLLM counts the factor, but for kinds whose positions are scaled already. */
function scaleOf(view: TrainingView, positions: Found, length: Found): number {
  const scalings = [...view.related('ropeScaling', positions), ...view.related('ropeScaling', length)];
  const factors = scalings.map(({ node }) => {
    if (node.type === 'str') return Number.POSITIVE_INFINITY;
    if (node.type !== 'dict') return 1;
    const type = node.entries.get('rope_type')?.value ?? node.entries.get('type')?.value;
    const factor = node.entries.get('factor')?.value;
    const isScaled = type?.type === 'str' && ['su', 'longrope', 'llama3'].includes(type.value);
    return factor === undefined || isScaled ? 1 : (numberOf(factor) ?? 1);
  });
  return Math.max(1, ...factors);
}

function* unsplit(view: TrainingView, length: Numbered): Iterable<Violation> {
  if (!/seq[-_]len(?:gth)?$/.test(length.name) || /max/.test(length.name)) return;
  const ranks = view.number('context', length);
  if (ranks === undefined || ranks.value <= 1 || length.value % (2 * ranks.value) === 0) return;
  yield { at: length.path, message: `${told(length)} is not a multiple of 2 × ${told(ranks)}` };
}
