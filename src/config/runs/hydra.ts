import type { Arguments } from './flags.ts';
import { type Declared, noWord, oneWord, type Program } from './programs/model.ts';

/** Flags of Hydra's own, short and long, that name the primary config or change what is done with it. */
const valued: ReadonlyMap<string, string> = new Map([
  ['--config-path', 'config_path'],
  ['-cp', 'config_path'],
  ['--config-name', 'config_name'],
  ['-cn', 'config_name'],
  ['--config-dir', 'config_dir'],
  ['-cd', 'config_dir'],
  ['--package', 'package'],
  ['-p', 'package'],
]);

/** How many words a flag of Hydra takes; every other word is an override. */
export function hydraFlag(flag: string): Declared {
  const name = valued.get(flag);
  return {
    name: name ?? 'hydra',
    flags: [flag],
    takes: name === undefined ? noWord : oneWord,
    place: { file: '', line: 0 },
  };
}

/** Paths that the primary config of a run may have, of which the first that is there counts; empty where its name is not known. */
export function primaryConfigs({ file, hydra }: Program, { flags }: Arguments): string[] {
  if (hydra === undefined) return [];
  const given = (...names: readonly string[]) =>
    flags.findLast(({ written }) => names.includes(written))?.values[0];
  const [path, name] = [given('--config-path', '-cp'), given('--config-name', '-cn')];
  const called = name === undefined ? hydra.name : name.text;
  if (called === undefined) return [];
  const config = /\.ya?ml$/.test(called) ? called : `${called}.yaml`;
  const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '';
  const below = (part: string): string => normal(`${part}/${config}`);
  if (path === undefined) return [below(`${folder}/${hydra.path ?? ''}`)];
  const known = path.text ?? path.tail ?? '';
  return [below(`${folder}/${known}`), below(known)];
}

function normal(path: string): string {
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '' || step === '.') continue;
    if (step === '..') steps.pop();
    else steps.push(step);
  }
  return steps.join('/');
}
