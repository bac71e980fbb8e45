import { describe, expect, test } from 'vitest';
import {
  configDefaults,
  type ExpressionRule,
  judgeConfigFile,
  readDocument,
} from '../../../src/config/index.ts';
import { expressionProblem } from '../../../src/config/expression/check.ts';

const text = `parallel: { tp: 8 }
num_experts: 128
layers: [1, 2, 3]
big: 9007199254740993
act: silu
text_config: { hidden_size: 2048, num_attention_heads: 32, num_hidden_layers: 4 }
model_type: x
on_gpu: true
nothing: null
`;

function judge(check: string, more: Partial<ExpressionRule> = {}) {
  const head = readDocument(text, { file: 'a.yaml', dialect: 'pyyaml' });
  const { findings } = judgeConfigFile({
    head,
    settings: { ...configDefaults, expressions: [{ id: 'team-rule', check, ...more }] },
  });
  return findings.filter(({ severity }) => severity !== 'notice');
}

describe('rules that hold', () => {
  test.each([
    'num_experts % parallel.tp == 0',
    'num_experts-1 == 127',
    'num_local_experts == 128',
    'len(layers) == 3 and sum(layers) == 6',
    'layers[0] < layers[2]',
    'max(layers) - min(layers) == 2',
    '2 in layers and 5 not in layers',
    'act in ["silu", "gelu"]',
    "act != 'relu'",
    'hidden_size // num_attention_heads == 64',
    'text_config.hidden_size == 2 ** 11',
    '-7 % 3 == 2',
    '-2 ** 2 == -4',
    '2 + 3 * 4 == 14',
    'not (1 > 2)',
    'on_gpu',
    'not on_gpu implies num_experts == 1',
    'on_gpu implies num_experts > 1',
    'big == 9007199254740993',
    'all_multiples(num_experts, hidden_size, 64)',
    'sqrt(2304) == 48 && floor(2.5) == 2 && ceil(2.5) == 3 && abs(-1) == 1',
    'nothing == null',
    'not defined(nothing, absent)',
    '1 < 2 == true',
  ])('%s', (check) => {
    expect(judge(check)).toEqual([]);
  });
});

describe('rules that say nothing, since a parameter is not set', () => {
  test.each([
    'absent > 3',
    'absent % parallel.tp == 0',
    'absent == 1 and on_gpu',
    'len(absent) == 2',
    'absent implies false',
  ])('%s', (check) => {
    expect(judge(check)).toEqual([]);
  });
});

describe('rules that fail', () => {
  test.each([
    ['num_experts % 12 == 0', 'num_experts % 12 == 0 does not hold (num_experts is 128)'],
    ['absent == 1 or num_experts < 100', undefined],
    [
      'absent == 1 and num_experts < 100',
      'absent == 1 and num_experts < 100 does not hold (num_experts is 128)',
    ],
    ['defined(absent)', 'defined(absent) does not hold'],
  ])('%s', (check, message) => {
    expect(judge(check).map((finding) => finding.message)).toEqual(message === undefined ? [] : [message]);
  });

  test('with their own words, severity and place', () => {
    const [finding] = judge('num_experts == parallel.tp', {
      message: 'experts are the ranks',
      severity: 'warning',
    });
    expect(finding).toMatchObject({
      rule: 'config/team-rule',
      severity: 'warning',
      line: 1,
      column: 17,
      message: 'experts are the ranks (num_experts is 128, parallel.tp is 8)',
    });
  });
});

describe('rules that cannot be evaluated fail', () => {
  test.each([
    ['num_experts %', 'ends too early'],
    ['num_experts % 0 == 0', 'division by zero'],
    ['act > 3', 'expected a number, got the text "silu"'],
    ['num_experts', 'it gives no true or false'],
    ['parallel == 1', 'a mapping is not a value'],
    ['require("fs")', 'there is no function require'],
    ['constructor.constructor', undefined],
    ['num_experts; 1', 'unexpected ";"'],
    ['num_experts = 1', 'unexpected "="'],
    ['3 in num_experts', '"in" needs a list'],
    [`${'('.repeat(60)}1${')'.repeat(60)} == 1`, 'nested too deep'],
    [`x == ${'1'.repeat(3000)}`, 'longer than'],
  ])('%#: %.40s', (check, problem) => {
    const messages = judge(check).map((finding) => finding.message);
    expect(messages.map((message) => message.includes(problem ?? ''))).toEqual(
      problem === undefined ? [] : [true],
    );
  });
});

test.each([
  ['a % 2 == 0', undefined],
  ['1', 'it names no parameter'],
  ['a %', 'the expression ends too early (at character 4)'],
])('expressionProblem(%j)', (check, problem) => {
  expect(expressionProblem(check)).toBe(problem);
});
