"""Manifests against Kubernetes' own schemas and KServe's: reads a list of texts, writes what is wrong with each.

With a second folder: writes those schemas there, by the names that kubeconform looks for.
"""
import glob
import json
import os
import sys

import jsonschema
import kubernetes_validate
import yaml

VERSION = "1.34"


def strict(node):
    """What a schema does not name is wrong, as with `kubectl apply --validate=strict`."""
    if isinstance(node, dict):
        known = isinstance(node.get("properties"), dict)
        if known and "additionalProperties" not in node and not node.get("x-kubernetes-preserve-unknown-fields"):
            node["additionalProperties"] = False
        for value in list(node.values()):
            strict(value)
    elif isinstance(node, list):
        for value in node:
            strict(value)


def definitions(folder):
    found = {}
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    for file in glob.glob(os.path.join(folder, "**", "serving.kserve.io_*inferenceservices.yaml"), recursive=True):
        with open(file) as text:
            definition = yaml.load(text, Loader=loader)
        for version in definition["spec"]["versions"]:
            schema = version["schema"]["openAPIV3Schema"]
            strict(schema)
            schema["properties"]["metadata"] = {"type": "object"}
            found[(definition["spec"]["names"]["kind"], version["name"])] = schema
    return found


def problem(document, crds):
    kind, version = document["kind"], document["apiVersion"].split("/")[-1]
    try:
        if (kind, version) in crds:
            jsonschema.Draft202012Validator(crds[(kind, version)]).validate(document)
        else:
            kubernetes_validate.validate(document, VERSION, strict=True)
    except (jsonschema.ValidationError, kubernetes_validate.ValidationError) as error:
        return str(getattr(error, "message", error))
    return None


def write(crds, folder):
    """The schemas of both as files that refer to each other by their names."""
    for (kind, version), schema in crds.items():
        with open(os.path.join(folder, f"{kind.lower()}-serving-{version}.json"), "w") as file:
            json.dump(schema, file)
    here = os.path.dirname(kubernetes_validate.__file__)
    for path in glob.glob(os.path.join(here, "kubernetes-json-schema", f"v{VERSION}.*-local-strict", "*.json")):
        with open(path) as given:
            schema = json.loads(given.read().replace('"/api/_definitions.json', '"_definitions.json'))
        # Its own address is on the web: with it, what it refers to would be looked for there.
        schema.pop("$id", None)
        with open(os.path.join(folder, os.path.basename(path)), "w") as file:
            json.dump(schema, file)


def main():
    crds = definitions(sys.argv[1])
    if len(sys.argv) > 2:
        return write(crds, sys.argv[2])
    answers = []
    for text in json.load(sys.stdin):
        problems = [problem(document, crds) for document in yaml.safe_load_all(text)]
        answers.append([one for one in problems if one is not None])
    json.dump({"kinds": sorted({kind for kind, _ in crds}), "answers": answers}, sys.stdout)


main()
