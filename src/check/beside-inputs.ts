/** Why the model may be fed something else: what the other gates found in the same change, with the places of their findings. */
import { inputRules } from '../inputs/rules.ts';
import { shown } from '../kernel/text.ts';
import type { Report } from '../report/model.ts';
import { isReportOf } from './facts.ts';

/** Packages that make what a model is fed. */
const preparing =
  /^(?:transformers|tokenizers|sentencepiece|tiktoken|torch|torchvision|torchaudio|torchcodec|numpy|pillow|pillow-simd|opencv-.*|albumentations|timm|datasets|webdataset|decord|av|imageio.*|librosa|soundfile|qwen-vl-utils|.*-processors?)$/i;
/** Values that say how it is made. */
const preparation =
  /preproc|process|image|pixel|video|audio|resiz|crop|mean|std|token|template|prompt|data|length|pad|trunc|augment/i;
const most = 3;

/** Sentences of what the gates found, each with its rule and place; none where nothing of the kind moved. */
export function besideWords(reports: readonly Report[]): readonly string[] {
  return [...movedWords(reports), ...changedWords(reports)];
}

/** The report of detect-input-drift, its changes with what moved beside them. */
export function withWords<Facts extends object>(
  report: Report<Facts>,
  words: readonly string[],
): Report<Facts> {
  if (words.length === 0) return report;
  const findings = report.findings.map((finding) =>
    finding.rule === inputRules.changed.id || finding.rule === inputRules.declared.id
      ? { ...finding, message: `${finding.message} ${words.join(' ')}` }
      : finding,
  );
  return { ...report, findings };
}

function movedWords(reports: readonly Report[]): string[] {
  const found = reports.find((report) => isReportOf(report, 'detect-dep-drift'));
  if (found === undefined || !isReportOf(found, 'detect-dep-drift')) return [];
  const moves = (found.facts.moves ?? []).filter(({ name }) => preparing.test(name));
  const told = moves.slice(0, most).map(({ name, before, after, file, line }) => {
    const finding = found.findings.find((one) => one.file === file && one.line === line);
    const where = `${finding === undefined ? '' : `${finding.rule} at `}${file}:${line}`;
    return `${shown(name)} ${before.map(shown).join(', ') || 'none'} → ${after.map(shown).join(', ') || 'none'} (${where})`;
  });
  return told.length === 0 ? [] : [`Packages that prepare it moved: ${listed(told, moves.length)}.`];
}

function changedWords(reports: readonly Report[]): string[] {
  const found = reports.find((report) => isReportOf(report, 'validate-model-config'));
  if (found === undefined || !isReportOf(found, 'validate-model-config')) return [];
  const changes = (found.facts.files ?? []).flatMap(({ file, changes: own = [] }) =>
    own.filter(({ path }) => preparation.test(path)).map((change) => ({ file, ...change })),
  );
  const told = changes.slice(0, most).map(({ file, path, before, after }) => {
    const finding = found.findings.find((one) => one.file === file && one.message.includes(path));
    const where =
      finding === undefined ? shown(file) : `${finding.rule} at ${shown(file)}:${finding.line ?? 1}`;
    return `${shown(path)} ${shown(before)} → ${shown(after)} (${where})`;
  });
  return told.length === 0 ? [] : [`Values changed: ${listed(told, changes.length)}.`];
}

function listed(told: readonly string[], all: number): string {
  return all > told.length ? `${told.join('; ')} and ${all - told.length} more` : told.join('; ');
}
