/** What starts runs and what it gives to its program. Bundled once, loaded where a script, a workflow or a Makefile is judged. */
export { builtWhenRun, programFile, scriptEntries, unfollowedRuns } from '../config/runs/entries.ts';
export { entryRuns } from '../config/runs/run.ts';
export { launcherConfig, namedConfig, unreadConfig } from '../config/runs/named-config.ts';
export { primaryConfigs } from '../config/runs/hydra.ts';
export { launchFileKind, shellTexts } from '../config/runs/launch-files.ts';
export { registeredNames } from '../config/runs/names.ts';
export { comparedWords } from '../config/runs/programs/compared.ts';
export { importedFiles } from '../config/runs/programs/imports.ts';
export { readModule } from '../config/runs/programs/module.ts';
export { programOf } from '../config/runs/programs/program.ts';
export { saysTheSame } from '../config/runs/programs/same.ts';
