import type { ConfigDocument, ConfigSettings, JudgeInput } from '../index.ts';
import type { Finding } from '../../report/model.ts';
import type { Ports } from '../../ports/index.ts';
import { judgeFolders } from './folders.ts';
import { leftOut } from './left-out.ts';
import { Frameworks } from './frameworks.ts';
import { Neighbours } from './neighbours.ts';
import { modelsNamedBy, pairsOf } from './others.ts';
import { allConfigs, type Selection } from './select.ts';

/** What lies around the judged configs: models that they name, the other half of their run, the frameworks that read them. */
export class Around {
  private readonly selection: Selection;
  private readonly neighbours: Neighbours;
  private readonly frameworks: Frameworks;
  private readonly judged: ReadonlySet<string>;

  constructor(selection: Selection, settings: ConfigSettings, { change }: Pick<Ports, 'change'>) {
    this.selection = selection;
    this.neighbours = new Neighbours(change.head, settings);
    this.frameworks = new Frameworks(change);
    this.judged = new Set(selection.files.map(({ path }) => path));
  }

  /** What one config is held against beside itself. */
  async of(head: ConfigDocument): Promise<Pick<JudgeInput, 'others' | 'besides' | 'readAnew'>> {
    const [others, pairs, { findings, numbers }] = await Promise.all([
      modelsNamedBy(head, this.neighbours),
      pairsOf(head, this.judged, this.neighbours),
      this.frameworks.of(head),
    ]);
    return { others, besides: [...pairs, ...findings], readAnew: numbers };
  }

  /** Changed files that look like configs and are not judged. */
  async leftOut(
    settings: ConfigSettings,
    read: ReadonlySet<string>,
    ports: Pick<Ports, 'change'>,
  ): Promise<Finding[]> {
    const others = new Set([...this.judged, ...read]);
    return leftOut(settings, others, this.neighbours, ports);
  }

  /** What is said of no single config: model folders, and configs that a framework's move breaks. */
  async findings(settings: ConfigSettings, { change }: Pick<Ports, 'change'>): Promise<Finding[]> {
    const ofFolders = await judgeFolders([...this.judged], this.neighbours);
    if (this.selection.reason === 'named' || !this.frameworks.mayMove()) return ofFolders;
    const untouched = (await allConfigs(settings, change.head)).filter((path) => !this.judged.has(path));
    return [...ofFolders, ...(await this.frameworks.broken(untouched, this.neighbours))];
  }
}
