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

/** `inputs.question`, as tools flatten what they were given. */
export function isInput(name: string): boolean {
  return inputNames.has(name) || /^inputs?[._/]/.test(name);
}

const inputNames = new Set(names.input);

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
