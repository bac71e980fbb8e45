/** What the files that install something bring, each kind read in its own language. */
import { makefileAsShell } from '../../documents/shell/makefile.ts';
import { conflictMarker } from '../formats/conflict-marker.ts';
import type { InstallKind, Parsed } from '../model.ts';
import { readDefinition } from './definition.ts';
import { readDockerfile } from './dockerfile.ts';
import { readNox } from './nox.ts';
import { readPipSettings } from './pip-settings.ts';
import { readPythonVersion } from './python-version.ts';
import type { ReadShell } from './read-shell.ts';
import { addScript } from './script.ts';
import { type Sink, parsedOf, sinkFor } from './sink.ts';
import { readTox } from './tox.ts';
import { readYamlInstalls } from './yaml-file.ts';

/** Statements and exact versions of such a file. Never throws for what stands in it. */
export function parseInstalls(kind: InstallKind, text: string, path: string, readShell: ReadShell): Parsed {
  return conflictMarker(text) ?? parsedOf(readers[kind](text, path, readShell));
}

const readers: Readonly<Record<InstallKind, (text: string, path: string, readShell: ReadShell) => Sink>> = {
  dockerfile: readDockerfile,
  definition: readDefinition,
  yaml: readYamlInstalls,
  kubernetes: (text, path, readShell) =>
    isKubernetes(text) ? readYamlInstalls(text, path, readShell) : sinkFor(path),
  tox: readTox,
  nox: readNox,
  'pip-settings': readPipSettings,
  makefile: (text, path, readShell) => {
    const sink = sinkFor(path);
    addScript({ text: makefileAsShell(text), at: { line: 1, column: 1 } }, sink, readShell);
    return sink;
  },
  'python-version': readPythonVersion,
  script: (text, path, readShell) => {
    const sink = sinkFor(path);
    addScript({ text, at: { line: 1, column: 1 } }, sink, readShell);
    return sink;
  },
};

/** Much YAML lies in folders of such names: only what says its kind is an object of Kubernetes. */
function isKubernetes(text: string): boolean {
  return /^apiVersion[ \t]*:/m.test(text) && /^kind[ \t]*:/m.test(text);
}
