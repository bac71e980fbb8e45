/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 4:
/***/ ((module) => {

module.exports = require("../lib/git/index.js");

/***/ }),

/***/ 325:
/***/ ((module) => {

module.exports = require("../lib/github/index.js");

/***/ }),

/***/ 955:
/***/ ((module) => {

module.exports = require("../lib/lineage/index.js");

/***/ }),

/***/ 267:
/***/ ((module) => {

module.exports = require("../lib/regression/index.js");

/***/ }),

/***/ 598:
/***/ ((module) => {

module.exports = require("node:crypto");

/***/ }),

/***/ 455:
/***/ ((module) => {

module.exports = require("node:fs/promises");

/***/ })

/******/ 	});
/************************************************************************/
/******/ 	// The module cache
/******/ 	var __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __nccwpck_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		var cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		var module = __webpack_module_cache__[moduleId] = {
/******/ 			// no module.id needed
/******/ 			// no module.loaded needed
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		var threw = true;
/******/ 		try {
/******/ 			__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 			threw = false;
/******/ 		} finally {
/******/ 			if(threw) delete __webpack_module_cache__[moduleId];
/******/ 		}
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
/******/ 	/* webpack/runtime/compat get default export */
/******/ 	(() => {
/******/ 		// getDefaultExport function for compatibility with non-harmony modules
/******/ 		__nccwpck_require__.n = (module) => {
/******/ 			var getter = module && module.__esModule ?
/******/ 				() => (module['default']) :
/******/ 				() => (module);
/******/ 			__nccwpck_require__.d(getter, { a: getter });
/******/ 			return getter;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/create fake namespace object */
/******/ 	(() => {
/******/ 		var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 		var leafPrototypes;
/******/ 		// create a fake namespace object
/******/ 		// mode & 1: value is a module id, require it
/******/ 		// mode & 2: merge all properties of value into the ns
/******/ 		// mode & 4: return value when already ns object
/******/ 		// mode & 16: return value when it's Promise-like
/******/ 		// mode & 8|1: behave like require
/******/ 		__nccwpck_require__.t = function(value, mode) {
/******/ 			if(mode & 1) value = this(value);
/******/ 			if(mode & 8) return value;
/******/ 			if(typeof value === 'object' && value) {
/******/ 				if((mode & 4) && value.__esModule) return value;
/******/ 				if((mode & 16) && typeof value.then === 'function') return value;
/******/ 			}
/******/ 			var ns = Object.create(null);
/******/ 			__nccwpck_require__.r(ns);
/******/ 			var def = {};
/******/ 			leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 			for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 				Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 			}
/******/ 			def['default'] = () => (value);
/******/ 			__nccwpck_require__.d(ns, def);
/******/ 			return ns;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/define property getters */
/******/ 	(() => {
/******/ 		// define getter functions for harmony exports
/******/ 		__nccwpck_require__.d = (exports, definition) => {
/******/ 			for(var key in definition) {
/******/ 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 				}
/******/ 			}
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	(() => {
/******/ 		__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	(() => {
/******/ 		// define __esModule on exports
/******/ 		__nccwpck_require__.r = (exports) => {
/******/ 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 			}
/******/ 			Object.defineProperty(exports, '__esModule', { value: true });
/******/ 		};
/******/ 	})();
/******/ 	
/************************************************************************/
var __webpack_exports__ = {};

;// CONCATENATED MODULE: external "../lib/action/index.js"
const index_js_namespaceObject = require("../lib/action/index.js");
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(455);
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = require("node:os");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = require("node:path");
var external_node_path_default = /*#__PURE__*/__nccwpck_require__.n(external_node_path_namespaceObject);
;// CONCATENATED MODULE: ./build/src/kernel/user-error.js
const brand = 'ModelGatesUserError';
/**
 * Something the user or the environment must mend: says what is wrong, where, what was expected and got, and how to mend it.
 * Everything else that is thrown is a bug of ours.
 */
class UserError extends Error {
    name = brand;
    place;
    help;
    constructor(message, details = {}) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.place = details.place;
        this.help = details.help;
    }
}
/** By name, not by class: bundles loaded side by side each hold their own copy of the class. */
function isUserError(error) {
    return error instanceof Error && error.name === brand;
}
/** `file:line:column`, as far as known. */
function placeText(place) {
    return [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
}

;// CONCATENATED MODULE: ./build/src/kernel/system-error.js

/** What the system refuses and no program can help: no fault of ours. Node's own words follow, with the path. */
const refusals = new Map([
    ['ENOSPC', ['the disk is full', 'Free some space and run it again.']],
    ['EDQUOT', ['the disk quota is used up', 'Free some space and run it again.']],
    ['EROFS', ['the file system is read-only', 'Run it where files may be written.']],
    ['EACCES', ['access was refused', 'Run it as a user who may read and write there.']],
    ['EPERM', ['access was refused', 'Run it as a user who may read and write there.']],
    ['EMFILE', ['too many files are open', 'Raise the limit (`ulimit -n`), or run fewer commands at once.']],
    ['ENFILE', ['too many files are open', 'Run fewer commands at once.']],
    ['EIO', ['the disk failed', 'Check the disk, and run it again.']],
]);
/** Something is not there, in what Node calls so. */
const absences = new Map([
    [
        'mkdtemp',
        [
            'there is no folder for temporary files',
            'Make it, or let TMPDIR (in a job: RUNNER_TEMP) name one that is there.',
        ],
    ],
    ['uv_cwd', ['the folder in which this runs is gone', 'Change to a folder that is there.']],
]);
/** The error as a UserError, where the user or the environment must mend it; `undefined` for a bug of ours. */
function asUserError(error) {
    if (isUserError(error))
        return error;
    if (!(error instanceof Error) || !('code' in error))
        return undefined;
    const call = error.code === 'ENOENT' && 'syscall' in error ? String(error.syscall) : '';
    const [what, help] = absences.get(call) ?? refusals.get(String(error.code)) ?? [];
    if (what === undefined || help === undefined)
        return undefined;
    return new UserError(`${what} (${error.message})`, { help, cause: error });
}

;// CONCATENATED MODULE: ./build/src/report/error-report.js

/** The report of a gate that could not do its work: it fails, and says whether the user or we must mend it. */
function errorReport(gate, error) {
    const { rule, message, help, place } = describe(error);
    const finding = { rule, severity: 'error', message, help, ...place };
    return {
        schema: 1,
        gate,
        verdict: 'fail',
        title: `Could not judge: ${firstSentence(message)}`,
        findings: [finding],
        facts: {},
    };
}
function describe(error) {
    const told = asUserError(error);
    if (told !== undefined) {
        return {
            rule: 'runtime/cannot-run',
            message: told.message,
            help: told.help ?? 'Mend what is named here and run the step again.',
            place: told.place ?? {},
        };
    }
    return {
        rule: 'runtime/bug',
        message: `This is a fault of model-gates, not of your change: ${error instanceof Error ? error.message : String(error)}`,
        help: 'Please report it with the debug log (re-run the job with debug logging on).',
        place: {},
    };
}
function firstSentence(message) {
    const line = message.split('\n', 1)[0] ?? '';
    return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}

;// CONCATENATED MODULE: ./build/src/runner/paths.js



/** The folder of the checkout, which must lie in the workspace, links resolved. */
async function workingFolder(workspace, folder) {
    const wanted = external_node_path_default().resolve(workspace, folder);
    const [root, found] = await Promise.all([(0,promises_.realpath)(workspace), (0,promises_.realpath)(wanted).catch(() => undefined)]);
    if (found === undefined) {
        throw new UserError(`working-directory ${folder} does not exist in the workspace.`, {
            help: 'Check the repository out before this step, and give the folder relative to the workspace.',
        });
    }
    const relative = external_node_path_default().relative(root, found);
    if (relative === '' || (!relative.startsWith('..') && !external_node_path_default().isAbsolute(relative)))
        return found;
    throw new UserError(`working-directory ${folder} lies outside of the workspace.`, {
        help: 'Give a folder below the workspace.',
    });
}

;// CONCATENATED MODULE: ./build/src/actions/fact-text.js
/** A fact of a report as the text of an output: '' where it is not there, JSON for lists and objects. */
function factText(facts, ...path) {
    let found = facts;
    for (const key of path)
        found = typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined;
    if (typeof found === 'string')
        return found;
    return found === undefined || found === null ? '' : JSON.stringify(found);
}

;// CONCATENATED MODULE: ./build/src/actions/lineage-ledger.js


async function connectGitHub({ apiUrl, repository }, token) {
    const { connect } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 325, 23));
    return connect({ token, apiUrl, repository, log: index_js_namespaceObject.actionLog });
}
/** The ledger over git: of the clone's remote, or of this repository's address where there is no clone. */
async function gitLedger(environment, { cwd, remote, token }) {
    const { openLedger } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4, 23));
    const url = `${environment.serverUrl}/${environment.repository}`;
    return openLedger({ cwd, log: index_js_namespaceObject.actionLog, remote, url, ...(token === undefined ? {} : { token }) });
}
/** Writes over the API, which needs neither clone nor git; reads and compacts over git, and over the API where git cannot. */
async function openRunnerLedger(environment, place) {
    const git = await gitLedger(environment, place);
    const { token } = place;
    if (token === undefined)
        return git;
    const api = async () => (await connectGitHub(environment, token)).ledger;
    let reading = git;
    return {
        append: async (blobs) => (await api()).append(blobs),
        snapshot: async () => {
            try {
                return await reading.snapshot();
            }
            catch (error) {
                if (!isUserError(error) || reading !== git)
                    throw error;
                index_js_namespaceObject.actionLog.info(`Reading the ledger over the API: ${error.message}`);
                reading = await api();
                return reading.snapshot();
            }
        },
        compact: (folding) => reading.compact(folding),
        get batch() {
            return reading.batch;
        },
        close: git.close,
    };
}

;// CONCATENATED MODULE: ./build/src/actions/named-files.js

async function bytesOf(path, files) {
    const bytes = await files.read(path);
    if (bytes !== undefined)
        return bytes;
    throw new UserError(`${path} does not exist`, {
        place: { file: path },
        help: 'Give a path below working-directory.',
    });
}
async function textOf(path, files) {
    return Buffer.from(await bytesOf(path, files)).toString('utf8');
}
function parse(text, name) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new UserError(`${name} is not JSON: ${reason.slice(0, 200)}`, {
            help: 'See schema/lineage.schema.json.',
            cause,
        });
    }
}

;// CONCATENATED MODULE: ./build/src/actions/gate-reports.js


/** Throws a UserError for a file that cannot be read. */
async function readVerdicts(paths, files) {
    const { readFile } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 455, 23));
    const documents = await Promise.all(paths.map(async (path) => {
        // The output `report` of a gate is an absolute path in the runner's own folder.
        const absolute = /^(?:\/|[A-Za-z]:[\\/])/.test(path);
        const text = absolute
            ? await readFile(path, 'utf8').catch((cause) => unreadable(path, cause))
            : await textOf(path, await files());
        return parse(text, path);
    }));
    return documents.flatMap(verdictsIn);
}
function unreadable(path, cause) {
    throw new UserError(`${path} cannot be read`, { help: 'Give the output `report` of a gate.', cause });
}
function verdictsIn(report) {
    if (!isRecord(report))
        return [];
    const own = {
        gate: report['gate'],
        verdict: report['verdict'],
        ...(typeof report['title'] === 'string' ? { title: oneLine(report['title']) } : {}),
        ...exemptedBy(isRecord(report['exemption']) ? report['exemption'] : {}),
    };
    const inner = report['reports'];
    return [own, ...(Array.isArray(inner) ? inner.flatMap(verdictsIn) : [])];
}
/** Who, when, on which commit and why. A time that GitHub did not tell is left out. */
function exemptedBy({ by, at, sha, reason }) {
    return {
        ...(typeof by === 'string' ? { exempted_by: by } : {}),
        ...(typeof at === 'string' && at !== '' ? { exempted_at: at } : {}),
        ...(typeof sha === 'string' ? { exempted_sha: sha } : {}),
        ...(typeof reason === 'string' ? { reason: oneLine(reason) } : {}),
    };
}
/** A title may quote a pull request: what is invisible in it goes. */
function oneLine(text) {
    const shown = text
        .toWellFormed()
        .replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ')
        .trim();
    return shown === '' ? '-' : shown.slice(0, 900).trim();
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./build/src/actions/record-lineage/draft.js



/** What the inputs say: a list of records, or `undefined` where they say nothing. */
async function draftRecords(inputs, files, evaluated) {
    const given = [inputs.record, inputs.file, inputs.to].filter((one) => one !== undefined);
    if (given.length > 1)
        throw new UserError('record, file and to say the same in three ways', { help: 'Give one of them.' });
    if (inputs.record !== undefined)
        return parse(inputs.record, 'the input record');
    if (inputs.file !== undefined)
        return parse(await textOf(inputs.file, await files()), inputs.file);
    return inputs.to === undefined ? undefined : fromFields(inputs, files, evaluated);
}
async function fromFields(inputs, files, evaluated) {
    const { from = [], to = [], id, service, command, seed, configs = [], locks = [], reports = [] } = inputs;
    const read = configs.length + locks.length === 0
        ? []
        : [
            ...(await digests('config', configs, await files())),
            ...(await digests('lock', locks, await files())),
        ];
    const verdicts = reports.length === 0 ? [] : await readVerdicts(reports, files);
    return {
        ...(id === undefined ? {} : { id }),
        inputs: from,
        outputs: to.map((node) => service !== undefined && node.kind === 'serving' ? { ...node, service } : node),
        ...(command === undefined ? {} : { command }),
        ...(seed === undefined ? {} : { seed }),
        ...(read.length === 0 ? {} : { files: read }),
        ...(inputs.parameters === undefined ? {} : { parameters: Object.fromEntries(inputs.parameters) }),
        ...(inputs.metrics === undefined && evaluated === undefined
            ? {}
            : { metrics: { ...evaluated?.metrics, ...numbers(inputs.metrics ?? []) } }),
        ...(evaluated === undefined ? {} : { results: evaluated.results }),
        ...(verdicts.length === 0 ? {} : { verdicts }),
    };
}
/** What is no number stays a text, for the check of the record to name it. */
function numbers(pairs) {
    return Object.fromEntries(pairs.map(([name, value]) => [
        name,
        /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(value) ? Number(value) : value,
    ]));
}
async function digests(role, paths, files) {
    const { createHash } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 598, 23));
    return Promise.all(paths.map(async (path) => ({
        role,
        path,
        digest: `sha256:${createHash('sha256')
            .update(await bytesOf(path, files))
            .digest('hex')}`,
    })));
}

;// CONCATENATED MODULE: ./build/src/kernel/fields.js
/**
 * Fields: how one text from outside (an action's input, a command-line option) becomes a typed value.
 * Actions and CLI share them, so the same value is right or wrong in both, with the same words.
 */

const fields_text = (expects = 'text') => ({ expects, parse: (raw) => raw });
/** YAML 1.2's booleans, as the runner's own getBooleanInput reads them. */
const flag = {
    expects: 'true or false',
    parse: (raw) => /^(true|True|TRUE)$/.test(raw) ? true : /^(false|False|FALSE)$/.test(raw) ? false : undefined,
};
function choice(allowed) {
    return { expects: `one of ${allowed.join(', ')}`, parse: (raw) => allowed.find((item) => item === raw) };
}
function number(limits = {}) {
    const { min = -Infinity, max = Infinity } = limits;
    return {
        expects: `a number${rangeText(min, max)}`,
        parse: (raw) => /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(raw) ? within(Number(raw), min, max) : undefined,
    };
}
function integer(limits = {}) {
    const { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = limits;
    return {
        expects: `a whole number${rangeText(limits.min ?? -Infinity, limits.max ?? Infinity)}`,
        parse: (raw) => (/^[-+]?\d+$/.test(raw) ? within(Number(raw), min, max) : undefined),
    };
}
/** One item a line, or separated by commas where none is inside braces (`*.{yaml,yml}`). */
const list = {
    expects: 'a list, one item a line or separated by commas',
    parse: (raw) => raw
        .split(/\r?\n/)
        .flatMap((line) => line.split(/,(?![^{]*\})/))
        .map((item) => item.trim())
        .filter((item) => item !== ''),
};
/** Rising whole numbers: `500, 1000, 2000`. */
const fields_numbers = {
    expects: 'rising whole numbers, separated by commas',
    parse: (raw) => {
        const values = (list.parse(raw) ?? []).map((item) => /^\d{1,9}$/.test(item) ? Number(item) : Number.NaN);
        const rising = values.every((value, index) => value > (values[index - 1] ?? 0));
        return values.length > 0 && rising ? values : undefined;
    },
};
/** Every field read once; all bad values are told in one error. `get` gives '' for what is absent. */
function readFields(fields, get, label = (name) => `input ${name}`) {
    const values = [];
    const problems = [];
    for (const [name, field] of Object.entries(fields)) {
        const raw = get(name).trim();
        if (raw === '')
            continue;
        const value = field.parse(raw);
        if (value === undefined)
            problems.push(`${label(name)}: expected ${field.expects}, got ${quote(raw)}`);
        else
            values.push([name, value]);
    }
    if (problems.length > 0)
        throw new UserError(problems.join('; '), {
            help: 'Correct what is named here; leave it out to use the default.',
        });
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each value was parsed by the field of its name
    return Object.fromEntries(values);
}
/** Enough to recognise it by; never a whole secret pasted into the wrong input. */
function quote(raw) {
    return JSON.stringify(raw.length > 40 ? `${raw.slice(0, 40)}…` : raw);
}
function within(value, min, max) {
    return value >= min && value <= max ? value : undefined;
}
function rangeText(min, max) {
    if (min !== -Infinity && max !== Infinity)
        return ` from ${min} to ${max}`;
    if (min !== -Infinity)
        return ` of at least ${min}`;
    return max === Infinity ? '' : ` of at most ${max}`;
}

;// CONCATENATED MODULE: ./build/src/actions/record-lineage/inputs.js

/** One `name=value` a line. */
const pairs = {
    expects: 'one name=value a line',
    parse: (raw) => {
        const lines = raw
            .split(/\r?\n/)
            .map((line) => line.trim())
            .filter((line) => line !== '');
        const split = lines.map((line) => {
            const at = line.indexOf('=');
            return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
        });
        return split.some(([name], at) => name === '' || !(lines[at] ?? '').includes('=')) ? undefined : split;
    },
};
/** One artifact a line: `kind id`, and its digest behind it. */
const artifacts = {
    expects: 'one `kind id [digest]` a line, such as `image qwen3-vl:pr-89 sha256:…`',
    parse: (raw) => {
        const lines = raw
            .split(/\r?\n/)
            .map((line) => line.trim())
            .filter((line) => line !== '');
        const read = lines.map((line) => /^(\S+)\s+(\S+)(?:\s+(\S+:\S+))?$/.exec(line));
        return read.includes(null)
            ? undefined
            : read.map((match) => {
                const [, kind = '', id = '', digest] = match ?? [];
                return { kind, id, ...(digest === undefined ? {} : { digest }) };
            });
    },
};
const fields = {
    record: fields_text('JSON'),
    file: fields_text('a path'),
    from: artifacts,
    to: artifacts,
    id: fields_text('an id'),
    service: fields_text('a name'),
    command: fields_text('a command'),
    seed: integer({ min: 0 }),
    configs: list,
    locks: list,
    parameters: pairs,
    metrics: pairs,
    results: list,
    reports: list,
    compact: flag,
    remote: fields_text('the name of a remote'),
    'working-directory': fields_text('a folder'),
    'github-token': fields_text('a token'),
};
function readRecordInputs(context) {
    const values = readFields(fields, context.input);
    return {
        ...values,
        compact: values.compact ?? false,
        remote: values.remote ?? 'origin',
        workingDirectory: values['working-directory'] ?? '.',
        token: values['github-token'],
    };
}

;// CONCATENATED MODULE: ./build/src/actions/record-lineage/surroundings.js



/** What the run itself tells of a record: who, when, which branch, pull request and workflow run. */
async function surroundings(environment, token) {
    const { event, repository, serverUrl, runId, runAttempt, workflow } = environment;
    const attempt = Number(runAttempt ?? 0);
    const run = {
        ...(runId === undefined || runId === ''
            ? {}
            : { id: runId, url: `${serverUrl}/${repository}/actions/runs/${runId}` }),
        ...(attempt >= 1 ? { attempt } : {}),
        ...(workflow === undefined || workflow === '' ? {} : { workflow: workflow.slice(0, 200) }),
    };
    const ref = event.headRef ?? environment.ref;
    return {
        at: new Date().toISOString(),
        by: environment.actor || 'github-actions',
        defaults: {
            ...(ref === undefined || ref === '' ? {} : { git_ref: ref }),
            ...(await pullRequest(environment, token)),
            repository,
            run,
        },
    };
}
/** Of the event, or the one that was merged by this push. A record without it is better than none. */
async function pullRequest(environment, token) {
    const { event } = environment;
    if (event.pullRequest !== undefined)
        return { pr_number: event.pullRequest.number, author: event.pullRequest.author };
    const sha = event.headSha ?? environment.sha;
    if (token === undefined || sha === undefined || sha === '')
        return {};
    try {
        const found = await (await connectGitHub(environment, token)).commits.pullRequests(sha);
        const [pull] = [...found.filter(({ mergeCommit }) => mergeCommit === sha), ...found];
        return pull === undefined ? {} : { pr_number: pull.number, author: pull.author };
    }
    catch (error) {
        if (!isUserError(error))
            throw error;
        index_js_namespaceObject.actionLog.debug(`The pull request of ${sha} is not known: ${error.message}`);
        return {};
    }
}

;// CONCATENATED MODULE: ./build/src/actions/record-lineage/main.js












const gate = 'record-lineage';
async function main(context) {
    const inputs = readRecordInputs(context);
    const { environment } = context;
    const cwd = await workingFolder(environment.workspace, inputs.workingDirectory);
    const ledger = await openRunnerLedger(environment, { cwd, remote: inputs.remote, token: inputs.token });
    try {
        return await record(inputs, environment, ledger, cwd);
    }
    finally {
        await ledger.close();
    }
}
async function record(inputs, environment, ledger, cwd) {
    const evaluated = await evaluatedBefore(inputs, cwd);
    if (evaluated === 'nothing')
        return resultOf(notEvaluated());
    const value = await draftRecords(inputs, () => filesOf(cwd), evaluated);
    if (value === undefined && !inputs.compact)
        return resultOf(nothingToRecord());
    const { appendRecords, compactInbox, prepareRecords } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 955, 23));
    if (value === undefined)
        return resultOf(await compactInbox(ledger, { log: index_js_namespaceObject.actionLog }));
    const records = prepareRecords(value, await surroundings(environment, inputs.token));
    const prepared = withResults(records, evaluated);
    const written = await appendRecords(prepared, ledger).catch((error) => keepForReplay(error, prepared, environment));
    if ('replay' in written)
        return resultOf(written.report, written.replay);
    if (!inputs.compact || written.verdict === 'fail')
        return resultOf(written);
    const { findings, facts } = await compactInbox(ledger, { log: index_js_namespaceObject.actionLog });
    return resultOf({
        ...written,
        findings: [...written.findings, ...findings],
        facts: { ...facts, ...written.facts },
    });
}
/** What the files of the input `results` hold; `nothing` where the policy names none that are there. */
async function evaluatedBefore({ results, to }, cwd) {
    if (results === undefined || results.length === 0)
        return undefined;
    if (to?.some(({ kind }) => kind === 'evaluation') !== true)
        throw new UserError('results belong to an evaluation', {
            help: 'Give `from: commit <sha>` and `to: evaluation <id>` with them.',
        });
    const { resultsToRecord } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 267, 23));
    return (await resultsToRecord(await filesOf(cwd), results)) ?? 'nothing';
}
async function filesOf(cwd) {
    const { folderTree } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4, 23));
    return folderTree(cwd);
}
function notEvaluated() {
    const title = 'The policy names no evaluation results that are here, so there is nothing to record';
    return { schema: 1, gate, verdict: 'skipped', title, findings: [], facts: {} };
}
function withResults(prepared, evaluated) {
    if (evaluated === undefined)
        return prepared;
    return {
        ...prepared,
        findings: [...prepared.findings, ...evaluated.findings],
        results: evaluated.rows,
    };
}
function nothingToRecord() {
    const error = new UserError('There is nothing to record.', {
        help: 'Give `from` and `to`, or `record`, or `file`; or `compact: true`.',
    });
    return errorReport(gate, error);
}
/** What could not be written is kept: a later step uploads it as an artifact, and `model-gates record` writes it. */
async function keepForReplay(error, prepared, { temp }) {
    if (!isUserError(error))
        throw error;
    const { replayText, resultsFile } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 955, 23));
    const folder = temp || (0,external_node_os_namespaceObject.tmpdir)();
    const id = prepared.records[0]?.id ?? 'records';
    const name = `lineage-${id.replaceAll(/[^\w.-]/g, '_').slice(0, 80)}.json`;
    const rows = [...(prepared.results ?? [])].map(([sha256, bytes]) => [resultsFile(sha256), bytes]);
    for (const [file, content] of [[name, replayText(prepared.records)], ...rows])
        await (0,promises_.writeFile)(external_node_path_default().join(folder, file), content);
    const replay = [name, ...rows.map(([file]) => file)].map((file) => external_node_path_default().join(folder, file)).join('\n');
    const told = new UserError(`The record was not written: ${error.message}`, {
        help: `${error.help ?? ''} The record is kept in ${replay.replaceAll('\n', ', ')}: upload it as an artifact, and write it later with \`model-gates record ${name}\`.`.trim(),
        cause: error,
    });
    return { report: errorReport(gate, told), replay };
}
function resultOf(report, replay = '') {
    const outputs = {
        id: factText(report.facts, 'id'),
        created: factText(report.facts, 'created'),
        folded: factText(report.facts, 'folded'),
        replay,
    };
    return { report, outputs, channels: {} };
}

;// CONCATENATED MODULE: ./build/src/actions/record-lineage/index.js


void (0,index_js_namespaceObject.runAction)('record-lineage', main);

module.exports = __webpack_exports__;
/******/ })()
;