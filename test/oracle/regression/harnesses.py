"""Lets evaluation harnesses write their own result files into a folder; prints what each says of its samples.

usage: harnesses.py NAME FOLDER, with one of the functions below as NAME
"""
import glob, json, os, sys

N = 12
RIGHT = [i % 4 != 0 for i in range(N)]


def inspect_ai(folder):
    from inspect_ai import Epochs, Task, eval as run
    from inspect_ai.dataset import MemoryDataset, Sample
    from inspect_ai.log import read_eval_log, write_eval_log
    from inspect_ai.model import ModelOutput
    from inspect_ai.scorer import Score, match, mean, scorer
    from inspect_ai.solver import solver
    from inspect_ai.util import LimitExceededError

    @solver
    def answer():
        async def solve(state, generate):
            if state.sample_id == 3:
                raise RuntimeError('the provider broke')
            if state.sample_id == 5:
                raise LimitExceededError(type='token', value=10, limit=5)
            text = 'yes' if RIGHT[state.sample_id] and state.epoch == 1 else 'no'
            state.output = ModelOutput.from_content('m', text, stop_reason='max_tokens' if state.sample_id == 6 else 'stop')
            return state
        return solve

    @scorer(metrics={'a': [mean()], 'b': [mean()]})
    def parts():
        async def score(state, target):
            return Score(value={'a': 1, 'b': 0.25})
        return score

    task = Task(dataset=MemoryDataset([Sample(id=i, input='q%d' % i, target='yes') for i in range(N)], name='own'),
                solver=[answer()], scorer=[match(), parts()], epochs=Epochs(2, 'mean'), fail_on_error=False, name='own')
    run(task, model='mockllm/model', log_dir=folder, display='none', temperature=0.5)
    log = glob.glob(folder + '/*.eval')[0]
    read = read_eval_log(log)
    write_eval_log(read, folder + '/log.json')
    os.rename(log, folder + '/log.eval')
    value = {'C': 1, 'I': 0}
    return [{'id': str(s.id) if s.epoch == 1 else '%s/epoch %d' % (s.id, s.epoch), 'error': s.error is not None, 'limit': s.limit is not None,
             'score': value[s.scores['match'].value] if s.scores else None} for s in read.samples]


def lm_eval(folder):
    from lm_eval import evaluator
    from lm_eval.api.model import LM
    from lm_eval.api.task import ConfigurableTask
    from lm_eval.loggers import EvaluationTracker

    class Own(LM):
        def generate_until(self, requests):
            return ['yes' if RIGHT[r.doc['i']] else 'no' for r in requests]

        def loglikelihood(self, requests):
            raise NotImplementedError

        def loglikelihood_rolling(self, requests):
            raise NotImplementedError

    with open(folder + '/data.jsonl', 'w') as out:
        out.writelines(json.dumps({'i': i, 'question': 'q%d' % i, 'answer': 'yes'}) + '\n' for i in range(N))
    task = ConfigurableTask(config=dict(
        task='own', dataset_path='json', dataset_kwargs={'data_files': {'test': folder + '/data.jsonl'}}, test_split='test', output_type='generate_until',
        doc_to_text='{{question}}', doc_to_target='answer', metric_list=[{'metric': 'exact_match', 'aggregation': 'mean', 'higher_is_better': True}],
        generation_kwargs={'until': ['\n'], 'temperature': 0.0}))
    results = evaluator.simple_evaluate(Own(), tasks=[task], bootstrap_iters=0, log_samples=True, verbosity='ERROR')
    tracker = EvaluationTracker(output_path=folder + '/out')
    tracker.save_results_aggregated(results=results, samples=results['samples'])
    tracker.save_results_samples('own', results['samples']['own'])
    for name in ('results', 'samples'):
        [path] = glob.glob(folder + '/out/**/%s_*' % name, recursive=True)
        os.rename(path, folder + '/' + os.path.basename(path))
    return {'total': results['results']['own']['exact_match,none'], 'samples': [{'id': 'own/%d' % s['doc_id'], 'score': s['exact_match']} for s in results['samples']['own']]}


def deepeval(folder):
    os.chdir(folder)
    from deepeval import evaluate
    from deepeval.evaluate.configs import AsyncConfig, CacheConfig, DisplayConfig
    from deepeval.metrics import BaseMetric
    from deepeval.test_case import LLMTestCase

    class Own(BaseMetric):
        threshold, async_mode, evaluation_model, include_reason = 0.5, False, None, False

        def measure(self, case, *args, **kwargs):
            self.score = 1.0 if case.actual_output == case.expected_output else 0.25
            self.success = self.score >= self.threshold
            return self.score

        async def a_measure(self, case, *args, **kwargs):
            return self.measure(case)

        def is_successful(self):
            return self.success

        @property
        def __name__(self):
            return 'Own'

    cases = [LLMTestCase(name='case %d' % i, input='q%d' % i, actual_output='yes' if RIGHT[i] else 'no', expected_output='yes') for i in range(N)]
    result = evaluate(cases, [Own()], async_config=AsyncConfig(run_async=False), display_config=DisplayConfig(show_indicator=False, print_results=False), cache_config=CacheConfig(write_cache=False))
    with open(folder + '/results.json', 'w') as out:
        out.write(result.model_dump_json())
    return [{'id': r.name, 'pass': r.success, 'score': r.metrics_data[0].score} for r in result.test_results]


def parquet(folder):
    import pyarrow as pa
    import pyarrow.parquet as pq
    rows = [{'doc': {'query': 'q%d' % i, 'task_name': 'own', 'id': str(i), 'choices': ['yes', 'no'], 'specific': None if i % 3 else {'a': [1, 2]}},
             'metric': {'em': float(RIGHT[i]), 'length': i}, 'model_response': {'text': ['yes'], 'input_tokens': [1, 2, 3]}} for i in range(N)]
    table = pa.Table.from_pylist(rows)
    for codec in ('none', 'snappy', 'gzip', 'zstd'):
        for version in ('1.0', '2.0'):
            for dictionary in (True, False):
                pq.write_table(table, '%s/%s-%s-%s.parquet' % (folder, codec, version, dictionary), compression=codec, data_page_version=version, use_dictionary=dictionary, row_group_size=5)
    delta = {'doc.query': 'DELTA_BYTE_ARRAY', 'doc.task_name': 'DELTA_LENGTH_BYTE_ARRAY', 'doc.id': 'DELTA_BYTE_ARRAY', 'metric.length': 'DELTA_BINARY_PACKED', 'metric.em': 'BYTE_STREAM_SPLIT'}
    pq.write_table(table, folder + '/delta.parquet', use_dictionary=False, column_encoding=delta)
    return [{'id': str(i), 'score': int(RIGHT[i]), 'length': i} for i in range(N)]


def evalplus(folder):
    tasks = [{'task_id': 'HumanEval/%d' % i, 'prompt': 'def f%d(x):\n' % i, 'entry_point': 'f%d' % i, 'contract': '', 'canonical_solution': '    return x + 1\n',
              'base_input': [[1], [2]], 'plus_input': [[3], [-7]], 'atol': 0, 'test': ''} for i in range(N)]
    bodies = lambda i: ['x + 1' if RIGHT[i] else 'x', 'abs(x) + 1']
    with open(folder + '/tasks.jsonl', 'w') as out:
        out.writelines(json.dumps(t) + '\n' for t in tasks)
    with open(folder + '/own.jsonl', 'w') as out:
        out.writelines(json.dumps({'task_id': t['task_id'], 'solution': '%s    return %s\n' % (t['prompt'], body)}) + '\n' for i, t in enumerate(tasks) for body in bodies(i))
    os.environ['HUMANEVAL_OVERRIDE_PATH'], os.environ['XDG_CACHE_HOME'] = folder + '/tasks.jsonl', folder
    from evalplus.evaluate import evaluate
    evaluate('humaneval', samples=folder + '/own.jsonl', parallel=1)
    return [{'base': RIGHT[i] or k == 1, 'plus': RIGHT[i] and k == 0} for i in range(N) for k in range(2)]


def ragas(folder):
    from ragas import EvaluationDataset, evaluate
    from ragas.metrics import ExactMatch
    rows = [{'user_input': 'q%d' % i, 'retrieved_contexts': ['c, "d"'], 'response': 'yes' if RIGHT[i] else 'no', 'reference': 'yes'} for i in range(N)]
    table = evaluate(EvaluationDataset.from_list(rows), metrics=[ExactMatch()], show_progress=False).to_pandas()
    table.to_csv(folder + '/own.csv')
    table.to_csv(folder + '/bare.csv', index=False)
    table.to_json(folder + '/own.jsonl', orient='records', lines=True)
    table.to_json(folder + '/own.json', orient='records')
    table.to_parquet(folder + '/own.parquet')
    return [{'score': int(ok)} for ok in RIGHT]


def lighteval(folder):
    from lighteval.logging.evaluation_tracker import EvaluationTracker
    from lighteval.metrics import apply_metric
    from lighteval.metrics.metrics import Metrics
    from lighteval.models.dummy.dummy_model import DummyModelConfig
    from lighteval.models.model_output import ModelResponse
    from lighteval.tasks.lighteval_task import LightevalTask, LightevalTaskConfig
    from lighteval.tasks.requests import Doc
    task = LightevalTask(LightevalTaskConfig(name='own', prompt_function=lambda line, name: None, hf_repo='own', hf_subset='default',
                                             metrics=[Metrics.exact_match], evaluation_splits=['test']))
    tracker, full = EvaluationTracker(output_dir=folder), 'own|0'
    tracker.general_config_logger.log_args_info(1, None, '0')
    tracker.general_config_logger.log_model_info(DummyModelConfig(model_name='own/model', generation_parameters={'temperature': 0.5}))
    tracker.task_config_logger.log({full: task})
    tracker.versions_logger.log(full, task.version)
    said = []
    for i in range(N):
        doc = Doc(query='q%d' % i, choices=['yes'], gold_index=0, id=str(i), task_name=full, specific={'k': i})
        response = ModelResponse(text=['yes' if RIGHT[i] else 'no'], input='q%d' % i, input_tokens=[1, i], output_tokens=[[2]])
        [metrics] = apply_metric([response], [doc], task.metrics)
        tracker.details_logger.log(full, doc, response, metrics)
        tracker.metrics_logger.log(full, metrics)
        said.append({'id': str(i), 'score': metrics['em']})
    tracker.details_logger.aggregate()
    tracker.metrics_logger.aggregate({full: task}, bootstrap_iters=100)
    tracker.save()
    for kind, name in (('results/**/*.json', 'results.json'), ('details/**/*.parquet', 'details.parquet')):
        [path] = glob.glob('%s/%s' % (folder, kind), recursive=True)
        os.rename(path, '%s/%s' % (folder, name))
    return {'samples': said, 'total': float(tracker.metrics_logger.metric_aggregated[full]['em'])}


def mteb(folder):
    from pathlib import Path
    import mteb
    from mteb.results import TaskResult
    scores = {'STS12': {'test': {'default': 0.5 + 1 / 7}}, 'STS22.v2': {'test': {'en': 0.75, 'de-en': 0.625}}}
    said = {}
    for name, splits in scores.items():
        task = mteb.get_task(name)
        filled = {split: {subset: {'main_score': score, 'cosine_spearman': score, 'pearson': 0.25} for subset, score in parts.items()} for split, parts in splits.items()}
        TaskResult.from_task_results(task, filled, evaluation_time=1.5).to_disk(Path(folder) / (name + '.json'))
        said.update({'.'.join([name, split] + [subset] * (subset != 'default')): round(score, 6) for split, parts in splits.items() for subset, score in parts.items()})
    return said


if __name__ == '__main__':
    name, folder = sys.argv[1:]
    stdout, sys.stdout = sys.stdout, sys.stderr
    result = globals()[name](os.path.abspath(folder))
    stdout.write('\n' + json.dumps(result))
