import type { Program } from '../runs/programs/model.ts';
import type { JudgedEntry } from '../runs/run.ts';
import { CompositionFiles } from './composition-files.ts';
import { type EntryContext, namedFiles, type OnlyEntries } from './entries.ts';
import type { LaunchRepository } from './launch-repository.ts';

/** Which runs of a script that a change leaves alone read a file that changed. */
export class Concerned {
  private readonly named: ReadonlySet<string>;
  private readonly head: LaunchRepository;
  private readonly context: EntryContext;
  private code: Promise<boolean> | undefined;

  constructor(named: ReadonlySet<string>, head: LaunchRepository, context: EntryContext) {
    this.named = named;
    this.head = head;
    this.context = context;
  }

  /** The entries that need not be composed to know it; `names`: whether a text names such a file. */
  async only(names: (text: string) => boolean): Promise<OnlyEntries> {
    const isData = [...this.named].every((file) => /\.(?:ya?ml|json|toml)$/.test(file));
    const isCode = await (this.code ??= this.isCode());
    return {
      text: names,
      ...(isData ? { words: names } : {}),
      ...(isCode ? { reads: (program: Program) => this.includes(program.modules) } : {}),
    };
  }

  /** Known before anything of the run is judged. */
  async has(entry: JudgedEntry): Promise<boolean> {
    const {
      program,
      configs = [],
      entry: { config },
    } = entry;
    return (
      this.includes([...(program?.modules ?? []), ...configs, ...(config === undefined ? [] : [config])]) ||
      this.includes(await namedFiles(entry, this.head, this.context))
    );
  }

  private includes(files: readonly string[]): boolean {
    return files.some((file) => this.named.has(file));
  }

  /** Only code changed, and none registers configs: Hydra reads nothing of it but the program. */
  private async isCode(): Promise<boolean> {
    if (![...this.named].every((file) => file.endsWith('.py'))) return false;
    const files = await CompositionFiles.open(this.head.tree);
    return !(await files.registersInCode());
  }
}
