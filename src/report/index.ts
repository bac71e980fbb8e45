export * from './model.ts';
export type { RuleDoc } from './rule.ts';
export type { Source } from './links.ts';
export type { RenderOptions } from './options.ts';
export {
  htmlText,
  logText,
  mdCellCode,
  mdCode,
  mdFence,
  mdHtml,
  mdLink,
  mdText,
  oneLine,
  terminalText,
  visible,
} from './escape.ts';
export { annotationCommand, annotationLimits, selectAnnotations } from './annotations.ts';
export type { AnnotationCommand, AnnotationProperties, AnnotationSelection } from './annotations.ts';
export { renderSummary, summaryBytes } from './summary.ts';
export { commentBytes, commentMarker, renderComment } from './comment.ts';
export { checkOutput, conclusionOf } from './check.ts';
export type { CheckAnnotation, CheckConclusion, CheckOutput } from './check.ts';
export { renderSarif, sarifLog } from './sarif.ts';
export type { SarifOptions } from './sarif.ts';
export { renderTerminal } from './terminal.ts';
export type { TerminalOptions } from './terminal.ts';
export { renderJson } from './json.ts';
export { verdictWords } from './outline.ts';
