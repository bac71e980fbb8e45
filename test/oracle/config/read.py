"""Reads texts as PyYAML, OmegaConf or json do: a line of JSON in, a line of JSON out."""
import base64, datetime, json, math, sys
import yaml

try:
    import omegaconf
    if hasattr(omegaconf, "_utils") and hasattr(omegaconf._utils, "get_yaml_loader"):
        from omegaconf._utils import get_yaml_loader
    else:
        from omegaconf._yaml import get_yaml_loader
except ImportError:
    get_yaml_loader = None

def scalar(kind, value):
    return {"t": kind, "v": value}

def encode(value, seen=()):
    if id(value) in seen:
        return {"t": "recursive"}
    if isinstance(value, bool):
        return scalar("bool", value)
    if isinstance(value, int):
        return scalar("int", str(value))
    if isinstance(value, float):
        return scalar("float", "nan" if math.isnan(value) else "inf" if value == math.inf else "-inf" if value == -math.inf else value.hex())
    if value is None:
        return scalar("NoneType", None)
    if isinstance(value, str):
        return scalar("str", value)
    if isinstance(value, datetime.datetime):
        return scalar("datetime", value.isoformat())
    if isinstance(value, datetime.date):
        return scalar("date", value.isoformat())
    if isinstance(value, bytes):
        return scalar("bytes", base64.b64encode(value).decode())
    seen = seen + (id(value),)
    if isinstance(value, list):
        return {"t": "list", "v": [encode(item, seen) for item in value]}
    if isinstance(value, dict):
        return {"t": "dict", "v": [[encode(key, seen), encode(item, seen)] for key, item in value.items()]}
    return {"t": type(value).__name__}

def load(reader, text):
    if reader == "pyyaml":
        return yaml.load(text, Loader=yaml.SafeLoader)
    if reader == "omegaconf":
        return yaml.load(text, Loader=get_yaml_loader())
    return json.loads(text)

for line in sys.stdin:
    request = json.loads(line)
    try:
        answer = {"ok": encode(load(request["reader"], request["text"]))}
    except Exception as error:
        answer = {"error": type(error).__name__ + ": " + str(error).split("\n")[0][:200]}
    print(json.dumps(answer), flush=True)
