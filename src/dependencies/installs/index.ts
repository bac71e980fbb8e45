/** What the files that install something bring, each kind read in its own language. */
import { conflictMarker } from '../formats/conflict-marker.ts';
import type { InstallKind, Parsed } from '../model.ts';
import { readDefinition } from './definition.ts';
import { readDockerfile } from './dockerfile.ts';
import { readPythonVersion } from './python-version.ts';
import type { ReadShell } from './read-shell.ts';
import { addScript } from './script.ts';
import { type Sink, parsedOf, sinkFor } from './sink.ts';
import { readYamlInstalls } from './yaml-file.ts';

/** Statements and exact versions of such a file. Never throws for what stands in it. */
export function parseInstalls(kind: InstallKind, text: string, path: string, readShell: ReadShell): Parsed {
  return conflictMarker(text) ?? parsedOf(readers[kind](text, path, readShell));
}

const readers: Readonly<Record<InstallKind, (text: string, path: string, readShell: ReadShell) => Sink>> = {
  dockerfile: readDockerfile,
  definition: readDefinition,
  yaml: readYamlInstalls,
  'python-version': readPythonVersion,
  script: (text, path, readShell) => {
    const sink = sinkFor(path);
    addScript({ text, at: { line: 1, column: 1 } }, sink, readShell);
    return sink;
  },
};
