"""Runs generated programs with the library that they use: what each makes of a command line, or that it refuses it."""
import contextlib
import dataclasses
import enum
import importlib
import io
import json
import logging
import os
import sys
import types
import warnings

warnings.filterwarnings("ignore")
logging.disable(logging.CRITICAL)
os.environ.update(TERM="dumb", _TYPER_STANDARD_TRACEBACK="1", TRANSFORMERS_VERBOSITY="error")


def plain(value):
    if dataclasses.is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if hasattr(value, "model_dump"):
        return plain(value.model_dump())
    if isinstance(value, enum.Enum):
        return {"enum": [value.name, plain(value.value)]}
    if isinstance(value, dict):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        return str(value)
    return value if value is None or isinstance(value, (bool, int, float, str)) else str(value)


def run(number, text, argv):
    recorded = []
    module = types.ModuleType("__main__")
    module.record = lambda value: recorded.append(plain(vars(value) if type(value).__name__ == "Namespace" else value))
    sys.modules["__main__"] = module
    sys.argv = ["train.py", *argv]
    if "absl" in text:
        from absl import flags

        for name in list(flags.FLAGS):
            if name not in ABSL:
                delattr(flags.FLAGS, name)
        flags.FLAGS.unparse_flags()
    output = io.StringIO()
    error = ""
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
        try:
            exec(compile(text, "train.py", "exec"), module.__dict__)
        except SystemExit as end:
            error = "" if recorded and end.code in (None, 0) else f"exit {end.code}"
        except BaseException as problem:  # what a library raises is a refusal too
            error = f"{type(problem).__module__}.{type(problem).__name__}: {problem}"
    if recorded and not error:
        return {"ok": recorded[-1]}
    return {"error": (error + " " + output.getvalue()[-400:])[:600]}


def has(module):
    try:
        importlib.import_module(module)
        return True
    except ImportError:
        return False


ABSL = set()
if has("absl"):
    from absl import app, flags

    app.define_help_flags()
    ABSL = set(flags.FLAGS)
main = sys.modules["__main__"]
for number, line in enumerate(sys.stdin):
    program = json.loads(line)
    answer = run(number, program["text"], program["argv"])
    sys.modules["__main__"] = main
    print(json.dumps(answer))
