/** Definition files of Singularity and Apptainer: the base image, and what %post installs. */
import { addImage } from './images.ts';
import type { ReadShell } from './read-shell.ts';
import { addScript } from './script.ts';
import { type Sink, sinkFor } from './sink.ts';

const scripts: ReadonlySet<string> = new Set(['post', 'setup', 'environment', 'appinstall', 'test']);

export function readDefinition(text: string, path: string, readShell: ReadShell): Sink {
  const sink = sinkFor(path);
  const lines = text.split(/\r?\n/);
  let section: { name: string; from: number } | undefined;
  const close = (to: number): void => {
    if (section === undefined || !scripts.has(section.name)) return;
    const at = { line: section.from + 1, column: 1 };
    addScript({ text: lines.slice(section.from, to).join('\n'), at }, sink, readShell);
  };
  for (const [index, line] of lines.entries()) {
    const header = /^%(\w+)/.exec(line)?.[1];
    if (header !== undefined) {
      close(index);
      section = { name: header.toLowerCase(), from: index + 1 };
    } else if (section === undefined) {
      const image = /^\s*From\s*:\s*(\S+)/i.exec(line)?.[1];
      if (image !== undefined) addImage(image, { line: index + 1, column: 1 }, sink);
    }
  }
  close(lines.length);
  return sink;
}
