import { expect, test } from 'vitest';
import {
  configDefaults,
  deriveRegistry,
  judgeConfigFile,
  readDocument,
  readRegistry,
} from '../../../src/config/index.ts';

const registryFile = configDefaults.registry;

/** What a registry finds in a config. */
async function judged(registryText: string, text: string) {
  const { registry, findings } = await readRegistry(registryText, registryFile);
  if (registry === undefined) throw new Error(findings[0]?.message);
  const head = readDocument(text, { file: 'a.yaml', dialect: 'pyyaml' });
  return judgeConfigFile({ head, registry, settings: configDefaults }).findings;
}

test.each([
  'parameters: { n: { min: 0.1, max: 0.5, multiple-of: 0.1 } }',
  'parameters: { n: { type: [int, list], min: 1, max-items: 2 } }',
  'parameters: { n: { enum: [0.3, 0.6], multiple-of: 0.1 } }',
  'parameters: { p: { type: [int, dict] }, p.q: { type: int } }',
  'parameters: { p: { type: list }, "p.*": { type: int } }',
])('a registry that does not contradict itself: %s', async (text) => {
  expect((await readRegistry(text, registryFile)).findings).toEqual([]);
});

test.each([
  ['n: 0.3\n', []],
  ['n: 0.35\n', ['config/bad-value']],
])('a multiple of 0.1 in float64: %j', async (text, rules) => {
  const found = await judged('parameters: { n: { type: float, multiple-of: 0.1 } }', text);
  expect(found.map(({ rule }) => rule)).toEqual(rules);
});

test.each([
  ['context_parapllel_size', 'context_parallel_size', 'config/misspelt-parameter'],
  ['num_epoch', 'num_epochs', 'config/misspelt-parameter'],
  ['hiddenSize', 'hidden_size', 'config/misspelt-parameter'],
  ['hidden-size', 'hidden_size', 'config/misspelt-parameter'],
  ['hiddensize', 'hidden_size', 'config/misspelt-parameter'],
  ['hidden_atc', 'hidden_act', 'config/misspelt-parameter'],
  ['wieght_deacy', 'weight_decay', 'config/misspelt-parameter'],
  ['peft_config', 'dist_config', 'config/unregistered-parameter'],
  ['loss_type', 'kl_loss_type', 'config/unregistered-parameter'],
  ['use_asft_loss', 'use_dft_loss', 'config/unregistered-parameter'],
  ['tp_size', 'pp_size', 'config/unregistered-parameter'],
  ['mtp_steps', 'ttt_steps', 'config/unregistered-parameter'],
  ['load_in_4bit', 'load_in_8bit', 'config/unregistered-parameter'],
  ['adam_beta1', 'adam_beta2', 'config/unregistered-parameter'],
  ['enable_fp16', 'enable_fp8', 'config/unregistered-parameter'],
  ['enable_pf8', 'enable_fp8', 'config/misspelt-parameter'],
  ['module', 'mode', 'config/unregistered-parameter'],
])('%s beside the registered %s is %s', async (name, registered, rule) => {
  const found = await judged(`parameters: { ${registered}: {} }`, `${name}: x\n`);
  expect(found.map((finding) => finding.rule)).toEqual([rule]);
  expect(found[0]?.help?.includes('did you mean')).toBe(rule === 'config/misspelt-parameter');
});

test.each([
  ['mode: { enum: [fast, slow] }', 'config/unregistered-parameter'],
  ['mode: { type: str }', 'config/unregistered-parameter'],
  ['mode: { type: [str, dict] }', 'config/misspelt-parameter'],
  ['mode: {}', 'config/misspelt-parameter'],
  ['mode.depth: { type: int }', 'config/misspelt-parameter'],
])('a mapping is a slip of what may be one: beside %s it is %s', async (registered, rule) => {
  const found = await judged(`parameters: { ${registered} }`, 'mdoe: { depth: 3 }\n');
  expect(found.map((finding) => finding.rule)).toContain(rule);
});

test.each([
  ['hiden_size: 1\nlayers: 2\n', 'did you mean hidden_size? If not'],
  ['hiden_size: 1\nhidden_size: 1\nlayers: 2\n', 'did you mean hidden_size? That one is set here too'],
  ['wholly_other: 1\nlayers: 2\n', 'register wholly_other in'],
])('what a misspelt name is reported: %j', async (text, help) => {
  const [found] = await judged('parameters: { hidden_size: {}, layers: {} }', text);
  expect(found?.help).toContain(help);
});

test.each([
  ['min-items: 2', 'betas: [0.9]\n', 'betas must have at least 2 items, not 1'],
  ['min-items: 1', 'betas: []\n', 'betas must have at least 1 item, not 0'],
])('a list of the wrong length is reported with its length: %s', async (bound, text, message) => {
  const [found] = await judged(`parameters: { betas: { type: list, ${bound} } }`, text);
  expect(found?.message).toBe(message);
});

test.each([
  ['parameters: { n.0: { max: 3 }, n.1: { type: str } }', 'n: [1, x, y]\n', []],
  ['parameters: { n.0: { max: 3 }, "n.*": { max: 5 } }', 'n: [4, 4, 6]\n', ['n[0]', 'n[2]']],
  ['parameters: { n: { enum: [{ a: 1, b: [2] }] } }', 'n: { b: [2], a: 1 }\n', []],
  ['parameters: { n: { enum: [{ a: 1, b: [2] }] } }', 'n: { b: [3], a: 1 }\n', ['n']],
])('%s: %j', async (registry, text, names) => {
  const found = await judged(registry, text);
  expect(found.map(({ message }) => message.split(' ')[0])).toEqual(names);
});

/** What a registry that is derived from copies of one config finds in another. */
async function derived(from: string, copies: number, text: string) {
  const read = (source: string) => readDocument(source, { file: 'a.yaml', dialect: 'pyyaml' });
  const found = await judged(deriveRegistry(Array.from({ length: copies }, () => read(from))), text);
  return found.map(({ rule, severity }) => `${severity} ${rule}`);
}

test.each([
  ['steps: auto', 1, 'steps: 8', []],
  ['steps: 8', 1, 'steps: auto', []],
  ['steps: 8', 9, 'steps: auto', []],
  ['targets: all', 1, 'targets: [q_proj]', ['warning config/wrong-type']],
  ['targets: all', 4, 'targets: [q_proj]', ['warning config/wrong-type']],
  ['targets: all', 5, 'targets: [q_proj]', ['error config/wrong-type']],
  ['opt: {kind: adam}', 1, 'opt: adam', ['warning config/wrong-type']],
  ['opt: {kind: adam}', 5, 'opt: adam', ['error config/wrong-type']],
  ['steps: 8', 1, 'steps: many', ['error config/wrong-type']],
  ['steps: 8', 1, 'steps: "8"', ['error config/number-as-text']],
  ['saves: "yes"', 1, 'saves: no', ['error config/wrong-type', 'warning config/word-as-bool']],
])('derived from %j in %i configs, %j is judged', async (from, copies, text, expected) => {
  expect((await derived(`${from}\n`, copies, `${text}\n`)).toSorted()).toEqual(expected);
});

test('a range of the team goes before what is true of most', async () => {
  const rules = async (registry: string) =>
    (await judged(`parameters: { learning_rate: ${registry} }`, 'learning_rate: 5.0\n')).map(
      ({ rule }) => rule,
    );
  expect(await rules('{ type: float }')).toEqual(['config/learning-rate-range']);
  expect(await rules('{ type: float, max: 10 }')).toEqual([]);
});
