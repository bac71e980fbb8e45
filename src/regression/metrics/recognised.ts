/** What the names of numbers in result files say: which are metrics, and whether more is better. */

/** Above a number in a path: then it is a setting or a count of the run. */
const settings =
  /^(?:configs?|args|arguments|params|parameters|settings|hyper_?parameters|hparams|options|generation_(?:config|kwargs)|model_(?:args|config|kwargs)|metadata|meta|env(?:ironment)?|usage|timings?|system|versions?)$/;

/** Counts, settings, times, sizes and spreads: judged only where they are asked for. */
const bookkeeping = new RegExp(
  [
    '^(?:',
    [
      // names and positions of rows
      'id|ids|idx|index|row|line|offset|seed|timestamp|date|created(?:_at)?|updated(?:_at)?|tstamp|version|schema_version|\\w+_(?:id|idx|index|seed|timestamp|version)',
      // counts
      'n|count|counts|total|totals|support|size|num|num_\\w+|n_\\w+|\\w+_(?:count|counts|total|samples|instances|items|cases|attempts|requests)|total_\\w+|(?:un)?resolved_instances|tests|passes|failures|successes|errors|skipped|limit|repeats?',
      // lengths
      'chars|characters|words|length|len|\\w+_(?:chars|length|len)|(?:\\w+_)?(?:input|output|prompt|completion|reasoning|total|cached)_tokens',
      // times
      'time|times|duration|elapsed|runtime|wall_?time|seconds|start|end|\\w+_(?:time|duration|runtime|elapsed|started|finished)|(?:\\w+_)?(?:run_?time|wall|wall_?clock|wall_?time|duration|elapsed|eval|evaluation|total|inference|generation|train|training|test|load|setup|time)_(?:s|secs?|seconds|ms|millis|minutes|mins|hours)',
      // training
      '(?:total_)?flos|(?:global_|max_)?steps?|epochs?|\\w+_(?:flos|per_second|steps)|lr|learning_rate',
      // decoding
      'temperature|top_[pk]|max_(?:tokens|new_tokens|length)|batch_size|num_fewshot|n_shot|do_sample',
      // spreads
      '\\w+[_:.]?(?:std|stdev|stddev|stderr|var|variance|sem|ci|ci_low|ci_high|min|max)|std|stdev|stddev|stderr|variance',
      // how the process ended
      'exit_?code|return_?code|is_(?:hyper_param_search|local_process_zero|world_process_zero)',
      // how sure a model says it is
      'confidence|prob|probability|logprobs?|uncertainty',
    ].join('|'),
    ')$',
  ].join(''),
);

/** Whether a number is not a metric by its name: `config.temperature`, `chars`, `score:std`, `num_samples`. */
export function isBookkeeping(name: string): boolean {
  const parts = name
    .toLowerCase()
    .split(/[./]/)
    .map((part) => part.split(',')[0] ?? '');
  const last =
    parts
      .at(-1)
      ?.trim()
      .replaceAll(/[\s-]+/g, '_')
      .replace(/^_+/, '') ?? '';
  return (
    parts.slice(0, -1).some((part) => settings.test(part)) ||
    bookkeeping.test(last) ||
    /[:_](?:std|stderr|stdev)$/.test(last)
  );
}

/** How long an answer took, in the words by which speed is measured: `latency`, `ttft_ms`, `judge.latency_p95`. */
const speed = /(?:^|[_.,/:-])(?:latency|latencies|ttft|tpot|itl)(?:$|[_.,/:-])/;

/**
 * What is judged where nobody says: all but counts, settings and spreads; and no times beside anything else. A file of nothing but
 * latencies was written to have them judged.
 */
export function judgedByDefault<T>(all: readonly T[], nameOf: (one: T) => string): T[] {
  const metrics = all.filter((one) => !isBookkeeping(nameOf(one)));
  const others = metrics.filter((one) => !speed.test(nameOf(one).toLowerCase()));
  return others.length > 0 ? others : metrics;
}

/** Parts of names by which less is better. */
const lowerWords =
  /(?:^|[_.,/ :-])(?:loss|nll|perplexity|ppl|byte_perplexity|word_perplexity|bits_per_byte|bpb|latency|ttft|tpot|itl|duration|time|seconds|ms|cost|price|tokens|error|errors|err|wer|cer|ter|per|mae|mse|rmse|mape|msle|smape|brier|ece|eer|fid|kid|lpips|fvd|toxicity|toxic|hallucinations?|hallucinated|hallucination_rate|refusals?|refused|refusal_rate|rejections?|rejected|violations?|unsafe|harmful|jailbreak|attack_success|bias|stereotype|failures?|failure_rate|failed|incorrect|wrong|mistakes?|misses|missed|crashe[sd]|crashes|timeouts|contradictions?|leaks?|leakage|leaked|log_?loss|rmsle|nmse|nrmse|mase|crps|epe|ade|fde|abs_?rel|hausdorff|hd95|chamfer|niqe|brisque|mean_rank|median_rank|average_rank|avg_rank|fpr|fnr|fdr|false_(?:positive|negative)s?|distance|divergence|kl|regret|memory|bytes|invalid|repetition|contamination|penalt(?:y|ies))(?:$|[_.,/ :-])/;

/** Names whose direction nobody doubts, after the last separator of a path. */
const known = new RegExp(
  [
    '^(?:',
    [
      'score|scores|overall|average|avg|mean|main_score|resolved|solved|correct|is_correct|correctness|hit|hit_rate|hits?@\\d+|if_right|true_false|success|success_rate|pass|passed|pass_rate|pass(?:@|_at_)\\d+|maj@\\d+|win_?rate|lc_win_?rate|reward|elo|rating|em|exact|exact_match|quasi_exact_match|prefix_exact_match',
      'acc\\w*|accuracy\\w*|balanced_accuracy|f1\\w*|\\w+_f1|f_?beta|precision\\w*|recall\\w*|\\w+_(?:accuracy|acc|precision|recall|exact_match|em)|macro|micro|mcc\\w*|matthews\\w*|kappa|cohen_kappa|auc|auroc|roc_auc|pr_auc|ap|map|map@\\d+|m?ap_?\\d*|mrr|mrr@\\d+|ndcg(?:@\\d+)?|iou|miou|dice|r2|pearson\\w*|spearman\\w*|kendall\\w*',
      'bleu\\w*|rouge\\w*|chrf\\w*|meteor|bert_?score\\w*|comet\\w*|bleurt|cider|spice|anls|vqa_score',
      'faithfulness|answer_relevanc[ey]|relevanc[ey]|context_(?:precision|recall|relevanc[ey])|groundedness|coherence|fluency|helpfulness|semantic_similarity|similarity|follow_\\w+|likelihood|log_?likelihood',
      'loss|\\w+_loss|nll|perplexity|ppl|byte_perplexity|word_perplexity|bits_per_byte|bpb|latency|cost|wer|cer|ter|mae|mse|rmse|brier|ece|eer|fid|lpips|error|error_rate|err|toxicity|hallucination|hallucination_rate|fpr|fnr|seconds|ms',
    ].join('|'),
    ')$',
  ].join(''),
);

/** Whether more is better, by the metric's name, where nobody says. */
export function higherByName(key: string): boolean {
  return !lowerWords.test(key.toLowerCase());
}

/** Whether the name leaves no doubt about it: else what was taken is said. */
export function isKnownDirection(name: string): boolean {
  const last = name
    .toLowerCase()
    .split(/[./]/)
    .at(-1)
    ?.split(',')[0]
    ?.trim()
    .replaceAll(/[\s-]+/g, '_');
  return last !== undefined && (known.test(last) || name.endsWith(' seconds'));
}
