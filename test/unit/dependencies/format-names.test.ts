import { describe, expect, test } from 'vitest';
import { formatOf, formats, isIncidentalFile } from '../../../src/dependencies/index.ts';
import { isLasting, isRead } from '../../../src/dependencies/formats/names.ts';
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
/** At least one of each. */
const named = [
  'uv.lock',
  'poetry.lock',
  'pdm.lock',
  'Pipfile.lock',
  'pylock.toml',
  'conda-lock.yml',
  'pixi.lock',
  'pip-inspect.json',
  'pip-list.json',
  'pyproject.toml',
  'pixi.toml',
  'Pipfile',
  'setup.cfg',
  'setup.py',
  'requirements.txt',
  'environment.yaml',
  'Dockerfile',
  '.github/workflows/a.yml',
  'compose.yaml',
  'values.yaml',
  'run.sh',
  'Singularity',
  'Makefile',
  'tox.ini',
  'noxfile.py',
  'pip.conf',
  'k8s/job.yaml',
  '.python-version',
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

  test('is known by its name alone, as its reader knows it', () => {
    const paths = [...names, ...named, ...endings.map((ending) => `a/b.${ending}`)];
    const known = paths.map((path) => [path, isRead(path), isLasting(path)]);
    expect(known).toEqual(
      paths.map((path) => [
        path,
        formatOf(path) !== undefined,
        formatOf(path) !== undefined && !isIncidentalFile(path),
      ]),
    );
    const readers = new Set(paths.map(formatOf));
    expect([...formats, ...installFormats].filter((format) => !readers.has(format))).toEqual([]);
  });
});
