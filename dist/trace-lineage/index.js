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
;// CONCATENATED MODULE: external "node:fs/promises"
const promises_namespaceObject = require("node:fs/promises");
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = require("node:os");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = require("node:path");
var external_node_path_default = /*#__PURE__*/__nccwpck_require__.n(external_node_path_namespaceObject);
;// CONCATENATED MODULE: ./build/src/kernel/clock.js
const systemClock = {
    now: Date.now,
    random: Math.random,
    pause: (milliseconds) => new Promise((resolve) => {
        setTimeout(resolve, milliseconds);
    }),
};

;// CONCATENATED MODULE: ./build/src/kernel/http-outcome.js

function succeeded(outcome) {
    return outcome.kind === 'answer' && outcome.status >= 200 && outcome.status < 300;
}
function isUnclear(outcome) {
    return outcome.kind === 'broken' || (outcome.kind === 'answer' && outcome.status >= 500);
}
function saidBy(outcome, secrets) {
    if (outcome.kind === 'unreachable')
        return `it could not be reached (${redact(outcome.reason, secrets)})`;
    if (outcome.kind === 'broken')
        return `the connection broke (${redact(outcome.reason, secrets)})`;
    const text = redact(outcome.text, secrets).replaceAll(/\s+/g, ' ').trim().slice(0, 200);
    return text === '' ? `it answered ${outcome.status}` : `it answered ${outcome.status} (${text})`;
}

;// CONCATENATED MODULE: ./build/src/kernel/retry.js

const second = 1000;
const longestBackoffMs = 20 * second;
function waitBeforeRetry(outcome, state) {
    if (state.attempt + 1 >= state.attempts || !mayRepeat(outcome, state.idempotent))
        return undefined;
    const wait = waitOf(outcome, state);
    return wait > state.longestMs ? undefined : wait;
}
function waitOf(outcome, { attempt, random }) {
    const asked = outcome.kind === 'answer' ? outcome.retryAfterMs : undefined;
    if (asked !== undefined)
        return asked + random * second;
    const most = Math.min(second * 2 ** attempt, longestBackoffMs);
    return most / 2 + (random * most) / 2;
}
function mayRepeat(outcome, idempotent) {
    if (outcome.kind === 'unreachable' || retry_status(outcome) === 429)
        return true;
    return idempotent && (isUnclear(outcome) || retry_status(outcome) === 408);
}
function retry_status(outcome) {
    return outcome.kind === 'answer' ? outcome.status : undefined;
}
function retryAfter(value, now) {
    if (typeof value !== 'string' || value === '')
        return undefined;
    const seconds = Number(value);
    const wait = Number.isFinite(seconds) ? seconds * second : Date.parse(value) - now;
    return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
async function repeated(send, retries, { random, pause }) {
    for (let attempt = 0;; attempt += 1) {
        const result = await send();
        const outcome = retries.outcomeOf(result, attempt);
        if (succeeded(outcome))
            return result;
        const { attempts, idempotent } = retries;
        const state = { attempt, attempts, idempotent, longestMs: retries.longestMs(), random: random() };
        const wait = waitBeforeRetry(outcome, state);
        if (wait === undefined)
            return result;
        retries.waiting(wait, result);
        await pause(wait);
    }
}

;// CONCATENATED MODULE: ./build/src/runner/http.js


const longestMs = 61_000;
function httpPort(log) {
    return {
        send: ({ attempts, idempotent, told, ...request }) => {
            const waiting = (wait, outcome) => log.info(`${told(outcome)}; again in ${Math.round(wait / 100) / 10} s`);
            const retries = { attempts, idempotent, outcomeOf: asItIs, longestMs: () => longestMs, waiting };
            return repeated(() => send(request), retries, systemClock);
        },
    };
}
const asItIs = (outcome) => outcome;
const mostBytes = 1024 * 1024;
async function send({ url, timeoutMs, ...request }) {
    try {
        const signal = AbortSignal.timeout(timeoutMs);
        const response = await fetch(url, { ...request, redirect: 'manual', signal });
        const retryAfterMs = retryAfter(response.headers.get('retry-after'), systemClock.now());
        const text = await textOf(response).catch(() => '');
        return {
            kind: 'answer',
            status: response.status,
            text,
            ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
        };
    }
    catch (error) {
        return failureOf(error, timeoutMs);
    }
}
async function textOf({ body }) {
    if (body === null)
        return '';
    const chunks = [];
    let bytes = 0;
    for await (const chunk of body) {
        chunks.push(chunk);
        bytes += chunk.length;
        if (bytes >= mostBytes)
            break;
    }
    return Buffer.concat(chunks).subarray(0, mostBytes).toString('utf8');
}
const beforeSending = /^(?:ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_\w+|\w*CERT\w*|UNABLE_TO_\w+)$/;
function failureOf(error, timeoutMs) {
    if (error instanceof DOMException && error.name === 'TimeoutError')
        return { kind: 'broken', reason: `no answer within ${timeoutMs / 1000} s` };
    if (error instanceof TypeError && error.cause === undefined)
        return { kind: 'unreachable', reason: 'the request cannot be sent as it is' };
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    const reason = code || (cause instanceof Error ? cause.message : String(cause));
    return { kind: beforeSending.test(code) || reason === 'bad port' ? 'unreachable' : 'broken', reason };
}

;// CONCATENATED MODULE: ./build/src/kernel/user-error.js
const brand = 'ModelGatesUserError';
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
function isUserError(error) {
    return error instanceof Error && error.name === brand;
}
function placeText(place) {
    return [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
}

;// CONCATENATED MODULE: ./build/src/runner/paths.js



async function workingFolder(workspace, folder) {
    const wanted = external_node_path_default().resolve(workspace, folder);
    const [root, found] = await Promise.all([(0,promises_namespaceObject.realpath)(workspace), (0,promises_namespaceObject.realpath)(wanted).catch(() => undefined)]);
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

;// CONCATENATED MODULE: ./build/package.json
const package_namespaceObject = {"rE":"0.1.0"};
;// CONCATENATED MODULE: ./build/src/kernel/product.js

const version = package_namespaceObject.rE;
const rulesUrl = 'https://github.com/model-gates/model-gates/blob/main/docs/rules.md';
const policySchemaUrl = 'https://raw.githubusercontent.com/model-gates/model-gates/main/schema/policy.schema.json';

;// CONCATENATED MODULE: ./build/src/runner/publish/output-texts.js
function outputTexts(facts) {
    return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, output_texts_textOf(fact)]));
}
function output_texts_textOf(fact) {
    if (typeof fact === 'string')
        return fact;
    return fact === undefined || fact === null ? '' : JSON.stringify(fact);
}

;// CONCATENATED MODULE: ./build/src/runner/ledger/lineage-ledger.js


async function connectGitHub({ apiUrl, repository }, token) {
    const { connect } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 325, 23));
    return connect({ token, apiUrl, repository, log: index_js_namespaceObject.actionLog });
}
async function gitLedger(environment, { cwd, remote, token }) {
    const { openLedger } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4, 23));
    const url = `${environment.serverUrl}/${environment.repository}`;
    return openLedger({ cwd, log: index_js_namespaceObject.actionLog, remote, url, ...(token === undefined ? {} : { token }) });
}
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

;// CONCATENATED MODULE: ./build/src/lineage/gate/commit-source.js
function gitCommitSource(repository, texts) {
    return {
        describe: async (sha) => {
            const { author, subject, parents } = await texts.commit(sha);
            const [parent] = parents;
            const files = parent === undefined ? [] : await repository.changedFiles(await repository.resolve(parent), sha);
            const number = pullNumber(subject);
            return {
                author,
                subject,
                files: files.map(({ status, path }) => ({ status, path })),
                ...(number === undefined ? {} : { pullRequest: { number } }),
            };
        },
    };
}
function pullNumber(subject) {
    const [, merged, squashed] = /^Merge pull request #(\d{1,9}) |\(#(\d{1,9})\)$/.exec(subject) ?? [];
    const number = Number(merged ?? squashed ?? 0);
    return number === 0 ? undefined : number;
}
function apiCommitSource(pulls, clone) {
    return {
        describe: async (sha) => {
            const pullRequest = await pulls.ofCommit(sha);
            const facts = await (clone === undefined ? pulls.commit(sha) : clone.describe(sha));
            return { ...facts, ...(pullRequest === undefined ? {} : { pullRequest }) };
        },
    };
}

;// CONCATENATED MODULE: ./build/src/actions/trace-lineage/commits.js




async function commitSources(environment, { cwd, token }) {
    const { lazily, orElse } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 955, 23));
    const closing = [];
    const close = async () => {
        await Promise.all(closing.map((one) => one()));
    };
    const clone = await cloneAt(cwd, token);
    const secret = token === undefined ? {} : { token };
    const git = lazily(async () => {
        if (clone !== undefined)
            return codeOf(clone, token);
        const url = `${environment.serverUrl}/${environment.repository}`;
        const { openScratch } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4, 23));
        const scratch = await openScratch(url, { log: index_js_namespaceObject.actionLog, ...secret });
        closing.push(scratch.close);
        return codeOf(scratch.repository, token);
    });
    if (token === undefined)
        return { ...git, close };
    const pulls = pullFacts(environment, token);
    const api = apiCode(environment, token, pulls);
    if (clone === undefined)
        return { ...orElse(git, api), commits: api.commits, close };
    return { ...orElse(git, api), commits: apiCommitSource(pulls, git.commits), close };
}
async function cloneAt(cwd, token) {
    const { openRepository } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4, 23));
    try {
        return await openRepository({ cwd, log: index_js_namespaceObject.actionLog, ...(token === undefined ? {} : { token }) });
    }
    catch (error) {
        if (isUserError(error))
            return undefined;
        throw error;
    }
}
async function codeOf(repository, token) {
    const [{ lineReader }, { codeOfClone }] = await Promise.all([Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4, 23)), Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 955, 23))]);
    const reader = await lineReader({ repository, log: index_js_namespaceObject.actionLog, ...(token === undefined ? {} : { token }) });
    return codeOfClone(repository, reader, await tools());
}
async function tools() {
    const { commands } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4, 23));
    return { log: index_js_namespaceObject.actionLog, commands, now: Date.now };
}
function apiCode(environment, token, pulls) {
    const github = () => connectGitHub(environment, token);
    return {
        commits: apiCommitSource(pulls, undefined),
        lines: { blame: async (request) => (await github()).lines.blame(request) },
        compare: async (before, after) => {
            const { compareCode } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 955, 23));
            return compareCode(await (await github()).changeSet(before, after), await tools());
        },
    };
}
function pullFacts(environment, token) {
    const github = () => connectGitHub(environment, token);
    return {
        ofCommit: async (sha) => {
            const found = await (await github()).commits.pullRequests(sha);
            const [pull] = [
                ...found.filter(({ mergeCommit, head }) => mergeCommit === sha || head.sha === sha),
                ...found,
            ];
            return pull === undefined ? undefined : { number: pull.number, title: pull.title, author: pull.author };
        },
        commit: async (sha) => {
            const { commits } = await github();
            const commit = await commits.get(sha);
            if (commit === undefined)
                return {};
            const files = (await commits.files(sha)).map(({ status, path }) => ({ status, path }));
            return { author: commit.author, subject: commit.message.split('\n', 1)[0] ?? '', files };
        },
    };
}

;// CONCATENATED MODULE: ./build/src/kernel/fields.js

const fields_text = (expects = 'text') => ({ expects, parse: (raw) => raw });
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
const list = {
    expects: 'a list, one item a line or separated by commas',
    parse: (raw) => raw
        .split(/\r?\n/)
        .flatMap((line) => line.split(/,(?![^{]*\})/))
        .map((item) => item.trim())
        .filter((item) => item !== ''),
};
const numbers = {
    expects: 'rising whole numbers, separated by commas',
    parse: (raw) => {
        const values = (list.parse(raw) ?? []).map((item) => /^\d{1,9}$/.test(item) ? Number(item) : Number.NaN);
        const rising = values.every((value, index) => value > (values[index - 1] ?? 0));
        return values.length > 0 && rising ? values : undefined;
    },
};
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
    return Object.fromEntries(values);
}
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

;// CONCATENATED MODULE: ./build/src/kernel/settings.js



function settings(table) {
    return table;
}
function inputs(table) {
    return table;
}
function defaultsOf(table) {
    const given = Object.entries(table).flatMap(([name, { default: value }]) => value === undefined ? [] : [[camelCase(name), value]]);
    return Object.fromEntries(given);
}
function section(table, limits = {}) {
    return {
        get schema() {
            return sectionSchema(table, limits);
        },
        read: (value) => ({ ...defaultsOf(table), ...readSection(table, value) }),
    };
}
function partialSection(table) {
    return {
        get schema() {
            return sectionSchema(table, {});
        },
    };
}
function readSection(table, value) {
    const entries = Object.entries(recordOf(value)).map(([key, item]) => {
        const setting = table[key];
        return [key, setting === undefined ? item : readAs(setting.kind, item)];
    });
    return keysInCamelCase(Object.fromEntries(entries));
}
function sectionSchema(table, limits) {
    const required = Object.entries(table).flatMap(([name, setting]) => (setting.required ? [name] : []));
    return {
        type: 'object',
        additionalProperties: false,
        ...(required.length === 0 ? {} : { required }),
        ...limits,
        properties: Object.fromEntries(Object.entries(table).map(([name, setting]) => [name, settingSchema(setting)])),
    };
}
function settingSchema(setting) {
    const { kind, description } = setting;
    return description === undefined
        ? kind.schema
        : { description: plainText(setting, description), ...kind.schema };
}
function fieldsOf(table) {
    const entries = Object.entries(table).flatMap(([name, item]) => isInput(item) ? [[name, settings_fieldOf(item)]] : []);
    return Object.fromEntries(entries);
}
function isInput(item) {
    return !('kind' in item) || item.input !== undefined;
}
function settings_inputDescription(item) {
    return ('kind' in item && typeof item.input === 'string' ? item.input : item.description) ?? '';
}
function settings_fieldOf(item) {
    const field = item.field ?? ('kind' in item ? item.kind.field : undefined);
    if (field === undefined)
        throw new Error(`no text can give ${item.description}`);
    return field;
}
function readInputs(table, get) {
    return withDefaults(table, readFields(fieldsOf(table), get));
}
function withDefaults(table, given) {
    const entries = Object.entries(given).map(([name, value]) => [table[name]?.as ?? camelCase(name), value]);
    return { ...defaultsOf(table), ...Object.fromEntries(entries) };
}
function camelCase(key) {
    return key.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
}
function keysInCamelCase(values) {
    return Object.fromEntries(Object.entries(values).map(([key, value]) => [camelCase(key), value]));
}

;// CONCATENATED MODULE: ./build/src/lineage/gate/line-range.js
const lineRange = {
    expects: 'a line, or a range such as 14-20',
    parse: (raw) => {
        const [, first, last] = /^([1-9]\d{0,8})(?:-([1-9]\d{0,8}))?$/.exec(raw) ?? [];
        if (first === undefined)
            return undefined;
        const range = [Number(first), Number(last ?? first)];
        return range[0] <= range[1] ? range : undefined;
    },
};

;// CONCATENATED MODULE: ./build/src/lineage/settings.js
const exportFormats = [
    'openlineage',
    'cdevents',
    'slsa-provenance',
    'test-result',
    'oci-labels',
    'model-card',
    'mlflow',
];

;// CONCATENATED MODULE: ./build/src/runner/shared-inputs.js



const policyInput = (description) => ({
    field: text('a path'),
    default: policyPath,
    description,
});
const folderInput = (more = '') => ({
    field: fields_text('a folder'),
    default: '.',
    description: `Folder of the checkout, relative to the workspace.${more}`,
});
const tokenInput = (description) => ({
    field: fields_text('a token'),
    preset: '${{ github.token }}',
    as: 'token',
    description,
});
const remoteInput = (description) => ({
    field: fields_text('the name of a remote'),
    default: 'origin',
    description,
});
const switchInput = (description) => ({ field: flag, default: false, description });
const settingInput = (setting) => ({
    field: fieldOf(setting),
    description: inputDescription(setting),
});

;// CONCATENATED MODULE: ./build/src/actions/trace-lineage/inputs.js





const traceInputs = inputs({
    id: {
        field: fields_text('an id'),
        description: '',
    },
    diff: {
        field: fields_text('an id'),
        description: '',
    },
    file: {
        field: fields_text('a path'),
        description: '',
    },
    line: { field: lineRange, description: '' },
    since: {
        field: fields_text('an id'),
        description: '',
    },
    reproduce: switchInput( ''),
    export: {
        field: choice(exportFormats),
        description: '',
    },
    mlflow: {
        field: fields_text('an address'),
        description: '',
    },
    model: {
        field: fields_text('a name'),
        description: '',
    },
    alias: {
        field: list,
        description: '',
    },
    remote: remoteInput( ''),
    'working-directory': folderInput( ''),
    'github-token': tokenInput( ''),
});

;// CONCATENATED MODULE: ./build/src/actions/trace-lineage/main.js













async function main(context) {
    const inputs = readInputs(traceInputs, context.input);
    const { environment } = context;
    const id = inputs.id ?? environment.event.headSha ?? environment.sha;
    if (id === undefined || id === '')
        throw new UserError('There is no id to trace.', { help: 'Give the input id.' });
    const target = await mlflowOf(inputs);
    const cwd = await workingFolder(environment.workspace, inputs.workingDirectory);
    const ledger = await openRunnerLedger(environment, { cwd, remote: inputs.remote, token: inputs.token });
    try {
        const sources = await commitSources(environment, { ...inputs, cwd });
        const ports = { ledger, now: Date.now, ...sources };
        const { traceOrDiff, withRegistration } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 955, 23));
        const report = await traceOrDiff({ ...inputs, id }, ports);
        const source = sourceOf(inputs.diff ?? id, environment);
        const exported = report.verdict === 'fail' ? '' : await exportChain(source, inputs, environment, ledger);
        const sending = { ...ports, ...httpPort(index_js_namespaceObject.actionLog) };
        const complete = target === undefined ? report : await withRegistration(report, { ...source, ...target }, sending);
        return { report: complete, outputs: { ...outputsOf(complete), exported }, channels: {} };
    }
    finally {
        await ledger.close();
    }
}
function sourceOf(id, { serverUrl, repository }) {
    return { id, serverUrl, repository, version: version };
}
async function exportChain(source, { export: format }, { temp }, ledger) {
    if (format === undefined)
        return '';
    const { exportTrace } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 955, 23));
    const file = external_node_path_default().join(temp || (0,external_node_os_namespaceObject.tmpdir)(), `lineage-${format}.json`);
    await (0,promises_namespaceObject.writeFile)(file, await exportTrace({ ...source, format }, { ledger, now: Date.now }));
    return file;
}
async function mlflowOf({ mlflow: address, model, alias: aliases = [] }) {
    if (address === undefined)
        return undefined;
    (0,index_js_namespaceObject.mask)(process.env['MLFLOW_TRACKING_TOKEN']);
    (0,index_js_namespaceObject.mask)(process.env['MLFLOW_TRACKING_PASSWORD']);
    const { mlflowTarget } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 955, 23));
    return mlflowTarget({ address, aliases, ...(model === undefined ? {} : { model }) }, process.env);
}
function outputsOf({ facts: { chain, mlflow } }) {
    const commit = chain.find(({ kind }) => kind === 'commit');
    return outputTexts({
        commit: commit?.id,
        author: commit?.author,
        'pr-number': commit?.pr_number,
        chain,
        'mlflow-version': mlflow?.version,
    });
}

;// CONCATENATED MODULE: ./build/src/actions/trace-lineage/index.js


void (0,index_js_namespaceObject.runAction)('trace-lineage', main);

module.exports = __webpack_exports__;
/******/ })()
;