"""Runs Python configs, and reads TOML with tomllib: a line of JSON in, a line of JSON out."""
import base64, datetime, json, math, sys
try:
    import tomllib
except ImportError:
    tomllib = None

def encode(value, depth=0):
    if depth > 90:
        raise ValueError("too deep")
    if isinstance(value, bool):
        return {"t": "bool", "v": value}
    if isinstance(value, int):
        return {"t": "int", "v": str(value)}
    if isinstance(value, float):
        return {"t": "float", "v": "nan" if math.isnan(value) else "inf" if value == math.inf else "-inf" if value == -math.inf else value.hex()}
    if value is None:
        return {"t": "NoneType", "v": None}
    if isinstance(value, str):
        return {"t": "str", "v": value}
    if isinstance(value, bytes):
        return {"t": "bytes", "v": base64.b64encode(value).decode()}
    if isinstance(value, (datetime.datetime, datetime.date, datetime.time)):
        return {"t": type(value).__name__, "v": value.isoformat()}
    if isinstance(value, dict):
        return {"t": "dict", "v": [[encode(key), encode(item, depth + 1)] for key, item in value.items()]}
    if isinstance(value, (set, frozenset)):
        return {"t": "set", "v": sorted((encode(item) for item in value), key=json.dumps)}
    if isinstance(value, (list, tuple)):
        return {"t": type(value).__name__, "v": [encode(item, depth + 1) for item in value]}
    return {"t": "object"}

def load(kind, text):
    if kind == "toml":
        return encode(tomllib.loads(text))
    names = {}
    exec(compile(text, "config.py", "exec"), names)
    return encode({key: value for key, value in names.items() if not key.startswith("__")})

for line in sys.stdin:
    request = json.loads(line)
    try:
        answer = {"ok": load(request["kind"], request["text"])}
    except Exception as error:
        answer = {"error": type(error).__name__ + ": " + str(error)[:200]}
    print(json.dumps(answer), flush=True)
