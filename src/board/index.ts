/** The decision board: records of the ledger in, a page as data out. Pure. */
export type * from './facts.ts';
export { buildBoard, type BoardInput } from './build.ts';
export { hotfixDebts } from './owed.ts';
export { boardPage } from './page/page.ts';
export type * from './model.ts';
export { boardDefaults, limits, type BoardSettings } from './settings.ts';
export { boardRules } from './rules.ts';
export type { TaggedCommit } from './versions.ts';
export { candidatesOf } from './candidates.ts';
export { servicesOf } from './serving.ts';
export { figuresOf, type FigureInput } from './figures/figures.ts';
export type * from './figures/model.ts';
export { windowOf } from './figures/figure.ts';
export { figureSection, valueText } from './figures/texts.ts';
export { feedbackTimeOf } from './delivery/figures.ts';
export type { FeedbackTime } from './delivery/feedback.ts';
export { feedbackSection, lateFeedback } from './delivery/texts.ts';
export type { KnownDelivery } from './delivery/model.ts';
