import { limits } from './limits.ts';
import type { ShellCommand, ShellWord } from './model.ts';

/** The commands that a script runs, each once, in the order in which they were met. */
export class NotedCommands {
  readonly commands: ShellCommand[] = [];
  private readonly known = new Set<string>();
  private words = 0;

  /** More are not followed. */
  get isFull(): boolean {
    return this.commands.length >= limits.commands || this.words >= limits.words;
  }

  add(command: ShellCommand): void {
    const written = writtenOut(command);
    if (this.known.has(written)) return;
    this.known.add(written);
    this.words += command.words.length;
    this.commands.push(command);
  }
}

/** Commands that are the same in words, places and environment are one. */
function writtenOut({ file, line, column, directory, words, environment }: ShellCommand): string {
  let text = `${file}:${line}:${column} ${directory.from} ${directory.path}`;
  const add = ({ pieces, isMany, assumes }: ShellWord): void => {
    text += `\0${isMany}${assumes.join(' ')}`;
    for (const piece of pieces)
      text += `\x01${piece.place.file}:${piece.place.line}:${piece.place.column} ${piece.text === undefined ? `\x02${piece.unknown}` : piece.text}`;
  };
  words.forEach(add);
  for (const [name, word] of environment) {
    text += `\x03${name}`;
    add(word);
  }
  return text;
}
