import { expect, test } from 'vitest';
import { readDocument } from '../../../src/config/index.ts';
import { notSupported, unsupportedFormat } from '../../../src/documents/unsupported.ts';

test.each([
  ['train.jsonnet', 'Jsonnet'],
  ['train.hcl', 'HCL'],
  ['train.cue', 'CUE'],
  ['train.dhall', 'Dhall'],
  ['train.gin', 'gin-config'],
  ['solver.prototxt', 'protocol buffers as text'],
  ['configs/train.ini', 'INI'],
  ['configs/train.properties', 'Java properties'],
  ['conf/train.xml', 'XML'],
  ['configs/train.nt', 'NestedText'],
  ['configs/train.yaml.j2', 'a Jinja template'],
  ['configs/train.pkl', 'a pickle'],
  // elsewhere they are something else
  ['pom.xml', undefined],
  ['setup.cfg', undefined],
  ['data/rows.pkl', undefined],
  ['configs/train.yaml', undefined],
])('%s is %s', (path, format) => {
  expect(unsupportedFormat(path)).toBe(format);
  expect(notSupported(path)?.message).toBe(
    format && `${format} is not supported: configs are YAML, JSON, JSON5, TOML or Python`,
  );
});

test.each([
  ['{% for x in y %}\na: 1\n{% endfor %}\n', true],
  ['lr: {{ lr }}\n{# rates #}\nsteps: 3\n', true],
  ['a: [1\n', false],
  ['a: "{% if %}"\nb: [\n', false],
])('%j that cannot be read is named as a template: %s', (text, isNamed) => {
  const { findings } = readDocument(text, { file: 'configs/a.yaml', dialect: 'pyyaml' });
  const help = findings.find(({ rule }) => rule === 'config/unreadable')?.help ?? '';
  expect(help.includes('a Jinja template')).toBe(isNamed);
  expect(help).toContain('"!configs/a.yaml"');
});
