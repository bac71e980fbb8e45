/** Shell scripts, and the parts of other files that are such. */
import type { Spot } from '../formats/places.ts';
import { collectScript } from './collect.ts';
import type { ReadShell } from './read-shell.ts';
import type { Sink } from './sink.ts';

export interface Script {
  /** Its first line is the line of the file at which it begins. */
  readonly text: string;
  readonly at: Spot;
  /** What is set where it runs. */
  readonly environment?: ReadonlyMap<string, string>;
}

/** Adds what the script installs. One that names no installer is not read. */
export function addScript({ text, at, environment }: Script, sink: Sink, readShell: ReadShell): void {
  if (sink.to.isFull() || !mayInstall.test(text)) return;
  const options = { file: sink.path, ...(environment === undefined ? {} : { environment }) };
  collectScript(readShell(text, options), at.line - 1, environment, sink);
}

const mayInstall =
  /\b(?:pip[\d.]*|pipx|pipenv|uv|poetry|pdm|rye|conda|mamba|micromamba|pixi|apt|apt-get|aptitude|apk|dnf|yum|microdnf|tdnf|zypper)\b|\bgit\b[^\n]{0,200}\bclone\b/;
