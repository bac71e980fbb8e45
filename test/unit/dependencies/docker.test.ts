import { describe, expect, it } from 'vitest';

import {
  assignments,
  instructions,
  substitute,
  words,
} from '../../../src/dependencies/formats/docker-lines.ts';
import { judge, shown } from './support/world.ts';

describe('base images', () => {
  const image = (tag: string): Record<string, string> => ({
    Dockerfile: `ARG BASE=nvcr.example/nvidia/pytorch:${tag}\nFROM \${BASE}\n`,
  });
  it('are a move that the change itself writes down, with a warning of what they bring', async () => {
    const report = await judge(image('26.03-py3'), image('26.04-py3'));
    expect(shown(report)).toEqual(['image:nvcr.example/nvidia/pytorch 26.03-py3 -> 26.04-py3 requested']);
    expect(report.verdict).toBe('pass');
    expect(report.findings).toMatchObject([
      { rule: 'deps/base-image', severity: 'warning', file: 'Dockerfile', line: 2 },
    ]);
  });

  it('can be forbidden to move', async () => {
    const settings = { packages: { 'image:nvcr.example/nvidia/pytorch': { requested: 'fail' } } } as const;
    expect((await judge(image('26.03-py3'), image('26.04-py3'), { settings })).verdict).toBe('fail');
  });
});

it('warns of a watched package that is installed in whatever version is newest', async () => {
  const report = await judge(
    { Dockerfile: 'FROM a:1\n' },
    { Dockerfile: 'FROM a:1\nRUN pip install rich && pip install flash-attn --no-build-isolation\n' },
  );
  expect(report.findings).toMatchObject([
    { rule: 'deps/unpinned', line: 2, message: expect.stringMatching(/^flash-attn /) },
  ]);
});

it('a pin in RUN that changed is asked for by its own line', async () => {
  const file = (version: string): Record<string, string> => ({
    Dockerfile: `FROM a:1\nRUN pip install torch==${version}\n`,
  });
  expect(shown(await judge(file('2.9.1'), file('2.10.0')))).toEqual(['torch 2.9.1 -> 2.10.0 requested']);
});

describe('lines of a Dockerfile', () => {
  it('join continuations over comments and blank lines', () => {
    expect(instructions('RUN a \\\n  # no\n\n  b\nENV X=1\r\nCMD')).toEqual([
      { keyword: 'RUN', rest: 'a    b', line: 1, script: '    a \\\n\\\n\\\n  b' },
      { keyword: 'ENV', rest: 'X=1', line: 5, script: '    X=1' },
    ]);
  });

  it('take a here-document whole', () => {
    expect(instructions('RUN <<EOF\nFROM nothing\nEOF\nFROM a').map(({ keyword }) => keyword)).toEqual([
      'RUN',
      'FROM',
    ]);
  });

  it('substitute as Docker does', () => {
    const values = new Map([
      ['A', '1'],
      ['E', ''],
    ]);
    const texts = ['$A', '${A}', '${B:-2}', '${E:-3}', '${A:+4}', '${B:+5}', '${B}', '$A$B'];
    expect(texts.map((text) => substitute(text, values))).toEqual([
      '1',
      '1',
      '2',
      '3',
      '4',
      '',
      '${B}',
      '1$B',
    ]);
  });

  it('split words and assignments', () => {
    expect(words(`a "b c" 'd e' f"g h"i`)).toEqual(['a', 'b c', 'd e', 'fg hi']);
    expect(assignments('A=1 B="x y" C')).toEqual([
      ['A', '1'],
      ['B', 'x y'],
      ['C', undefined],
    ]);
  });
});
