import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  configDefaults,
  deriveRegistry,
  judgeConfigFile,
  readDocument,
  readRegistry,
} from '../../../src/config/index.ts';
import { dialectOf } from '../../../src/documents/dialect.ts';
import { type Json, mistakesIn } from '../../support/config-mistakes.ts';

const corpus = join(process.cwd(), '..', 'shared', 'corpus', 'configs');
const there = existsSync(corpus);
if (!there) console.log('skipped: the corpus is not here');

const files = there
  ? readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.(?:ya?ml|json)$/.test(file),
    )
  : [];

function judge(file: string, source: string | Uint8Array) {
  const head = readDocument(source, { file, dialect: dialectOf(file, configDefaults) });
  return judgeConfigFile({ head, settings: configDefaults });
}

/** What is wrong with these public files indeed: file (a part of its name) → rule. */
const trueFindings: readonly (readonly [RegExp, string])[] = [
  [/gpt2_small_fast_skip/, 'config/unreadable'],
  [/tulu3_8b_preview_mix_v3\.0/, 'config/duplicate-key'],
  [/8x7b_config\.json/, 'config/differs-from-published'],
  // nanotron warns of it as well, and trains with the longer one
  [/doremi__configs__config_2\.8b_llama/, 'config/sequence-length'],
  [/fastpitch_align_44100_ipa_multi/, 'config/warmup'],
];

describe.skipIf(!there)('public configs', () => {
  test('no false positive, and what is wrong indeed is found', () => {
    const found = files.flatMap((file) =>
      judge(file, readFileSync(join(corpus, file)))
        .findings.filter(({ severity, rule }) => severity !== 'notice' && rule !== 'config/number-as-text')
        .map(({ rule, message }) => ({ file, rule, message })),
    );
    const expected = ({ file, rule }: { file: string; rule: string }) =>
      trueFindings.some(([pattern, id]) => pattern.test(file) && id === rule);
    console.log(
      `${files.length} public configs: ${found.length} findings, ${found.filter((one) => !expected(one)).length} false`,
    );
    expect(found.filter((one) => !expected(one))).toEqual([]);
    expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set(trueFindings.map(([, rule]) => rule)));
  });

  test('a registry that is derived from all of them lets all pass', async () => {
    const documents = files.map((file) =>
      readDocument(readFileSync(join(corpus, file)), { file, dialect: dialectOf(file, configDefaults) }),
    );
    const { registry, findings } = await readRegistry(deriveRegistry(documents), 'r.yml');
    expect(findings).toEqual([]);
    if (registry === undefined) throw new Error('no registry');
    const fromRegistry = /registered|misspelt|wrong-type|bad-value|missing-key/;
    const wrong = documents.flatMap((head) =>
      judgeConfigFile({ head, registry, settings: configDefaults }).findings.filter(({ rule }) =>
        fromRegistry.test(rule),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test('a registry that is derived from a config lets it pass, and catches its mistakes', async () => {
    let all = 0;
    const missed = new Map<string, number>();
    for (const file of files.filter((name) => name.startsWith('hf-config'))) {
      const source = readFileSync(join(corpus, file), 'utf8');
      const { registry } = await readRegistry(
        deriveRegistry([readDocument(source, { file, dialect: 'json' })]),
        'r.yml',
      );
      if (registry === undefined) throw new Error(`no registry of ${file}`);
      // of a type that one config was seen with, another one warns
      const findings = (text: string) => {
        const head = readDocument(text, { file, dialect: 'json' });
        return judgeConfigFile({ head, registry, settings: configDefaults }).findings.filter(
          ({ severity }) => severity !== 'notice',
        );
      };
      const before = findings(source);
      const known = new Set(before.map(({ message }) => message));
      expect(before.filter(({ severity }) => severity === 'error')).toEqual([]);
      for (const { kind, text } of mistakesIn(JSON.parse(source) as Json)) {
        all += 1;
        const isSeen = findings(text).some(({ message }) => !known.has(message));
        if (!isSeen) missed.set(kind, (missed.get(kind) ?? 0) + 1);
      }
    }
    const total = [...missed.values()].reduce((sum, count) => sum + count, 0);
    console.log(`${all} mistakes in public configs, ${total} missed`, Object.fromEntries(missed));
    expect(total / all).toBeLessThan(0.01);
  });
});
