export type * from './facts.ts';
export type { Intent } from './moves/statements.ts';
export { byName } from './moves/compare.ts';
export { unknownClasses } from './moves/consequences.ts';
export { compilerOf, exportCommand, exporterOf } from './exports/commands.ts';
export { isClosureOf, isExportOf, isPinsOnly } from './exports/exported.ts';
export { followLock } from './exports/follow.ts';
export { hashedTexts, lockedHash } from './fit/content.ts';
export { condaManifest, type Manifest, readManifest } from './fit/manifest.ts';
export type { Misfit } from './fit/misfit.ts';
export { manifestsOf, plainMisfits } from './fit/others.ts';
export { editMisfits } from './fit/uv-edits.ts';
export { uvMisfits } from './fit/uv.ts';
export { workspaceMisfits, workspaceOf } from './fit/workspace.ts';
export type { Held } from './environment/disagreement.ts';
export { disagreements } from './environment/disagreement.ts';
export { withoutTaken } from './installs/uninstalls.ts';
export { installFindings } from './findings/installs.ts';
export { hostMatcher } from './moves/hosts.ts';
export { newHostFindings } from './findings/new-hosts.ts';
export { overriddenFindings } from './findings/overridden.ts';
export { constraintFindings } from './floating/constraints.ts';
export { floatFindings } from './floating/findings.ts';
export { indexFindings } from './floating/indexes.ts';
export { nearNameFindings } from './floating/near-names.ts';
export { optionFindings } from './floating/options.ts';
export { pinnedEntries } from './floating/pins.ts';
export { type Asked, rangeChanges } from './floating/range-changes.ts';
export { conflictFindings } from './findings/conflicts.ts';
export { moveFindings } from './findings/findings.ts';
export { resolverFinding } from './findings/resolver.ts';
export { formatOf, formats, isIncidentalFile, plainFormat, sniffFormat } from './formats/index.ts';
export { isLasting, isRead } from './formats/names.ts';
export { parsePipJson } from './formats/pip-json.ts';
export { parseSnapshot } from './formats/snapshot.ts';
export { conflictsIn, conflictsOf } from './environment/conflicts.ts';
export { installedDrift } from './environment/installed.ts';
export type { StatedMove } from './moves/intent.ts';
export { allowLines, moveLine, trailerLines } from './moves/intent.ts';
export type { Stated } from './moves/moves.ts';
export type { LockChange } from './moves/lock-change.ts';
export { importedIn, importsOf } from './moves/imported.ts';
export { movesOf, watcher } from './moves/moves.ts';
export type {
  Format,
  InstallFormat,
  LockEntry,
  Memo,
  Move,
  MoveClass,
  Parsed,
  Problem,
  RangeChange,
  ReadList,
  Statement,
} from './model.ts';
export { withMostMoves } from './moves/most.ts';
export { maxPackages, moveClasses, nothing, unreadable } from './model.ts';
export { asInstalled } from './pairs/installed.ts';
export { pairFindings, pythonFinding } from './pairs/findings.ts';
export { redact } from '../kernel/redact.ts';
export * from './settings.ts';
export { watchedByDefault } from './moves/watch.ts';
export { arrow } from './findings/wording.ts';
