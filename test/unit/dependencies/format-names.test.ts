import { describe, expect, test } from 'vitest';
import { formatOf, formats } from '../../../src/dependencies/index.ts';
import { installFormats } from '../../../src/dependencies/formats/install-files.ts';

const names = [
  'setup.py',
  'noxfile.py',
  'Dockerfile.py',
  'docker/dockerfile.md',
  'Singularity.c',
  'Apptainer-env.rs',
  'requirements/dev.txt',
  'environment.yml',
  'pip-list.json',
];
const endings = ['py', 'ipynb', 'c', 'cu', 'h', 'hpp', 'md', 'js', 'tsx', 'jsonl', 'txt', 'yaml', 'lock'];

describe('the format of a file', () => {
  test('is never passed over because most files of its ending are code', () => {
    const stems = [
      'requirements',
      'k8s/deployment',
      'setup',
      'Makefile',
      'values',
      'pylock',
      'a/Containerfile',
    ];
    const paths = [...names, ...stems.flatMap((stem) => endings.map((ending) => `${stem}.${ending}`))];
    const supported = (path: string) => [...formats, ...installFormats].find((one) => one.supports(path));
    expect(paths.map((path) => [path, formatOf(path)])).toEqual(paths.map((path) => [path, supported(path)]));
  });
});
