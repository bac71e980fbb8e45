/** The commands that write a list of requirements anew from what it comes from. */
import type { Tool } from '../model.ts';

/** For a lock of that format; `undefined` where no tool is known to write one. */
export function exportCommand(format: string, file: string, hasHashes: boolean): string | undefined {
  return commands[format]?.(file, hasHashes);
}

const commands: Readonly<Partial<Record<string, (file: string, hasHashes: boolean) => string>>> = {
  'uv.lock': (file, hasHashes) => `\`uv export${hasHashes ? '' : ' --no-hashes'} -o ${file}\``,
  'poetry.lock': (file, hasHashes) => `\`poetry export${hasHashes ? '' : ' --without-hashes'} -o ${file}\``,
  'pdm.lock': (file, hasHashes) => `\`pdm export${hasHashes ? '' : ' --without-hashes'} -o ${file}\``,
  'Pipfile.lock': (file, hasHashes) => `\`pipenv requirements${hasHashes ? ' --hash' : ''} > ${file}\``,
};

/** How a version is put back in a list that is exported from a lock: there, and in the list by the export. */
export function exporterOf(lock: string, command: string | undefined): Tool {
  const again = command ?? 'export it again';
  return {
    restore: (name, version) => `put ${name} ${version} back in ${lock}, then ${again}`,
    relock: again,
  };
}

/** The same for one that is compiled from a list of what is asked for. */
export function compilerOf(asked: string, list: string): Tool {
  const command = `uv pip compile ${asked} -o ${list}`;
  return {
    restore: (name, version) =>
      `\`${command} --upgrade-package '${name}==${version}'\` (or the same option of pip-compile)`,
    relock: `\`${command}\` (or pip-compile)`,
  };
}
