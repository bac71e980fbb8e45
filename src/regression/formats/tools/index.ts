/** The readers of single tools, the most telling forms first. */
import type { DocumentFormat } from '../json-document.ts';
import type { RowDialect } from '../row-dialect.ts';
import { azure, ifEval, ragas } from './answers.ts';
import { harborDocument, harborTrial, sweBenchMap, sweBenchReport, terminalBench } from './code-agents.ts';
import { bigCode, bigCodeLogs, evalPlus, humanEval, liveCodeBench } from './code-samples.ts';
import { deepEval } from './deepeval.ts';
import { evalScopeReport, evalScopeReviews } from './evalscope.ts';
import { helmInstances, helmStats } from './helm.ts';
import { alpacaEval, detections, mtBench, pairwise } from './judges.ts';
import { lightEval } from './lighteval.ts';
import { mmmuAnswers, mmmuById } from './mmmu.ts';
import { mteb } from './mteb.ts';
import { openAiEvals, openAiItems } from './openai-evals.ts';
import { promptfooTable } from './promptfoo-table.ts';
import { bareAnswers, leaderboard, mmmuScores, openCompassSummary, simpleEvals } from './totals.ts';
import { jestReport, pytestReport } from './test-runners.ts';
import { braintrust, langfuse, langfuseScores, langSmith, langSmithRows, mlflowTraces } from './traces.ts';

/** By the first row of a file. */
export const rowTools: readonly RowDialect[] = [
  detections,
  promptfooTable,
  mmmuAnswers,
  lightEval,
  openAiEvals,
  openAiItems,
  evalScopeReviews,
  mtBench,
  pairwise,
  alpacaEval,
  humanEval,
  liveCodeBench,
  harborTrial,
  ifEval,
  langSmithRows,
  langSmith,
  azure,
  braintrust,
  mlflowTraces,
  langfuse,
  langfuseScores,
  ragas,
  openCompassSummary,
  leaderboard,
];

/** Before the plain forms of a document. */
export const documentTools: readonly DocumentFormat[] = [
  helmInstances,
  helmStats,
  evalScopeReport,
  mteb,
  sweBenchReport,
  sweBenchMap,
  terminalBench,
  harborDocument,
  evalPlus,
  bigCodeLogs,
  bigCode,
  deepEval,
  simpleEvals,
  mmmuById,
  mmmuScores,
  bareAnswers,
  pytestReport,
  jestReport,
];
