import type { Section } from '../architecture/section.ts';
import type { Path } from '../../documents/tree/node.ts';
import { nearest } from '../../kernel/near.ts';
import { ropeSections, rotaryDim } from './rule-findings.ts';
import type { ModelRule, Violation } from './rule.ts';

/** Keys that each rope_type cannot do without (transformers modeling_rope_utils). */
const requiredKeys = new Map<string, readonly string[]>([
  ['default', []],
  ['mrope', []],
  ['proportional', []],
  ['linear', ['factor']],
  ['dynamic', ['factor']],
  ['yarn', ['factor']],
  ['llama3', ['factor', 'low_freq_factor', 'high_freq_factor', 'original_max_position_embeddings']],
  ['longrope', ['short_factor', 'long_factor']],
  ['su', ['short_factor', 'long_factor']],
]);

/** Two names of one thing. */
const sameType: readonly (readonly string[])[] = [
  ['su', 'longrope'],
  ['mrope', 'default'],
];

function typeOf(rope: Section): string | undefined {
  return rope.text('rope_type') ?? rope.text('type');
}

function typeAt(rope: Section): Path {
  return rope.at(rope.has('rope_type') ? 'rope_type' : 'type');
}

function* missingKeys(rope: Section): Iterable<Violation> {
  const type = typeOf(rope);
  const required = type === undefined ? undefined : requiredKeys.get(type);
  for (const key of required ?? []) {
    if (rope.has(key)) continue;
    const message = `rope_type ${type} needs ${key}, which is not set`;
    yield { at: typeAt(rope), message, help: `set ${key} beside rope_type` };
  }
  const near = type === undefined || required !== undefined ? undefined : nearest(type, requiredKeys.keys());
  if (near === undefined) return;
  yield {
    at: typeAt(rope),
    message: `rope_type ${type} is not known`,
    help: `did you mean ${near}?`,
    severity: 'warning',
  };
}

/** What `ropeSections` reads. */
const ropeNames = ['rope_parameters', 'rope_scaling'];

/** Rotary position embeddings. */
export const ropeRules: readonly ModelRule[] = [
  {
    id: 'config/mrope-section',
    severity: 'error',
    summary: 'mrope_section splits half of the rotating width in three: time, height, width.',
    needs: ropeNames,
    source: 'MaxText layers/embeddings.py, torchtitan rope.py',
    example: 'head_dim: 128\nrope_scaling: { rope_type: default, mrope_section: [24, 20, 18] }',
    fix: 'make the three numbers add up to half of the rotating width',
    *check({ text }) {
      const width = rotaryDim(text);
      for (const rope of ropeSections(text)) {
        const section = rope.ints('mrope_section');
        if (section === undefined || width === undefined) continue;
        const sum = section.reduce((total, part) => total + part, 0);
        const at = rope.at('mrope_section');
        if (section.length !== 3) yield { at, message: `mrope_section has ${section.length} parts, not 3` };
        else if (sum !== width / 2) {
          yield {
            at,
            message: `mrope_section adds up to ${sum}, but half of the rotating width is ${width / 2}`,
          };
        }
      }
    },
  },
  {
    id: 'config/odd-rotary-width',
    severity: 'error',
    summary: 'Numbers of a head rotate in pairs: the rotating width is even.',
    source: 'transformers modeling_rope_utils',
    example: 'head_dim: 127',
    fix: 'make head_dim (times partial_rotary_factor) even',
    *check({ text }) {
      const width = rotaryDim(text);
      if (text.has('kv_lora_rank') || width === undefined || width <= 4 || width % 2 === 0) return;
      const at = text.has('head_dim') ? text.at('head_dim') : text.at('num_attention_heads');
      yield { at, message: `the rotating width of a head is ${width}, which is odd` };
    },
  },
  {
    id: 'config/rope-keys',
    severity: 'error',
    summary: 'Each rope_type needs its own parameters, and the model stops at load without them.',
    needs: ropeNames,
    source: 'transformers modeling_rope_utils',
    example: 'rope_scaling: { rope_type: llama3, factor: 8.0 }',
    fix: 'set what is missing',
    *check({ text }) {
      for (const rope of ropeSections(text)) yield* missingKeys(rope);
    },
  },
  {
    id: 'config/rope-type-conflict',
    severity: 'error',
    summary: '`type` is the old name of `rope_type`: where both stand they must agree.',
    needs: ropeNames,
    source: 'vLLM patch_legacy_rope_type',
    example: 'rope_scaling: { type: linear, rope_type: yarn, factor: 4.0 }',
    fix: 'keep rope_type only',
    *check({ text }) {
      for (const rope of ropeSections(text)) {
        const [old, now] = [rope.text('type'), rope.text('rope_type')];
        if (old === undefined || now === undefined || old === now) continue;
        if (sameType.some((names) => names.includes(old) && names.includes(now))) continue;
        yield { at: rope.at('type'), message: `type ${old} and rope_type ${now} disagree` };
      }
    },
  },
  {
    id: 'config/yarn-factor',
    severity: 'warning',
    summary: 'For yarn, factor is max_position_embeddings by original_max_position_embeddings.',
    needs: ropeNames,
    source: 'transformers modeling_rope_utils _validate_yarn',
    example:
      'max_position_embeddings: 131072\nrope_scaling: { rope_type: yarn, factor: 2.0, original_max_position_embeddings: 32768 }',
    fix: 'correct factor, or one of the two lengths',
    *check({ text }) {
      const positions = text.int('max_position_embeddings');
      for (const rope of ropeSections(text)) {
        const [factor, original] = [rope.number('factor'), rope.int('original_max_position_embeddings')];
        if (typeOf(rope) !== 'yarn' || positions === undefined || factor === undefined || !original) continue;
        const ratio = positions / original;
        if (ratio === 1 || Math.abs(ratio - factor) < 0.01) continue;
        const message = `factor ${factor} is not max_position_embeddings ${positions} / original_max_position_embeddings ${original} = ${ratio}`;
        yield { at: rope.at('factor'), message };
      }
    },
  },
  {
    id: 'config/llama3-rope',
    severity: 'warning',
    summary:
      'For llama3, high_freq_factor is above low_freq_factor, and the original length below the new one.',
    needs: ropeNames,
    source: 'transformers modeling_rope_utils _validate_llama3',
    example: 'rope_scaling: { rope_type: llama3, low_freq_factor: 4.0, high_freq_factor: 1.0, … }',
    fix: 'swap the two factors, or correct the length',
    *check({ text }) {
      const positions = text.int('max_position_embeddings');
      for (const rope of ropeSections(text)) {
        if (typeOf(rope) !== 'llama3') continue;
        const [low, high] = [rope.number('low_freq_factor'), rope.number('high_freq_factor')];
        const original = rope.int('original_max_position_embeddings');
        if (low !== undefined && high !== undefined && high <= low) {
          yield {
            at: rope.at('high_freq_factor'),
            message: `high_freq_factor ${high} is not above low_freq_factor ${low}`,
            help: 'swap the two factors',
          };
        }
        if (original === undefined || positions === undefined || original < positions) continue;
        const message = `original_max_position_embeddings ${original} is not below max_position_embeddings ${positions}`;
        const help = `write the length before RoPE was scaled, below ${positions}, or correct max_position_embeddings`;
        yield { at: rope.at('original_max_position_embeddings'), message, help };
      }
    },
  },
  {
    id: 'config/longrope-length',
    severity: 'warning',
    summary: 'For longrope, short_factor and long_factor have one number for each pair that rotates.',
    needs: ropeNames,
    source: 'transformers modeling_rope_utils _validate_longrope',
    example: 'head_dim: 96\nrope_scaling: { rope_type: longrope, short_factor: [1.0], long_factor: [1.0] }',
    fix: 'give half of the rotating width many numbers',
    *check({ text }) {
      const width = rotaryDim(text);
      for (const rope of ropeSections(text)) {
        for (const name of ['short_factor', 'long_factor']) {
          const length = rope.items(name)?.length;
          if (length === undefined || width === undefined || length === width / 2) continue;
          yield {
            at: rope.at(name),
            message: `${name} has ${length} numbers, not ${width / 2}`,
            help: `give ${name} ${width / 2} numbers, half of the rotating width`,
          };
        }
      }
    },
  },
  {
    id: 'config/rope-set-twice',
    severity: 'error',
    summary:
      'rope_parameters replaces rope_theta and rope_scaling: where both stand, readers disagree which one holds.',
    needs: ['rope_parameters'],
    source: 'vLLM rope_parameters patches, transformers 5',
    example: 'rope_theta: 10000.0\nrope_parameters: { rope_theta: 1000000.0, rope_type: default }',
    fix: 'keep rope_parameters only, or leave it out',
    *check({ text }) {
      const now = text.section('rope_parameters');
      if (now === undefined) return;
      const [outer, inner] = [text.number('rope_theta'), now.number('rope_theta')];
      if (outer !== undefined && inner !== undefined && outer !== inner) {
        yield {
          at: text.at('rope_theta'),
          message: `rope_theta ${outer} and rope_parameters.rope_theta ${inner} disagree`,
        };
      }
      if (text.section('rope_scaling') === undefined) return;
      yield { at: text.at('rope_scaling'), message: 'rope_scaling and rope_parameters are both set' };
    },
  },
];
