/** What evaluation results call the same thing. */

/** The names under which results carry the same thing, the plain form first. */
export const names = {
  id: [
    'id',
    'sample_id',
    'doc_id',
    'question_id',
    'uid',
    'uuid',
    'pid',
    'idx',
    'index',
    'qid',
    'task_id',
    'instance_id',
    'example_id',
    'problem_id',
    'query_id',
    'prompt_id',
    'case_id',
    'item_id',
    'row_id',
    'test_id',
    'guid',
    'utt',
    'utt_id',
    'utterance_id',
    'audio_id',
    'segment_id',
  ],
  repetition: [
    'trial',
    'repeat',
    'repetition',
    'completion_id',
    'turn',
    'attempt',
    'rollout',
    'trial_id',
    'repeat_id',
    'attempt_id',
    'rollout_id',
    'repeat_index',
  ],
  /** What may number the answers to one question, and may as well be the same in all rows: the epoch of training, the name of a run. */
  counter: [
    'epoch',
    'run',
    'run_id',
    'run_index',
    'sample_idx',
    'sample_index',
    'sample_num',
    'completion_idx',
    'completion_index',
    'generation_id',
    'generation_index',
    'replicate',
    'iteration',
    'iter',
    'try',
    'round',
    'rollout_idx',
    'rollout_index',
    'trial_idx',
    'trial_index',
    'attempt_idx',
    'attempt_index',
    'seed',
  ],
  target: [
    'target',
    'label',
    'gold',
    'reference',
    'expected',
    'ground_truth',
    'actual',
    'targets',
    'references',
    'answer',
  ],
  prediction: [
    'prediction',
    'pred',
    'predicted',
    'predicted_label',
    'pred_label',
    'pred_indexs',
    'extraction',
    'predictions',
    'outputs',
    'response',
    'output',
  ],
  cluster: ['cluster', 'cluster_id', 'group_id', 'image_id'],
  hash: ['hash', 'content_hash', 'doc_hash'],
  slices: ['slices', 'slice'],
  /** What the model is asked: all of a row's columns of these names together. */
  input: [
    'input',
    'inputs',
    'question',
    'prompt',
    'query',
    'user_input',
    'user_prompt',
    'instruction',
    'problem',
    'messages',
    'context',
    'choices',
    'options',
    'image',
    'image_path',
    'images',
  ],
  /** The same where a row has none of those: a text to classify, to translate or to answer. */
  text: [
    'text',
    'texts',
    'sentence',
    'sentences',
    'sentence1',
    'sentence2',
    'text1',
    'text2',
    'premise',
    'hypothesis',
    'passage',
    'document',
    'article',
    'paragraph',
    'source',
    'source_text',
    'src',
    'input_text',
    'prompt_text',
    'question_text',
    'query_text',
    'claim',
    'statement',
    'utterance',
    'dialogue',
    'dialog',
    'conversation',
    'transcript',
    'test_name',
    'test_case',
    'example',
    'audio',
    'audio_path',
    'video',
    'video_path',
  ],
};

/** Of the names of ids those that name a question, to which there may be several answers. */
export const questionNames: ReadonlySet<string> = new Set([
  'question_id',
  'qid',
  'task_id',
  'example_id',
  'problem_id',
  'query_id',
  'prompt_id',
]);

/** What was asked, apart from any template: the likeliest first. */
export const questionColumns: readonly string[] = [
  'question',
  'query',
  'user_input',
  'problem',
  'instruction',
  'input',
  'inputs',
  'text',
  'sentence',
  'question_text',
  'input_text',
  'source_text',
  'utterance',
];

/** The same in the words in which it was sent: beside a question a query is that. */
export const promptColumns: readonly string[] = [
  'prompt',
  'user_prompt',
  'full_prompt',
  'rendered_prompt',
  'query',
];

/** `inputs.question`, as tools flatten what they were given. */
export function isInput(name: string): boolean {
  return inputNames.has(name) || /^inputs?[._/]/.test(name);
}

const inputNames = new Set(names.input);

export function isCounter(name: string): boolean {
  return counterNames.has(name);
}

const counterNames = new Set(names.counter);

/** Where a row has no id and no question of the usual names: a text that it may be known by. */
export function isText(name: string): boolean {
  return textNames.has(name);
}

const textNames = new Set(names.text);

/** Columns that are scores by their name, so that they are judged without being asked for. */
export const scoreNames: readonly string[] = [
  'score',
  'correct',
  'is_correct',
  'acc',
  'acc_norm',
  'accuracy',
  'exact_match',
  'em',
  'f1',
  'pass',
  'passed',
  'success',
  'hit',
  'if_right',
  'true_false',
  'pass_rate',
  'pass@1',
  'resolved',
  'solved',
  'reward',
];

/** Columns with few values, by which results are looked at in parts. */
export const sliceColumns = [
  'task',
  'dataset',
  'language',
  'lang',
  'category',
  'subject',
  'split',
  'difficulty',
  'topic_difficulty',
  'question_type',
];
