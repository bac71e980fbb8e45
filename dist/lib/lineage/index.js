/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 82:
/***/ ((module) => {

module.exports = require("../config/index.js");

/***/ }),

/***/ 271:
/***/ ((module) => {

module.exports = require("../dependencies/index.js");

/***/ }),

/***/ 891:
/***/ ((module) => {

module.exports = require("../regression/index.js");

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
// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  appendRecords: () => (/* reexport */ appendRecords),
  compactInbox: () => (/* reexport */ compactInbox),
  compareCode: () => (/* reexport */ compareCode),
  exportTrace: () => (/* reexport */ exportTrace),
  mergedValues: () => (/* reexport */ mergedValues),
  prepareRecords: () => (/* reexport */ prepareRecords),
  replayText: () => (/* reexport */ replayText),
  trace: () => (/* reexport */ trace),
  traceDiff: () => (/* reexport */ traceDiff)
});

;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = require("node:timers/promises");
;// CONCATENATED MODULE: ./build/src/lineage/fields.js
/** Readers of single values: each gives the value, or tells a problem and gives `undefined`. */
/** Collects what is wrong, at most twenty sentences. */
class Problems {
    list = [];
    add(path, message) {
        if (this.list.length < 20)
            this.list.push(`${path}: ${message}`);
        return undefined;
    }
}
/** Control, format, unassigned and private characters, lone surrogates, line and paragraph separators. */
const invisible = /[\p{C}\p{Zl}\p{Zp}]/u;
/** One line of visible text, normalised. Two texts that look the same by composed and decomposed letters are one. */
function line(most) {
    return (value, path, problems) => {
        if (typeof value !== 'string')
            return problems.add(path, `expected text, got ${kindOf(value)}`);
        if (value.length > 4 * most)
            return problems.add(path, tooLong(value, most));
        const text = value.normalize('NFC');
        if (text.trim() === '')
            return problems.add(path, 'is empty');
        if (text.length > most)
            return problems.add(path, tooLong(text, most));
        if (text !== text.trim())
            return problems.add(path, 'begins or ends with a space');
        return invisible.test(text)
            ? problems.add(path, `holds an invisible character (${codePoint(text)})`)
            : text;
    };
}
function tooLong(text, most) {
    return `has ${text.length} characters, at most ${most} are allowed`;
}
function codePoint(text) {
    const found = invisible.exec(text)?.[0].codePointAt(0) ?? 0;
    return `U+${found.toString(16).toUpperCase().padStart(4, '0')}`;
}
/** Text of several lines, for notes and commands. */
function prose(most) {
    return (value, path, problems) => {
        if (typeof value !== 'string')
            return problems.add(path, `expected text, got ${kindOf(value)}`);
        if (value.length > most)
            return problems.add(path, tooLong(value, most));
        const shown = value.replaceAll(/[\n\t]/g, ' ');
        return invisible.test(shown)
            ? problems.add(path, `holds an invisible character (${codePoint(shown)})`)
            : value.normalize('NFC');
    };
}
function matching(pattern, most, expected) {
    const text = line(most);
    return (value, path, problems) => {
        const read = text(value, path, problems);
        if (read === undefined || pattern.test(read))
            return read;
        return problems.add(path, `expected ${expected}, got ${JSON.stringify(read.slice(0, 80))}`);
    };
}
function oneOf(allowed) {
    return (value, path, problems) => allowed.find((item) => item === value) ??
        problems.add(path, `expected one of ${allowed.join(', ')}, got ${shortJson(value)}`);
}
const flag = (value, path, problems) => typeof value === 'boolean' ? value : problems.add(path, `expected true or false, got ${kindOf(value)}`);
function integer(least) {
    return (value, path, problems) => typeof value === 'number' && Number.isSafeInteger(value) && value >= least
        ? value
        : problems.add(path, `expected a whole number from ${least}, got ${shortJson(value)}`);
}
const finite = (value, path, problems) => typeof value === 'number' && Number.isFinite(value)
    ? value
    : problems.add(path, `expected a number, got ${kindOf(value)}`);
const scalar = (value, path, problems) => {
    if (typeof value === 'string')
        return prose(4000)(value, path, problems);
    if (typeof value === 'number')
        return finite(value, path, problems);
    if (typeof value === 'boolean' || value === null)
        return value;
    return problems.add(path, `expected text, a number, true, false or null, got ${kindOf(value)}`);
};
const dated = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;
/** ISO 8601 with its zone; given in UTC with milliseconds. */
const time = (value, path, problems) => {
    const at = typeof value === 'string' && dated.test(value) ? Date.parse(value) : Number.NaN;
    return Number.isNaN(at)
        ? problems.add(path, `expected a time such as 2026-11-22T15:04:05Z, got ${shortJson(value)}`)
        : new Date(at).toISOString();
};
function listOf(item, most, least = 0) {
    return (value, path, problems) => {
        if (!Array.isArray(value))
            return problems.add(path, `expected a list, got ${kindOf(value)}`);
        if (value.length > most || value.length < least)
            return problems.add(path, `has ${value.length} entries, expected ${least} to ${most}`);
        return value.flatMap((entry, at) => {
            const read = item(entry, `${path}[${at}]`, problems);
            return read === undefined ? [] : [read];
        });
    };
}
/** Name → value, in the order of the names. */
function mapOf(item, most) {
    const name = line(200);
    return (value, path, problems) => {
        if (!isRecord(value))
            return problems.add(path, `expected an object, got ${kindOf(value)}`);
        const entries = Object.entries(value);
        if (entries.length > most)
            return problems.add(path, `has ${entries.length} entries, at most ${most} are allowed`);
        const read = entries.flatMap(([key, entry]) => {
            const at = `${path}.${key.slice(0, 60)}`;
            const [known, found] = [name(key, at, problems), item(entry, at, problems)];
            return known === undefined || found === undefined ? [] : [[known, found]];
        });
        return Object.fromEntries(read.toSorted(([a], [b]) => (a < b ? -1 : Number(a > b))));
    };
}
/** The known fields in the order of the shape; a field that is not known is a problem, never dropped in silence. */
function fieldsOf({ required, optional }, value, path, problems) {
    if (!isRecord(value))
        return problems.add(path || 'the record', `expected an object, got ${kindOf(value)}`);
    const at = (key) => (path === '' ? key : `${path}.${key}`);
    for (const key of Object.keys(value))
        if (!Object.hasOwn(required, key) && !Object.hasOwn(optional, key))
            problems.add(at(key.slice(0, 60)), 'is not a field that a record has');
    const read = [];
    for (const [key, reader] of Object.entries({ ...required, ...optional })) {
        const given = Object.hasOwn(value, key) ? value[key] : undefined;
        if (given !== undefined)
            read.push([key, reader(given, at(key), problems)]);
        else if (Object.hasOwn(required, key))
            problems.add(at(key), 'is missing');
    }
    return Object.fromEntries(read.filter(([, found]) => found !== undefined));
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function kindOf(value) {
    if (value === null)
        return 'null';
    return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : typeof value;
}
function shortJson(value) {
    return (JSON.stringify(value) ?? typeof value).slice(0, 80);
}

;// CONCATENATED MODULE: ./build/src/lineage/model.js
/** What the ledger holds: records, each linking the artifacts that went into a step to those that came out of it. */
/** In the order in which they are made: what serves, and what a request was answered by, come last. */
const nodeKinds = [
    'commit',
    'verdict',
    'image',
    'job',
    'evaluation',
    'weights',
    'serving',
    'trace',
];
/** Most bytes of one record as JSON. */
const maxRecordBytes = 256 * 1024;

;// CONCATENATED MODULE: ./build/src/lineage/read.js


const sha = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const digest = matching(/^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[A-Za-z0-9=_-]{16,256}$/, 300, 'a digest such as sha256:… (the OCI grammar)');
/** Longest id of an artifact. */
const maxIdLength = 512;
const nodeShape = {
    required: { kind: oneOf(nodeKinds), id: line(maxIdLength) },
    optional: { digest, service: line(maxIdLength), external: flag },
};
const node = (value, path, problems) => {
    const read = fieldsOf(nodeShape, value, path, problems);
    if (read?.['kind'] === 'commit' && typeof read['id'] === 'string' && !sha.test(read['id']))
        return problems.add(`${path}.id`, 'a commit is named by its full SHA, in small letters');
    if (read?.['service'] !== undefined && read['kind'] !== 'serving')
        return problems.add(`${path}.service`, 'belongs to nodes of kind serving only');
    return read;
};
const shaped = (shape) => (value, path, problems) => fieldsOf(shape, value, path, problems);
const file = shaped({
    required: { role: oneOf(['config', 'lock', 'data', 'other']), path: line(1000), digest },
    optional: {},
});
const run = shaped({
    required: {},
    optional: { id: line(200), attempt: integer(1), url: line(1000), workflow: line(200) },
});
const verdict = shaped({
    required: { gate: line(100), verdict: oneOf(['pass', 'fail', 'inconclusive', 'exempt', 'skipped']) },
    optional: { title: line(1000), exempted_by: line(200), reason: line(1000) },
});
const one = (value, path, problems) => value === 1 ? 1 : problems.add(path, `expected 1, got ${JSON.stringify(value)?.slice(0, 40)}`);
const recordShape = {
    required: { schema: one, inputs: listOf(node, 100), outputs: listOf(node, 100, 1) },
    optional: {
        id: line(200),
        at: time,
        by: line(200),
        git_ref: line(1000),
        author: line(200),
        pr_number: integer(1),
        repository: line(1000),
        run,
        command: prose(20_000),
        seed: integer(0),
        files: listOf(file, 200),
        parameters: mapOf(scalar, 2000),
        dependencies: mapOf(line(200), 2000),
        metrics: mapOf(finite, 500),
        verdicts: listOf(verdict, 50),
        replaces: line(maxIdLength),
        corrects: line(200),
        note: prose(4000),
    },
};
/** What was written, checked and normalised: ids in NFC, times in UTC, names in order. Unknown fields are problems. */
function readDraft(value) {
    const problems = new Problems();
    // Schema 1 is the only one there is: who writes by hand may leave it out.
    const versioned = isObject(value) && !Object.hasOwn(value, 'schema') ? { schema: 1, ...value } : value;
    const read = fieldsOf(recordShape, versioned, '', problems);
    if (read === undefined || problems.list.length > 0)
        return { ok: false, problems: problems.list };
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each field was read by the reader of its name
    return { ok: true, draft: read };
}
/** A record from the bytes of the ledger; nothing may be missing in it. */
function readRecord(bytes) {
    if (bytes.length > maxRecordBytes)
        return { ok: false, problems: [`it has ${bytes.length} bytes, at most ${maxRecordBytes} are read`] };
    const value = parseJson(bytes);
    if (value === undefined)
        return { ok: false, problems: ['it is not JSON in UTF-8'] };
    const result = readDraft(value);
    if (!result.ok)
        return result;
    const { id, at, by } = result.draft;
    if (id === undefined || at === undefined || by === undefined)
        return { ok: false, problems: ['it lacks id, at or by'] };
    return { ok: true, record: { ...result.draft, id, at, by } };
}
/** Fills in who and when, and the id: given, or made from the content less the time, so that a repeated step records nothing new. */
function completeRecord(draft, surroundings, hashes) {
    const filled = { ...draft, at: draft.at ?? surroundings.at, by: draft.by ?? surroundings.by };
    return { ...filled, id: draft.id ?? contentId(filled, hashes) };
}
function contentId(record, { sha256 }) {
    return sha256(canonicalText({ ...record, at: undefined, id: undefined })).slice(0, 32);
}
/** The bytes that the ledger keeps. The same record gives the same text, whatever the order in which it was written. */
function recordText(record) {
    return `${canonicalText(record)}\n`;
}
/** Whether two records of one id say the same; when they were written is left aside. */
function sameRecord(a, b) {
    return canonicalText({ ...a, at: undefined }) === canonicalText({ ...b, at: undefined });
}
function canonicalText(value) {
    return JSON.stringify(value, (_key, found) => (isObject(found) ? sorted(found) : found));
}
function sorted(value) {
    return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : Number(a > b))));
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function parseJson(bytes) {
    try {
        return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/src/lineage/layout.js
/** Where the ledger keeps what: names of refs, folders and files, made from ids that may hold anything. */

const ledgerBranch = 'model-lineage';
/** The branch as the last compaction left it: tells whether somebody has rewritten the branch since. */
const headRef = 'refs/lineage/head';
const inboxPrefix = 'refs/lineage/inbox/';
/** What can be looked up: artifacts of each kind, and records that correct another. */
const indexKinds = [...nodeKinds, 'record'];
const longest = 100;
/**
 * An id as a name for a ref and a file on any system: small letters, digits, dots, dashes and underscores stand for themselves,
 * every other byte of its UTF-8 is `%xx`; what is too long is cut, and ends with `%-` and its digest.
 */
function encodeName(id, { sha256 }) {
    const encoded = Array.from(new TextEncoder().encode(id), (byte) => {
        const char = String.fromCharCode(byte);
        return /[a-z0-9._-]/.test(char) ? char : escaped(byte);
    })
        .join('')
        .replaceAll(/^[.-]|\.(?=\.|$|lock$)|(?<=\.)\./g, (char) => escaped(char.charCodeAt(0)));
    return encoded.length <= longest ? encoded : `${encoded.slice(0, 40)}%-${sha256(id).slice(0, 40)}`;
}
function escaped(byte) {
    return `%${byte.toString(16).padStart(2, '0')}`;
}
/** Two hexadecimal digits that spread the entries; of a commit its own, so that an abbreviation finds it. */
function shardOf(kind, id, { sha256 }) {
    return kind === 'commit' ? id.slice(0, 2) : sha256(id).slice(0, 2);
}
/** Name of a record's ref and file. */
function recordKey(id, hashes) {
    return encodeName(id, hashes);
}
function recordPath(id, hashes) {
    return `records/${hashes.sha256(id).slice(0, 2)}/${recordKey(id, hashes)}.json`;
}
/** Folder of the index in which an id is looked up, and how the names in it begin. */
function indexPlace(kind, id, hashes) {
    return { folder: `by/${kind}/${shardOf(kind, id, hashes)}`, prefix: `${encodeName(id, hashes)}@` };
}
/** Every name by which a node can be asked for: its id, its digest, the service that it is a version of. */
function namesOf({ id, digest, service }) {
    return [id, digest, service].filter((name) => name !== undefined);
}
/** What a record is found by. That of a request is not found by what answered it: a serving version answers any number of them. */
function entriesOf(record) {
    const ofRequest = record.outputs.every(({ kind }) => kind === 'trace');
    const nodes = [...(ofRequest ? [] : record.inputs), ...record.outputs].flatMap((node) => namesOf(node).map((name) => ({ kind: node.kind, name })));
    const more = [];
    if (record.corrects !== undefined)
        more.push({ kind: 'record', name: record.corrects });
    if (record.replaces !== undefined)
        more.push({ kind: 'serving', name: record.replaces });
    return unique([...nodes, ...more]);
}
function unique(entries) {
    return [...new Map(entries.map((entry) => [`${entry.kind} ${entry.name}`, entry])).values()];
}
/** Files of the branch that hold a record: its own, and one in each index. All of them are the same blob. */
function pathsOf(record, hashes) {
    const key = recordKey(record.id, hashes);
    const indexed = entriesOf(record).map(({ kind, name }) => {
        const { folder, prefix } = indexPlace(kind, name, hashes);
        return `${folder}/${prefix}${key}.json`;
    });
    return [recordPath(record.id, hashes), ...indexed];
}
/** Where a second record of an id is kept: nothing is lost, and readers tell of it. */
function conflictPath(id, blob, hashes) {
    return `conflicts/${recordKey(id, hashes)}@${blob}.json`;
}
function isNodeKind(text) {
    return nodeKinds.some((kind) => kind === text);
}

;// CONCATENATED MODULE: ./build/src/runtime/user-error.js
const brand = 'ModelGatesUserError';
/**
 * Something the user or the environment must mend: says what is wrong, where, what was expected and got, and how to mend it.
 * Everything else that is thrown is a bug of ours.
 */
class user_error_UserError extends Error {
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

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = require("node:crypto");
;// CONCATENATED MODULE: ./build/src/gates/lineage/hashes.js

const hashes = {
    sha1: (data) => (0,external_node_crypto_namespaceObject.createHash)('sha1').update(data).digest('hex'),
    sha256: (data) => (0,external_node_crypto_namespaceObject.createHash)('sha256').update(data).digest('hex'),
};

;// CONCATENATED MODULE: ./build/src/gates/lineage/compact.js
/** Folds the inbox into the branch: every record into its own file and into the indexes, in one push. */




const gate = 'record-lineage';
/** Records in one push: each is named twice on git's command line. */
const batch = 500;
/** Compactors that meet: the loser looks again. */
const maxTries = 12;
/** Empties the inbox as it is now. A broken record stays where it is and is told; nothing is lost when it is killed. */
async function compactInbox(ledger, { log, batchSize = batch }) {
    if (ledger.compact === undefined)
        throw new user_error_UserError('the ledger cannot be compacted over the API', {
            help: 'Run it in a job with a checkout.',
        });
    const findings = new Map();
    let folded = 0;
    for (let lost = 0; lost < maxTries;) {
        const snapshot = await ledger.snapshot();
        refuseRewritten(snapshot);
        const folding = await foldingOf(snapshot, batchSize, findings);
        if (folding.taken.size === 0)
            return reportOf(folded, [...findings.values()]);
        if (await ledger.compact(folding)) {
            folded += folding.taken.size;
            log.info(`${folding.taken.size} records went into the branch`);
        }
        else {
            lost += 1;
            await (0,promises_namespaceObject.setTimeout)(Math.random() * 100 * lost);
        }
    }
    throw new user_error_UserError(`others compacted the ledger ${maxTries} times in between`, {
        help: 'Run one compactor at a time (`concurrency:` in the workflow). Nothing is lost.',
    });
}
/** What is laid on a branch that lost records would hide the loss. */
function refuseRewritten({ tip, head }) {
    if (head === undefined || tip === head)
        return;
    throw new user_error_UserError(`model-lineage was rewritten: it is at ${tip?.slice(0, 8) ?? 'nothing'}, the last compaction left it at ${head.slice(0, 8)}`, {
        help: 'Put it back: git fetch origin refs/lineage/head && git push --force origin FETCH_HEAD:refs/heads/model-lineage. The inbox is untouched.',
    });
}
async function foldingOf(snapshot, batchSize, findings) {
    const waiting = [...snapshot.inbox];
    const contents = await snapshot.read(waiting.map(([, oid]) => oid));
    const records = waiting.flatMap(([key, oid]) => {
        const result = readRecord(contents.get(oid) ?? new Uint8Array());
        if (result.ok && recordKey(result.record.id, hashes) === key)
            return [{ key, oid, record: result.record }];
        const reason = result.ok
            ? `it holds the record ${result.record.id}`
            : result.problems.slice(0, 3).join('; ');
        findings.set(key, corrupt(key, reason));
        return [];
    });
    const taken = records.slice(0, batchSize);
    const files = new Map();
    const there = await existing(snapshot, taken);
    for (const { oid, record } of taken) {
        const before = there.get(record.id);
        const paths = before === undefined || before.same ? pathsOf(record, hashes) : [conflictPath(record.id, oid, hashes)];
        // What is there already keeps its bytes: only the time may differ.
        for (const path of paths)
            files.set(path, before?.same === true ? before.oid : oid);
    }
    return {
        tip: snapshot.tip,
        files,
        taken: new Map(taken.map(({ key, oid }) => [key, oid])),
        message: `Fold ${taken.length} lineage records`,
    };
}
/** Records of the branch with the same id: a writer that repeated itself after a compaction, or a second one. */
async function existing(snapshot, waiting) {
    const places = waiting.map(({ record }) => {
        const path = recordPath(record.id, hashes);
        const slash = path.lastIndexOf('/');
        return { record, folder: path.slice(0, slash), name: path.slice(slash + 1) };
    });
    const folders = await snapshot.list([...new Set(places.map(({ folder }) => folder))]);
    const met = places.flatMap(({ record, folder, name }) => {
        const oid = folders.get(folder)?.get(name);
        return oid === undefined ? [] : [{ record, oid }];
    });
    const contents = await snapshot.read(met.map(({ oid }) => oid));
    return new Map(met.map(({ record, oid }) => {
        const before = readRecord(contents.get(oid) ?? new Uint8Array());
        return [record.id, { oid, same: before.ok && sameRecord(before.record, record) }];
    }));
}
function corrupt(key, reason) {
    return {
        rule: 'lineage/corrupt-record',
        severity: 'warning',
        message: `refs/lineage/inbox/${key} was left in the inbox: ${reason}`,
        help: `Write the record anew, then: git push origin --delete refs/lineage/inbox/${key}`,
    };
}
function reportOf(folded, findings) {
    return {
        schema: 1,
        gate,
        verdict: 'pass',
        title: folded === 0 ? 'Nothing waits in the inbox' : `${folded} records folded into model-lineage`,
        findings,
        facts: { folded },
    };
}

;// CONCATENATED MODULE: ./build/src/config/settings.js
/** How the training code reads the file; see docs/dialects.md. */
const dialects = ['pyyaml', 'omegaconf', 'yaml-1.2'];
const configDefaults = {
    files: ['configs/**/*.{yaml,yml,json}', '**/config.json'],
    dialect: 'pyyaml',
    registry: '.github/model-registry.yml',
    strict: true,
    family: 'auto',
    rules: {},
    expressions: [],
    structural: 'allow',
};

;// CONCATENATED MODULE: ./build/src/dependencies/settings.js
const dependencyDefaults = {
    files: [],
    alsoWatch: [],
    classes: {},
    packages: {},
    allowFile: '.github/dependency-moves.txt',
    bots: [],
    botBranches: [],
    locks: [],
    pairs: [],
    ignorePairs: [],
    target: {
        sys_platform: 'linux',
        platform_system: 'Linux',
        os_name: 'posix',
        platform_machine: 'x86_64',
        implementation_name: 'cpython',
        platform_python_implementation: 'CPython',
    },
    environment: false,
};

;// CONCATENATED MODULE: ./build/src/regression/settings.js
const decisionModes = ['paired', 'strict', 'non-inferiority'];
const regressionDefaults = {
    candidate: [],
    baseline: [],
    metrics: [],
    mode: 'paired',
    tolerance: 0.5,
    margin: 2,
    unit: 'points',
    alpha: 0.05,
    onInconclusive: 'auto',
    seed: 1,
};

;// CONCATENATED MODULE: ./build/src/trunk/settings.js
const settings_nobody = { users: [], teams: [] };
/** Prompts and data may be Markdown too: only what stands where repositories keep their own pages counts. */
const settings_planDefaults = {
    harmless: [
        '*.md',
        'docs/**/*.md',
        'LICENSE*',
        '.gitignore',
        '.editorconfig',
        '.github/CODEOWNERS',
        '.github/*.md',
        '.github/ISSUE_TEMPLATE/**',
    ],
};
const settings_hotfixDefaults = {
    branches: ['hotfix/*'],
    releaseManagers: settings_nobody,
    requiredChecks: [],
    evaluation: 'skip',
    evaluateWithinHours: 24,
};
const settings_branchDefaults = {
    names: [],
    warnHours: 24,
    limitHours: 72,
    overLimit: 'fail',
    sync: 'merge',
};
const settings_sweepDefaults = {
    afterDays: 7,
    remindDays: 2,
    keepLabel: 'keep-branch',
    atMost: 20,
    protect: ['main', 'master', 'release/*', 'model-lineage'],
};

;// CONCATENATED MODULE: ./build/src/trunk/policy.js

/** The gates that judge a change, in the order in which reports show them. */
const gateNames = (/* unused pure expression or super */ null && (['validate-model-config', 'detect-dep-drift', 'regression-gate']));
const policyPath = '.github/model-gates.yml';
const emptyPolicy = {
    gates: {},
    config: {},
    dependencies: {},
    regression: {},
    versioning: {},
    plan: settings_planDefaults,
    exemptions: [],
    hotfix: settings_hotfixDefaults,
    branches: settings_branchDefaults,
    sweep: settings_sweepDefaults,
};
/** The policy of a document that `schema/policy.schema.json` accepts; `null` (an empty file) is the empty policy. */
function policyOf(value) {
    if (!policy_isRecord(value))
        return emptyPolicy;
    const trunk = value['trunk'];
    return {
        ...(typeof trunk === 'string' ? { trunk } : {}),
        gates: policy_isRecord(value['gates']) ? value['gates'] : {},
        config: settingsOf(value['config']),
        dependencies: settingsOf(value['dependencies']),
        regression: settingsOf(value['regression']),
        versioning: settingsOf(value['versioning']),
        plan: { ...planDefaults, ...settingsOf(value['plan']) },
        exemptions: Array.isArray(value['exemptions']) ? value['exemptions'].map(exemptionOf) : [],
        hotfix: hotfixOf(value['hotfix']),
        branches: { ...branchDefaults, ...settingsOf(value['branches']) },
        sweep: { ...sweepDefaults, ...settingsOf(value['sweep']) },
    };
}
/** Nobody may grant it, and it lifts nothing, where the file does not say who and what. */
function exemptionOf(value) {
    const { by, ...given } = settingsOf(value);
    return {
        label: '',
        gates: [],
        authorMay: false,
        reasonRequired: true,
        sticky: false,
        effect: 'lift',
        ...given,
        by: entitledOf(by),
    };
}
function hotfixOf(value) {
    const { releaseManagers, ...given } = settingsOf(value);
    return { ...hotfixDefaults, ...given, releaseManagers: entitledOf(releaseManagers) };
}
function entitledOf(value) {
    return { ...nobody, ...settingsOf(value) };
}
/** Section keys are kebab-case in the file and camelCase in code; the schema has checked names and types. */
function settingsOf(section) {
    if (!policy_isRecord(section))
        return {};
    const entries = Object.entries(section).map(([key, value]) => [camelCase(key), value]);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the schema has accepted it
    return Object.fromEntries(entries);
}
/** `on-inconclusive` → `onInconclusive`. */
function camelCase(key) {
    return key.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
}
function policy_isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./build/src/runtime/fields.js
/**
 * Fields: how one text from outside (an action's input, a command-line option) becomes a typed value.
 * Actions and CLI share them, so the same value is right or wrong in both, with the same words.
 */

const fields_text = (expects = 'text') => ({ expects, parse: (raw) => raw });
/** YAML 1.2's booleans, as the runner's own getBooleanInput reads them. */
const fields_flag = {
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
function fields_integer(limits = {}) {
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
const numbers = {
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

;// CONCATENATED MODULE: ./build/src/gates/fields.js
/** The settings a person may give to each gate: as an action's inputs and as options of the CLI, with the policy's own names. */



const configFields = {
    files: list,
    dialect: choice(dialects),
    registry: fields_text('a path'),
    schema: fields_text('a path'),
    strict: fields_flag,
    family: fields_text('a family, auto or none'),
    checkpoint: fields_text('a path'),
    'expect-parameters': fields_text('a number of parameters'),
};
const dependencyFields = {
    files: list,
    watch: list,
    'also-watch': list,
    'allow-file': fields_text('a path'),
    environment: fields_flag,
    python: fields_text('a path'),
    snapshot: fields_text('a path'),
};
const regressionFields = {
    candidate: list,
    baseline: list,
    anchor: fields_text('a path or ref:path'),
    metrics: list,
    mode: choice(decisionModes),
    tolerance: number({ min: 0 }),
    margin: number({ min: 0 }),
    unit: choice(['points', 'percent']),
    alpha: number({ min: 0.000_001, max: 0.5 }),
    'on-inconclusive': choice(['auto', 'fail', 'warn', 'pass']),
    seed: fields_integer({ min: 0 }),
    looks: numbers,
    evaluate: fields_text('a command'),
    pool: fields_text('a path'),
    'time-budget': number({ min: 0 }),
};

;// CONCATENATED MODULE: ./build/src/gates/definitions.js





const configGate = {
    name: 'validate-model-config',
    fields: configFields,
    defaults: configDefaults,
    section: (policy) => policy.config,
    load: async () => (await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 82, 23))).judgeConfig,
};
const dependencyGate = {
    name: 'detect-dep-drift',
    fields: dependencyFields,
    defaults: dependencyDefaults,
    section: (policy) => policy.dependencies,
    fromEvent: intentOf,
    load: async () => (await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 271, 23))).judgeDependencies,
};
const regressionGate = {
    name: 'regression-gate',
    fields: regressionFields,
    defaults: regressionDefaults,
    section: (policy) => policy.regression,
    load: async () => (await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 891, 23))).judgeRegression,
};
/** Who moves packages, for the bots of the policy. A fork may call its branch as it likes: there the name says nothing. */
function intentOf({ pullRequest, headRef }) {
    if (pullRequest === undefined)
        return {};
    const branch = headRef === undefined || pullRequest.fork ? {} : { headBranch: headRef };
    return { author: pullRequest.author, ...branch };
}
/** Runs one gate with the settings that hold; an input that the policy overrules is told. */
async function runGate(gate, given, policy, ports) {
    const section = gate.section(policy);
    const values = Object.fromEntries(Object.entries(given.values).map(([name, value]) => [camelCase(name), value]));
    const told = given.event === undefined ? {} : (gate.fromEvent?.(given.event) ?? {});
    const judge = await gate.load();
    if (given.over === 'policy')
        return judge({ ...gate.defaults, ...section, ...values, ...told }, ports);
    for (const name of overruled(values, section)) {
        ports.log.info(`${gate.name}: ${name} is set by the policy; the value given here is not used.`);
    }
    return judge({ ...gate.defaults, ...values, ...section, ...told }, ports);
}
function overruled(values, section) {
    const decided = new Map(Object.entries(section));
    return Object.keys(values).filter((name) => decided.has(name) && !sameValue(decided.get(name), values[name]));
}
function sameValue(a, b) {
    return JSON.stringify(a) === JSON.stringify(b);
}

;// CONCATENATED MODULE: ./build/src/gates/lineage/compare.js

/** `ports.change` is the way from the one commit to the other. */
async function compareCode(policy, ports) {
    const nothingGiven = { values: {}, over: 'defaults' };
    const [configs, packages, commits] = await Promise.all([
        runGate(configGate, nothingGiven, policy, ports),
        runGate(dependencyGate, nothingGiven, policy, ports),
        ports.change.commits(),
    ]);
    const changes = [...(configs.sections ?? []), ...(packages.sections ?? [])];
    return {
        commits,
        moves: packages.facts['moves'] ?? [],
        configs: configs.facts['files'] ?? [],
        sections: changes.filter(({ kind }) => kind === 'table'),
    };
}

;// CONCATENATED MODULE: ./build/src/report/group.js
/** Items by a key, both in the order in which they come; `Map.groupBy` is not in Node 20, on which the command line runs too. */
function groupBy(items, keyOf) {
    const groups = new Map();
    for (const item of items) {
        const key = keyOf(item);
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [item]);
        else
            group.push(item);
    }
    return groups;
}

;// CONCATENATED MODULE: ./build/src/lineage/difference.js
/** What changed between two chains, as far as their records tell. */

function differenceOf(before, after) {
    const [a, b] = [recordsOf(before), recordsOf(after)];
    return {
        artifacts: artifactMoves(before, after),
        parameters: moves(merged(a, 'parameters'), merged(b, 'parameters')),
        dependencies: moves(merged(a, 'dependencies'), merged(b, 'dependencies')),
        metrics: moves(merged(a, 'metrics'), merged(b, 'metrics')),
        files: moves(digests(a), digests(b)),
    };
}
/** Every record of the walk, the oldest first. */
function recordsOf({ steps }) {
    const all = steps.flatMap(({ records, mentions }) => [
        ...records,
        ...mentions.filter(({ outputs }) => outputs.every(({ kind }) => kind === 'evaluation')),
    ]);
    return [...new Map(all.map((record) => [record.id, record])).values()].toSorted((a, b) => a.at < b.at ? -1 : 1);
}
function merged(records, key) {
    return new Map(records.flatMap((record) => Object.entries(record[key] ?? {})));
}
function digests(records) {
    return new Map(records.flatMap(({ files = [] }) => files.map(({ role, path, digest }) => [`${role} ${path}`, digest])));
}
function moves(before, after) {
    const names = [...new Set([...before.keys(), ...after.keys()])].toSorted();
    return names.flatMap((name) => {
        const [old, now] = [before.get(name), after.get(name)];
        if (old === now)
            return [];
        return [
            { name, ...(old === undefined ? {} : { before: old }), ...(now === undefined ? {} : { after: now }) },
        ];
    });
}
function artifactMoves(before, after) {
    const [a, b] = [namesByKind(before), namesByKind(after)];
    return moves(a, b);
}
function namesByKind({ steps }) {
    const groups = groupBy(steps, ({ node }) => node.kind);
    return new Map([...groups].map(([kind, group]) => [
        kind,
        group
            .map(({ node }) => (node.digest === undefined ? node.id : `${node.id}@${node.digest}`))
            .toSorted()
            .join(', '),
    ]));
}
/** The commit that a chain leads to, where it is one. */
function rootCommit(chain) {
    const commits = chain.filter(({ kind }) => kind === 'commit');
    return commits.length === 1 ? commits[0]?.id : undefined;
}

;// CONCATENATED MODULE: ./build/src/lineage/walk.js
/** From one artifact up to what it was made of, or down to what was made of it, level by level. */

/** Most artifacts in one walk. */
const maxNodes = 2000;
/** Identity of an artifact: its content where that is known, else its id. */
function nodeKey({ kind, id, digest }) {
    return `${kind} ${digest ?? id}`;
}
/** Same content; or the same id, where one of them does not tell the content. */
function sameNode(a, b) {
    if (a.kind !== b.kind)
        return false;
    if (a.digest !== undefined && b.digest !== undefined)
        return a.digest === b.digest;
    return a.id === b.id;
}
/** What lies on each path from the start nodes. It ends: each artifact is looked at once. */
async function walk(start, direction, lookup) {
    const found = { steps: new Map(), edges: new Map(), missing: [], ambiguous: [] };
    let level = start.map((node) => ({ node, depth: 0 }));
    while (level.length > 0 && found.steps.size < maxNodes) {
        const fresh = unseen(level, found).slice(0, maxNodes - found.steps.size);
        const mentions = await lookup(fresh.map(({ node }) => node));
        level = fresh.flatMap((waiting, at) => visit(waiting, mentions[at] ?? [], direction, found));
    }
    const { steps, edges, missing, ambiguous } = found;
    return {
        steps: [...steps.values()],
        edges: [...edges.values()],
        missing,
        ambiguous,
        cut: level.length > 0,
    };
}
function unseen(level, { steps }) {
    const byKey = new Map(level.map((waiting) => [nodeKey(waiting.node), waiting]));
    return [...byKey].flatMap(([key, waiting]) => (steps.has(key) ? [] : [waiting]));
}
function visit(waiting, mentions, direction, found) {
    const side = direction === 'up' ? 'outputs' : 'inputs';
    const touching = mentions.filter((record) => record[side].some((node) => sameNode(node, waiting.node)));
    const { node, records } = direction === 'up' ? settle(waiting, touching, found) : { node: waiting.node, records: touching };
    const key = nodeKey(node);
    // The walk met the same content under another name before.
    if (found.steps.has(key))
        return [];
    found.steps.set(key, { node, depth: waiting.depth, records, mentions });
    if (nodeKey(waiting.node) !== key)
        rename(found.edges, nodeKey(waiting.node), key);
    const next = records.flatMap((record) => record[direction === 'up' ? 'inputs' : 'outputs'].map((other) => ({
        node: other,
        depth: waiting.depth + 1,
        at: record.at,
    })));
    const others = next.filter((one) => nodeKey(one.node) !== key);
    for (const { node: other } of others) {
        const edge = direction === 'up' ? { from: nodeKey(other), to: key } : { from: key, to: nodeKey(other) };
        found.edges.set(`${edge.from}\n${edge.to}`, edge);
    }
    if (direction === 'up' && others.length === 0)
        noteMissing(node, found);
    return others;
}
function rename(edges, before, after) {
    for (const [name, { from, to }] of edges)
        if (from === before || to === before)
            edges.set(name, { from: from === before ? after : from, to: to === before ? after : to });
}
/** Which content an id without a digest meant, and which records made that. */
function settle({ node, at }, makers, { ambiguous }) {
    const outputs = makers.map((record) => ({
        record,
        node: record.outputs.find((one) => sameNode(one, node)) ?? node,
    }));
    const digests = new Set(outputs.flatMap(({ node: { digest } }) => (digest === undefined ? [] : [digest])));
    if (node.digest === undefined && digests.size > 1) {
        const newest = outputs
            .toSorted((a, b) => later(b.record, a.record))
            .filter((one) => one.node.digest !== undefined);
        const chosen = newest.find(({ record }) => at === undefined || record.at <= at) ?? newest[0];
        const followed = chosen?.node.digest ?? '';
        ambiguous.push({ node, candidates: [...digests], followed });
        const records = outputs.filter((one) => one.node.digest === followed).map(({ record }) => record);
        return { node: { ...node, ...chosen?.node, id: node.id }, records };
    }
    const told = outputs.find((one) => one.node.digest !== undefined)?.node;
    const settled = { ...told, ...node, ...(told?.digest === undefined ? {} : { digest: told.digest }) };
    noteConflict(settled, makers, ambiguous);
    return { node: settled, records: makers };
}
function later(a, b) {
    return a.at < b.at ? -1 : Number(a.at > b.at) || (a.id < b.id ? -1 : 1);
}
/** Two records that made the same thing of different commits, jobs or weights. */
function noteConflict(node, makers, ambiguous) {
    const seen = new Map();
    for (const record of makers) {
        for (const [kind, inputs] of groupBy(record.inputs, (input) => input.kind)) {
            const names = inputs.map((input) => `${kind} ${input.id}`).toSorted();
            seen.set(kind, (seen.get(kind) ?? new Set()).add(names.join(' and ')));
        }
    }
    for (const candidates of seen.values())
        if (candidates.size > 1)
            ambiguous.push({ node, candidates: [...candidates].toSorted() });
}
const makers = {
    trace: 'serving',
    serving: 'weights',
    weights: 'job',
    job: 'commit',
    image: 'commit',
    evaluation: 'weights',
    verdict: 'commit',
};
function noteMissing(node, { missing }) {
    const expected = makers[node.kind];
    if (expected !== undefined && node.external !== true)
        missing.push({ node, expected });
}
/** Steps in an order in which each stands before what it was made of (up), or what was made of it (down). */
function inOrder({ steps, edges }, direction) {
    const byKey = new Map(steps.map((step) => [nodeKey(step.node), step]));
    const after = new Map();
    const waitingFor = new Map([...byKey.keys()].map((key) => [key, 0]));
    for (const { from, to } of edges) {
        const [first, second] = direction === 'up' ? [to, from] : [from, to];
        if (!byKey.has(first) || !byKey.has(second))
            continue;
        after.set(first, [...(after.get(first) ?? []), second]);
        waitingFor.set(second, (waitingFor.get(second) ?? 0) + 1);
    }
    const ordered = [];
    const left = new Set(byKey.keys());
    while (left.size > 0) {
        const ready = [...left].filter((key) => waitingFor.get(key) === 0);
        // A circle of records that contradict each other: taken as it comes.
        const taken = ready.length > 0 ? ready : [...left].slice(0, 1);
        for (const key of taken) {
            left.delete(key);
            const step = byKey.get(key);
            if (step !== undefined)
                ordered.push(step);
            for (const next of after.get(key) ?? [])
                waitingFor.set(next, (waitingFor.get(next) ?? 0) - 1);
        }
    }
    return ordered;
}

;// CONCATENATED MODULE: ./build/src/lineage/findings.js

/** `weights qwen3-vl-sft`, with the digest's beginning where it moves. */
function nodeText({ kind, id, digest }) {
    const name = kind === 'commit' ? id.slice(0, 8) : id;
    return digest === undefined ? `${kind} ${name}` : `${kind} ${name} (${shortDigest(digest)})`;
}
function shortDigest(digest) {
    const colon = digest.indexOf(':');
    return `${digest.slice(0, colon + 1)}${digest.slice(colon + 1, colon + 13)}`;
}
/** Everything in a walk that a reader must not overlook. */
function walkFindings(walk, now) {
    return [
        ...walk.missing.map(missingLink),
        ...walk.ambiguous.map(ambiguousLink),
        ...clockSkew(walk.steps, now),
        ...commitMismatch(walk.steps),
    ];
}
function missingLink({ node, expected }) {
    return {
        rule: 'lineage/missing-link',
        severity: 'warning',
        message: `no record says which ${expected} ${nodeText(node)} came from`,
        help: `Record it where it is made: inputs [${expected}], outputs [${node.kind}].`,
    };
}
function ambiguousLink({ node, candidates, followed }) {
    const shown = candidates.slice(0, 10).join('; ');
    const choice = followed === undefined ? 'all were followed' : `${shortDigest(followed)} was followed`;
    return {
        rule: 'lineage/ambiguous-link',
        severity: 'warning',
        message: `${nodeText(node)} has ${candidates.length} possible origins (${shown}); ${choice}`,
        help: 'Record the digest with every id that moves.',
    };
}
const tolerance = 5 * 60_000;
function clockSkew(steps, now) {
    const records = [
        ...new Map(steps.flatMap(({ records: all }) => all).map((record) => [record.id, record])).values(),
    ];
    const future = records.filter(({ at }) => Date.parse(at) > Date.parse(now) + tolerance);
    const made = new Map();
    for (const record of records)
        for (const node of record.outputs)
            made.set(nodeKey(node), record);
    const reversed = records.flatMap((record) => record.inputs.flatMap((node) => {
        const maker = made.get(nodeKey(node));
        const early = maker !== undefined && Date.parse(maker.at) > Date.parse(record.at) + tolerance;
        return early && maker.id !== record.id
            ? [`${nodeText(node)} was used at ${record.at} and recorded as made at ${maker.at}`]
            : [];
    }));
    const messages = [...future.map(({ id, at }) => `record ${id} is from the future: ${at}`), ...reversed];
    return messages.slice(0, 10).map((message) => ({
        rule: 'lineage/clock-skew',
        severity: 'notice',
        message,
        help: 'Set the clock of the machine that wrote it.',
    }));
}
function commitMismatch(steps) {
    return steps
        .filter(({ node }) => node.kind === 'job')
        .flatMap((step) => {
        const own = commitsOf(step.records);
        const images = step.records.flatMap(({ inputs }) => inputs.filter(({ kind }) => kind === 'image'));
        return images.flatMap((image) => {
            const built = steps.find(({ node }) => node.kind === 'image' && (nodeKey(node) === nodeKey(image) || node.id === image.id));
            const others = commitsOf(built?.records ?? []).filter((sha) => !own.includes(sha));
            return own.length === 0 || others.length === 0 ? [] : [mismatch(step.node, own, image, others)];
        });
    });
}
function commitsOf(records) {
    return [
        ...new Set(records.flatMap(({ inputs }) => inputs.filter(({ kind }) => kind === 'commit').map(({ id }) => id))),
    ];
}
function mismatch(job, own, image, others) {
    const names = (shas) => shas.map((sha) => sha.slice(0, 8)).join(', ');
    return {
        rule: 'lineage/commit-mismatch',
        severity: 'warning',
        message: `${nodeText(job)} ran commit ${names(own)}, but ${nodeText(image)} was built from ${names(others)}`,
        help: 'Build the image from the commit that is trained.',
    };
}

;// CONCATENATED MODULE: ./build/src/gates/lineage/reader.js
/** Records by what they mention: from the branch's index and from the inbox, which is read whole. */


/** Entries of the index that one question may read: an artifact that is mentioned more often is told so. */
const maxMentions = 2000;
/** Reads the inbox at once. Throws a UserError where the ledger cannot be read. */
async function openReader(snapshot) {
    const findings = new Map();
    const parsed = new Map();
    const note = (finding) => void findings.set(finding.message, finding);
    const load = async (blobs) => {
        const wanted = [...blobs].filter(([, oid]) => !parsed.has(oid));
        const contents = await snapshot.read(wanted.map(([, oid]) => oid));
        for (const [name, oid] of wanted)
            parsed.set(oid, parse(name, contents.get(oid), note));
    };
    for (const finding of await ledgerFindings(snapshot))
        note(finding);
    await load(new Map([...snapshot.inbox].map(([key, oid]) => [`inbox/${key}`, oid])));
    const waiting = indexed([...snapshot.inbox.values()].flatMap((oid) => parsed.get(oid) ?? []));
    const find = async (entries) => {
        const places = entries.map(({ kind, name }) => indexPlace(kind, name, hashes));
        const folders = await snapshot.list([...new Set(places.map(({ folder }) => folder))]);
        const files = places.map(({ folder, prefix }) => [...(folders.get(folder) ?? [])].filter(([name]) => name.startsWith(prefix)).slice(0, maxMentions));
        await load(new Map(files.flat()));
        return entries.map((entry, at) => {
            const stored = (files[at] ?? []).flatMap(([, oid]) => parsed.get(oid) ?? []);
            return distinct([...stored, ...(waiting.get(entryKey(entry)) ?? [])], note);
        });
    };
    const current = async (records) => {
        const asked = records.map(({ id }) => ({ kind: 'record', name: id }));
        const corrections = await find(asked);
        return new Set(records.filter((_, at) => (corrections[at] ?? []).length === 0).map(({ id }) => id));
    };
    return {
        findings: () => [...findings.values()],
        mentioning: async (nodes) => {
            const entries = nodes.map(entriesOfNode);
            const found = await find(entries.flat());
            const queue = found.values();
            const perNode = entries.map((own) => distinct(own.flatMap(() => queue.next().value ?? []), note));
            const valid = await current(distinct(perNode.flat(), note));
            return perNode.map((records) => records.filter(({ id }) => valid.has(id)));
        },
        named: async (id) => named(id, find, snapshot, waiting),
    };
}
function parse(name, bytes, note) {
    const result = bytes === undefined ? { ok: false, problems: ['it is not there'] } : readRecord(bytes);
    if (result.ok)
        return result.record;
    note({
        rule: 'lineage/corrupt-record',
        severity: 'warning',
        message: `a record cannot be read (${name}): ${result.problems.slice(0, 3).join('; ')}`,
        help: 'Write the record anew under another id.',
    });
    return undefined;
}
/** A branch that was rewritten, and records kept aside because their id was taken. */
async function ledgerFindings(snapshot) {
    const found = [];
    const { tip, head } = snapshot;
    if (head !== undefined && tip !== head)
        found.push({
            rule: 'lineage/branch-rewritten',
            severity: 'warning',
            message: `model-lineage is at ${tip?.slice(0, 8) ?? 'nothing'}, the last compaction left it at ${head.slice(0, 8)}; that one was read`,
            help: 'git fetch origin refs/lineage/head && git push --force origin FETCH_HEAD:refs/heads/model-lineage',
        });
    const aside = (await snapshot.list(['conflicts'])).get('conflicts') ?? new Map();
    for (const name of [...aside.keys()].slice(0, 20))
        found.push({
            rule: 'lineage/conflicting-record',
            severity: 'warning',
            message: `two records have one id; the later is kept as conflicts/${name}`,
            help: 'Read both, and write a new record with `corrects`.',
        });
    return found;
}
function entryKey({ kind, name }) {
    return `${kind} ${name}`;
}
function indexed(records) {
    const index = new Map();
    for (const record of records)
        for (const entry of entriesOf(record)) {
            const key = entryKey(entry);
            index.set(key, [...(index.get(key) ?? []), record]);
        }
    return index;
}
/** One record an id: what is in the inbox and in the branch is the same; where it is not, the first counts. */
function distinct(records, note) {
    const byId = new Map();
    for (const record of records) {
        const before = byId.get(record.id);
        if (before === undefined)
            byId.set(record.id, record);
        else if (before !== record && JSON.stringify(before) !== JSON.stringify(record))
            note({
                rule: 'lineage/conflicting-record',
                severity: 'warning',
                message: `two records have the id ${record.id}; the one in the branch counts`,
                help: 'Write a new record with `corrects` that says what is true.',
            });
    }
    return [...byId.values()];
}
function entriesOfNode(node) {
    return namesOf({
        kind: node.kind,
        id: node.id,
        ...(node.digest === undefined ? {} : { digest: node.digest }),
    }).map((name) => ({ kind: node.kind, name }));
}
async function named(text, find, snapshot, waiting) {
    const id = text.normalize('NFC');
    const kinds = indexKinds.filter((kind) => kind !== 'record');
    const records = (await find(kinds.map((kind) => ({ kind, name: id })))).flat();
    const nodes = records.flatMap(({ inputs, outputs }) => [...outputs, ...inputs]);
    const exact = nodes.filter((node) => namesOf(node).includes(id));
    const commits = /^[0-9a-f]{7,64}$/.test(id) && exact.length === 0 ? await commitsStarting(id, snapshot, waiting) : [];
    const all = [...exact, ...commits.map((sha) => ({ kind: 'commit', id: sha }))];
    return [...new Map(all.map((node) => [`${node.kind} ${node.id} ${node.digest ?? ''}`, node])).values()];
}
async function commitsStarting(sha, snapshot, waiting) {
    const { folder } = indexPlace('commit', sha, hashes);
    const names = [...((await snapshot.list([folder])).get(folder) ?? new Map()).keys()];
    const stored = names.filter((name) => name.startsWith(sha)).map((name) => name.slice(0, name.indexOf('@')));
    const fresh = [...waiting.keys()]
        .filter((key) => key.startsWith(`commit ${sha}`))
        .map((key) => key.slice(7));
    return [...new Set([...stored, ...fresh])];
}

;// CONCATENATED MODULE: ./build/src/lineage/sections.js


/** The chain as a table: one artifact a row. */
function chainTable(title, links, open) {
    return {
        kind: 'table',
        title,
        open,
        columns: [
            { title: 'Kind' },
            { title: 'Id', code: true },
            { title: 'Digest', code: true },
            { title: 'When' },
            { title: 'Who' },
            { title: 'From' },
            { title: 'Gates' },
        ],
        rows: links.map((link) => [
            link.kind,
            link.kind === 'commit' ? link.id.slice(0, 12) : link.id,
            link.digest === undefined ? '' : shortDigest(link.digest),
            link.at ?? '',
            link.author ?? link.by ?? '',
            [link.pr_number === undefined ? '' : `#${link.pr_number}`, link.git_ref ?? '']
                .filter(Boolean)
                .join(' '),
            (link.verdicts ?? [])
                .map(({ gate, verdict, exempted_by: who }) => `${gate}: ${verdict}${who === undefined ? '' : ` by ${who}`}`)
                .join(', '),
        ]),
    };
}
/** Changed files of each commit in the chain. */
function fileTables(links) {
    return links.flatMap(({ kind, id, files = [], subject }) => kind !== 'commit' || files.length === 0
        ? []
        : [
            {
                kind: 'table',
                title: `Changed in ${id.slice(0, 8)}${subject === undefined ? '' : `: ${subject}`}`,
                columns: [{ title: 'Change' }, { title: 'File', code: true }],
                rows: files.slice(0, 200).map(({ status, path }) => [status, path]),
            },
        ]);
}
/** Longest label in the drawing. */
const sections_longest = 60;
/** The walk as a drawing; ids are numbered, and labels hold no character that Mermaid reads. */
function mermaid(title, { steps, edges, missing }) {
    const shown = steps.slice(0, 100);
    const names = new Map(shown.map(({ node }, at) => [nodeKey(node), `n${at}`]));
    const nodes = shown.map(({ node }, at) => {
        const id = node.kind === 'commit' ? node.id.slice(0, 12) : node.id;
        const gap = missing.some((one) => nodeKey(one.node) === nodeKey(node));
        return `  n${at}["${label(`${node.kind}: ${id}`)}"]${gap ? ':::gap' : ''}`;
    });
    const arrows = edges.flatMap(({ from, to }) => {
        const [a, b] = [names.get(from), names.get(to)];
        return a === undefined || b === undefined ? [] : [`  ${a} --> ${b}`];
    });
    const style = missing.length === 0 ? [] : ['  classDef gap stroke-dasharray: 4'];
    return { kind: 'mermaid', title, source: ['flowchart LR', ...nodes, ...arrows, ...style].join('\n') };
}
function label(text) {
    const cut = text.length > sections_longest ? `${text.slice(0, sections_longest - 1)}…` : text;
    return cut.replaceAll(/[^\p{L}\p{N} ./:@_…-]/gu, (char) => `#${char.codePointAt(0) ?? 0};`);
}

;// CONCATENATED MODULE: ./build/src/gates/lineage/trace-report.js
/** How a trace reads, for machines and for people. */

const traceGate = 'trace-lineage';
function detailsUnread(message, help) {
    return {
        rule: 'lineage/details-unread',
        severity: 'warning',
        message,
        help: help ?? 'Run it in a clone of the repository, or pass a token.',
    };
}
function unknownId(id, findings) {
    const message = `nothing in the ledger is called ${id.slice(0, 200)}`;
    const finding = {
        rule: 'lineage/unknown-id',
        severity: 'error',
        message,
        help: 'Check the spelling; record the artifact where it is made (record-lineage).',
    };
    return {
        schema: 1,
        gate: traceGate,
        verdict: 'fail',
        title: message,
        findings: [finding, ...findings],
        facts: { id, chain: [], down: [], missing: [], ambiguous: [] },
    };
}
/** The chain, both ways. */
function chainReport(id, traced, ledger) {
    const { chain, uses, up, start } = traced;
    const commits = chain.filter(({ kind }) => kind === 'commit');
    return {
        schema: 1,
        gate: traceGate,
        verdict: commits.length > 0 ? 'pass' : 'inconclusive',
        title: titleOf(start, commits),
        findings: [...ledger, ...traced.findings],
        facts: {
            id,
            chain,
            down: uses,
            missing: up.missing,
            ambiguous: up.ambiguous,
            commits: commits.map((link) => link.id),
        },
        sections: sectionsOf(traced),
    };
}
function titleOf(start, commits) {
    const what = start[0] === undefined ? '' : nodeText(start[0]);
    const [commit] = commits;
    if (commit === undefined)
        return `The chain of ${what} ends before a commit`;
    const pull = commit.pr_number === undefined ? '' : `, pull request #${commit.pr_number}`;
    const author = commit.author === undefined ? '' : ` by ${commit.author}`;
    return `${what} comes from commit ${commit.id.slice(0, 8)}${author}${pull}`;
}
function sectionsOf({ chain, uses, up, down }) {
    const joined = { ...up, steps: [...up.steps, ...down.steps.slice(1)], edges: [...up.edges, ...down.edges] };
    return [
        chainTable('Made of', chain, true),
        ...(uses.length === 0 ? [] : [chainTable('What it went into', uses, true)]),
        ...fileTables(chain),
        mermaid('Drawing', joined),
    ];
}

;// CONCATENATED MODULE: ./build/src/lineage/reproduce.js

/** One for each job of the chain, the nearest first. */
function reproductions(walk) {
    return walk.steps.filter(({ node }) => node.kind === 'job').map((step) => reproduction(step, walk));
}
function reproduction({ node, records }, walk) {
    const inputs = records.flatMap((record) => record.inputs);
    const image = settled(inputs.find(({ kind }) => kind === 'image'), walk);
    const commits = [...new Set(inputs.filter(({ kind }) => kind === 'commit').map(({ id }) => id))];
    const files = records.flatMap((record) => record.files ?? []);
    const told = {
        ...(commits[0] === undefined ? {} : { commit: commits[0] }),
        ...(image === undefined ? {} : { image: image.id }),
        ...(image?.digest === undefined ? {} : { image_digest: image.digest }),
        ...first(records, 'repository'),
        ...first(records, 'command'),
        ...first(records, 'seed'),
        configs: files.filter(({ role }) => role === 'config'),
        locks: files.filter(({ role }) => role === 'lock'),
        inputs: inputs.filter(({ kind }) => kind !== 'commit' && kind !== 'image'),
    };
    return { job: node.id, ...told, missing: missingFor(told, commits) };
}
/** With the digest that the walk has found for it. */
function settled(node, { steps }) {
    return steps.find((step) => step.node.kind === node?.kind && step.node.id === node.id)?.node ?? node;
}
function first(records, key) {
    const value = records.find((record) => record[key] !== undefined)?.[key];
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a computed key widens the type
    return (value === undefined ? {} : { [key]: value });
}
function missingFor(told, commits) {
    const lacking = [
        [commits.length === 0, 'the commit (inputs of kind commit)'],
        [commits.length > 1, `one commit: the records name ${commits.length}`],
        [told.image === undefined, 'the image (inputs of kind image)'],
        [
            told.image !== undefined && told.image_digest === undefined,
            `the digest of the image ${told.image ?? ''}, whose name may move`,
        ],
        [told.command === undefined, 'the command'],
        [told.seed === undefined, 'the seed'],
        [told.configs.length === 0, 'the digests of the configs (files of role config)'],
        [told.locks.length === 0, 'the digests of the lock files (files of role lock)'],
    ];
    const floating = told.inputs.filter(({ kind, digest }) => kind === 'weights' && digest === undefined);
    return [
        ...lacking.flatMap(([lacks, what]) => (lacks ? [what] : [])),
        ...floating.map((node) => `the digest of ${nodeText(node)}`),
    ];
}
function reproductionFindings(all) {
    return all
        .filter(({ missing }) => missing.length > 0)
        .map(({ job, missing }) => ({
        rule: 'lineage/not-reproducible',
        severity: 'warning',
        message: `job ${job} cannot be repeated exactly; the records lack ${missing.join('; ')}`,
        help: 'Give these to record-lineage where the job starts: from, command, seed, configs, locks.',
    }));
}
/** The recipe, for a person. */
function reproductionSection(one) {
    const rows = [
        ['Repository', one.repository],
        ['Commit', one.commit],
        ['Image', one.image_digest === undefined ? one.image : `${one.image ?? ''}@${one.image_digest}`],
        ['Command', one.command],
        ['Seed', one.seed?.toString()],
        ...[...one.configs, ...one.locks].map(({ role, path, digest }) => [`${role} ${path}`, digest]),
        ...one.inputs.map((node) => [node.kind, `${node.id} ${node.digest ?? ''}`.trim()]),
    ];
    return {
        kind: 'table',
        title: `To repeat ${one.job}`,
        open: true,
        columns: [{ title: 'What' }, { title: 'Exactly', code: true }],
        rows: rows.map(([what, value]) => [what, value ?? 'not recorded']),
    };
}

;// CONCATENATED MODULE: ./build/src/lineage/chain.js
/** A walk as facts for machines: one entry an artifact, with what the records say of it. */

/** The entries of a chain; of a commit with what git knows of it. */
function chainLinks(steps, commits) {
    const users = recordsUsing(steps);
    return steps.map((step) => linkOf(step, users.get(nodeKey(step.node)) ?? [], commits.get(step.node.id)));
}
/** A commit has no record that made it: who wrote it is told by those that used it. */
function recordsUsing(steps) {
    const using = new Map();
    for (const { records } of steps)
        for (const record of records)
            for (const node of record.inputs)
                using.set(nodeKey(node), [...(using.get(nodeKey(node)) ?? []), record]);
    return using;
}
function linkOf(step, users, facts) {
    const { node, depth, records, mentions } = step;
    const isCommit = node.kind === 'commit';
    const telling = isCommit ? [...users, ...mentions] : makersOf(node, mentions);
    const first = telling.toSorted((a, b) => (a.at < b.at ? -1 : 1))[0];
    const pick = (key) => telling.find((record) => record[key] !== undefined)?.[key];
    const metrics = Object.fromEntries(makersOf(node, mentions).flatMap((record) => Object.entries(record.metrics ?? {})));
    const verdicts = verdictsOn(step);
    const pull = facts?.pullRequest ?? pullOf(isCommit ? pick('pr_number') : undefined);
    return compact({
        kind: node.kind,
        id: node.id,
        digest: node.digest,
        service: node.service,
        depth,
        records: records.map(({ id }) => id),
        at: isCommit ? undefined : first?.at,
        by: isCommit ? undefined : first?.by,
        git_ref: pick('git_ref'),
        author: facts?.author ?? pick('author'),
        pr_number: pull?.number ?? pick('pr_number'),
        run: isCommit ? undefined : pick('run'),
        metrics: Object.keys(metrics).length === 0 ? undefined : metrics,
        verdicts: verdicts.length === 0 ? undefined : verdicts,
        subject: facts?.subject,
        pull_request: pull,
        files: facts?.files,
    });
}
function makersOf(node, mentions) {
    return mentions.filter(({ outputs }) => outputs.some((output) => sameNode(output, node)));
}
function pullOf(number) {
    return number === undefined ? undefined : { number };
}
/** Verdicts of gates that were recorded with this step, or on this artifact. */
function verdictsOn({ node, mentions }) {
    const judged = mentions.filter(({ inputs, outputs }) => outputs.some(({ kind }) => kind === 'verdict') &&
        inputs.some(({ kind, id }) => kind === node.kind && id === node.id));
    const made = makersOf(node, mentions);
    const all = [...new Map([...made, ...judged].map((record) => [record.id, record])).values()];
    return all.flatMap(({ verdicts = [] }) => verdicts);
}
function compact(link) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what is required is never undefined
    return Object.fromEntries(Object.entries(link).filter(([, value]) => value !== undefined));
}

;// CONCATENATED MODULE: ./build/src/lineage/previous.js
/** The serving version that `node` took the place of: as its record says, else the one of its service recorded before it. */
function previousServing(node, mentions) {
    const own = mentions.filter(({ outputs }) => outputs.some((output) => isVersion(output, node)));
    const replaces = own.find((record) => record.replaces !== undefined)?.replaces;
    if (replaces !== undefined)
        return { id: replaces };
    const [first] = own.map(({ at }) => at).toSorted();
    if (node.service === undefined || first === undefined)
        return undefined;
    const [before] = mentions
        .filter(({ at }) => at < first)
        .toSorted((a, b) => (a.at > b.at ? -1 : 1))
        .flatMap(({ outputs }) => outputs)
        .filter((output) => output.kind === 'serving' && output.service === node.service && !isVersion(output, node));
    return before;
}
function isVersion(output, node) {
    return output.kind === 'serving' && output.id === node.id;
}

;// CONCATENATED MODULE: ./build/src/gates/lineage/lines.js
/** Who changed a line since the version that was served before. */




/** Most lines in the report. */
const maxLines = 500;
async function traceLines(request, traced, reader, source) {
    const until = rootCommit(traced.chain);
    const nothing = (message, help) => ({
        facts: { lines: [] },
        sections: [],
        findings: [detailsUnread(message, help)],
    });
    if (until === undefined)
        return nothing('the chain leads to no single commit, so no line can be told');
    if (source === undefined)
        return nothing(`the history of ${request.path} needs a clone`);
    const before = await versionBefore(request, traced, reader);
    try {
        const lines = await source.blame({
            until,
            path: request.path,
            ...(request.lines === undefined ? {} : { lines: request.lines }),
            ...(before?.commit === undefined ? {} : { since: before.commit }),
        });
        return resultOf(request.path, lines, before);
    }
    catch (error) {
        if (!isUserError(error))
            throw error;
        return nothing(`the history of ${request.path} could not be read: ${error.message}`, error.help);
    }
}
async function versionBefore({ since }, traced, reader) {
    const id = since ?? (await previousOf(traced, reader));
    if (id === undefined)
        return undefined;
    const before = await traceFrom(id, reader, { now: Date.now });
    const commit = before === undefined ? undefined : rootCommit(before.chain);
    return { id, ...(commit === undefined ? {} : { commit }) };
}
async function previousOf({ up }, reader) {
    const step = up.steps.find(({ node }) => node.kind === 'serving');
    if (step === undefined)
        return undefined;
    const service = step.node.service;
    const group = service === undefined ? [] : [{ kind: 'serving', id: service }];
    const [mentions = []] = await reader.mentioning(group);
    const previous = previousServing(step.node, [...step.mentions, ...mentions]);
    return previous?.digest ?? previous?.id;
}
function resultOf(path, lines, before) {
    const changed = lines.filter(({ sha }) => sha !== undefined).slice(0, maxLines);
    const range = before?.commit === undefined ? '' : ` since ${before.id} (${before.commit.slice(0, 8)})`;
    const table = {
        kind: 'table',
        title: `Lines of ${path} changed${range}`,
        open: true,
        columns: [
            { title: 'Line', align: 'right' },
            { title: 'Commit', code: true },
            { title: 'Author' },
            { title: 'Why' },
            { title: 'Text', code: true },
        ],
        rows: changed.map((one) => [
            String(one.line),
            one.sha?.slice(0, 8) ?? '',
            one.author ?? '',
            one.subject ?? '',
            one.text.slice(0, 200),
        ]),
    };
    const none = { kind: 'list', title: `No line of ${path} changed${range}`, items: [] };
    return {
        facts: { lines: changed, previous: before ?? null },
        sections: [changed.length === 0 ? none : table],
        findings: [],
    };
}

;// CONCATENATED MODULE: ./build/src/gates/lineage/trace.js
/** From any id up to the commit, the pull request and its author, and down to what serves it. */






/** Commits of one chain that are looked up. */
const maxCommits = 20;
async function trace(request, ports) {
    const reader = await openReader(await ports.ledger.snapshot());
    const traced = await traceFrom(request.id, reader, ports);
    if (traced === undefined)
        return unknownId(request.id, reader.findings());
    const more = [
        ...(request.lines === undefined ? [] : [await traceLines(request.lines, traced, reader, ports.lines)]),
        ...(request.reproduce === true ? [recipes(traced)] : []),
    ];
    return withMore(chainReport(request.id, traced, reader.findings()), more);
}
function recipes({ up }) {
    const all = reproductions(up);
    return {
        facts: { reproduce: all },
        sections: all.map(reproductionSection),
        findings: reproductionFindings(all),
    };
}
/** What was asked for in particular stands before the chain. */
function withMore(report, more) {
    return {
        ...report,
        findings: [...report.findings, ...more.flatMap(({ findings }) => findings)],
        facts: Object.fromEntries([report.facts, ...more.map(({ facts }) => facts)].flatMap((facts) => Object.entries(facts))),
        sections: [...more.flatMap(({ sections }) => sections), ...(report.sections ?? [])],
    };
}
/** Both directions from an id; `undefined` where nothing has it. */
async function traceFrom(id, reader, ports) {
    const { start, findings } = distinctStart(await currentVersion(id, await startNodes(id, reader), reader));
    if (start.length === 0)
        return undefined;
    const [up, down] = [
        await walk(start, 'up', reader.mentioning),
        await walk(start, 'down', reader.mentioning),
    ];
    const described = await describeCommits(up, ports.commits);
    return {
        start,
        up,
        down,
        chain: chainLinks(inOrder(up, 'up'), described.facts),
        uses: chainLinks(inOrder(down, 'down').filter(({ depth }) => depth > 0), new Map()),
        findings: [...findings, ...described.findings, ...walkFindings(up, new Date(ports.now()).toISOString())],
    };
}
async function startNodes(id, reader) {
    const found = await reader.named(id);
    if (found.length > 0)
        return found;
    const [, kind = '', rest = ''] = /^([a-z]+):(.+)$/.exec(id) ?? [];
    return isNodeKind(kind) ? (await reader.named(rest)).filter((node) => node.kind === kind) : [];
}
/** The name of a service stands for the version that was recorded last. */
async function currentVersion(id, nodes, reader) {
    if (nodes.length < 2 || nodes.some(({ kind, service }) => kind !== 'serving' || service !== id))
        return nodes;
    const mentions = await reader.mentioning(nodes);
    const dated = nodes.map((node, at) => {
        const makers = (mentions[at] ?? []).filter(({ outputs }) => outputs.some((output) => sameNode(output, node)));
        return {
            node,
            at: makers
                .map((record) => record.at)
                .toSorted()
                .at(-1) ?? '',
        };
    });
    return dated
        .toSorted((a, b) => (a.at > b.at ? -1 : 1))
        .slice(0, 1)
        .map(({ node }) => node);
}
/** An id without its digest stands for what it named last; several artifacts of one name are all followed, and told. */
function distinctStart(nodes) {
    const groups = groupBy(nodes, ({ kind, id }) => `${kind} ${id}`);
    const start = [...groups.values()].flatMap((same) => {
        const [first] = same;
        if (first === undefined)
            return [];
        const digests = new Set(same.map(({ digest }) => digest).filter((digest) => digest !== undefined));
        if (digests.size > 1)
            return [{ kind: first.kind, id: first.id }];
        return [same.find(({ digest }) => digest !== undefined) ?? first];
    });
    if (start.length < 2)
        return { start, findings: [] };
    const names = start.slice(0, 10).map(nodeText).join('; ');
    const finding = {
        rule: 'lineage/ambiguous-link',
        severity: 'warning',
        message: `${start.length} artifacts have this name: ${names}; all were followed`,
        help: 'Name one with its kind in front, such as image:NAME, or by its digest.',
    };
    return { start, findings: [finding] };
}
async function describeCommits(up, source) {
    const facts = new Map();
    const findings = [];
    const shas = up.steps.filter(({ node }) => node.kind === 'commit').map(({ node }) => node.id);
    for (const sha of source === undefined ? [] : shas.slice(0, maxCommits)) {
        try {
            const told = await source?.describe(sha);
            if (told !== undefined)
                facts.set(sha, told);
        }
        catch (error) {
            if (!isUserError(error))
                throw error;
            findings.push(detailsUnread(`commit ${sha.slice(0, 8)} could not be read: ${error.message}`, error.help));
        }
    }
    return { facts, findings };
}

;// CONCATENATED MODULE: ./build/src/gates/lineage/diff.js
/** What changed between two artifacts, two serving versions above all: commits, config values, packages, metrics. */





/** From the artifact that was recorded first to the other, in whichever order they are named. */
async function traceDiff(one, other, ports) {
    const reader = await openReader(await ports.ledger.snapshot());
    const [first, second] = [await traceFrom(one, reader, ports), await traceFrom(other, reader, ports)];
    if (first === undefined)
        return unknownId(one, reader.findings());
    if (second === undefined)
        return unknownId(other, reader.findings());
    const reversed = madeAt(first) > madeAt(second);
    const [before, after] = reversed ? [other, one] : [one, other];
    const [a, b] = reversed ? [second, first] : [first, second];
    const difference = differenceOf(a.up, b.up);
    const [from, to] = [rootCommit(a.chain), rootCommit(b.chain)];
    const code = await compareCommits(from, to, ports);
    const now = new Date(ports.now()).toISOString();
    const findings = [
        ...reader.findings(),
        ...walkFindings(a.up, now),
        ...walkFindings(b.up, now),
        ...code.findings,
    ];
    return {
        schema: 1,
        gate: traceGate,
        verdict: from === undefined || to === undefined ? 'inconclusive' : 'pass',
        title: diff_titleOf(before, after, difference, code.comparison),
        findings: diff_unique(findings),
        facts: {
            before,
            after,
            from: from ?? null,
            to: to ?? null,
            chain: b.chain,
            chains: { before: a.chain, after: b.chain },
            diff: {
                ...difference,
                commits: code.comparison?.commits ?? [],
                moves: code.comparison?.moves ?? [],
                configs: code.comparison?.configs ?? [],
            },
        },
        sections: diff_sectionsOf(before, after, difference, code.comparison),
    };
}
/** When the artifact itself was first recorded; '' for a commit, which no record makes. */
function madeAt({ up }) {
    const start = up.steps
        .filter(({ depth }) => depth === 0)
        .flatMap(({ records }) => records.map(({ at }) => at));
    return start.toSorted()[0] ?? '';
}
async function compareCommits(from, to, { compare }) {
    if (from === undefined || to === undefined)
        return {
            findings: [detailsUnread('one of the chains leads to no single commit, so the code was not compared')],
        };
    if (from === to)
        return { comparison: { commits: [], moves: [], configs: [], sections: [] }, findings: [] };
    if (compare === undefined)
        return { findings: [detailsUnread('the code was not compared: that needs a clone')] };
    try {
        return { comparison: await compare(from, to), findings: [] };
    }
    catch (error) {
        if (!isUserError(error))
            throw error;
        return { findings: [detailsUnread(`the code was not compared: ${error.message}`, error.help)] };
    }
}
function diff_unique(findings) {
    return [...new Map(findings.map((finding) => [`${finding.rule} ${finding.message}`, finding])).values()];
}
function diff_titleOf(before, after, { parameters, dependencies, metrics }, comparison) {
    const parts = [
        comparison === undefined ? undefined : count(comparison.commits.length, 'commit'),
        count(parameters.length, 'parameter'),
        count(dependencies.length, 'package'),
        count(metrics.length, 'metric'),
    ].filter((part) => part !== undefined);
    return `From ${before} to ${after}: ${parts.join(', ')} changed`;
}
function count(number, noun) {
    return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
function diff_sectionsOf(before, after, difference, comparison) {
    const table = (title, rows) => rows.length === 0
        ? []
        : [
            {
                kind: 'table',
                title,
                open: true,
                columns: [
                    { title: 'What', code: true },
                    { title: before, code: true },
                    { title: after, code: true },
                ],
                rows: rows
                    .slice(0, 200)
                    .map(({ name, before: old, after: now }) => [name, shown(old), shown(now)]),
            },
        ];
    return [
        ...table('Artifacts', difference.artifacts),
        ...commitTable(comparison?.commits ?? []),
        ...table('Parameters', difference.parameters),
        ...table('Packages', difference.dependencies),
        ...table('Metrics', difference.metrics),
        ...table('Files', difference.files),
        ...(comparison?.sections ?? []),
    ];
}
function commitTable(commits) {
    if (commits.length === 0)
        return [];
    return [
        {
            kind: 'table',
            title: 'Commits',
            open: true,
            columns: [{ title: 'Commit', code: true }, { title: 'Author' }, { title: 'Subject' }],
            rows: commits.map(({ sha, author, message }) => [
                sha.slice(0, 8),
                author,
                message.split('\n', 1)[0] ?? '',
            ]),
        },
    ];
}
function shown(value) {
    if (value === undefined)
        return '';
    return typeof value === 'string' ? value : JSON.stringify(value);
}

;// CONCATENATED MODULE: ./build/src/lineage/exports/context.js
/** Address of this tool, as producer. */
const producer = 'https://github.com/model-gates/model-gates';
/** `sha256:…` as in-toto and SLSA write it; a commit by its SHA. */
function digestSet(node) {
    if (node.kind === 'commit')
        return { gitCommit: node.id };
    if (node.digest === undefined)
        return {};
    const colon = node.digest.indexOf(':');
    return { [node.digest.slice(0, colon)]: node.digest.slice(colon + 1) };
}
/** A URI for an artifact. An image's is a package URL (purl). */
function uriOf(node, { repositoryUrl }) {
    if (node.kind === 'commit')
        return `git+${repositoryUrl}@${node.id}`;
    if (/^[a-z][a-z0-9+.-]*:\/\//.test(node.id))
        return node.id;
    if (node.kind === 'image' && node.digest !== undefined) {
        const name = (node.id.split('/').at(-1) ?? node.id).replace(/[:@].*$/, '');
        return `pkg:oci/${encodeURIComponent(name.toLowerCase())}@${encodeURIComponent(node.digest)}`;
    }
    return `${repositoryUrl}#${node.kind}/${encodeURIComponent(node.id)}`;
}
function outputsOf(record, kind) {
    return record.outputs.filter((node) => node.kind === kind);
}
function commitOf(record) {
    return record.inputs.find(({ kind }) => kind === 'commit')?.id;
}

;// CONCATENATED MODULE: ./build/src/lineage/exports/uuid.js
/** UUIDv5 (RFC 9562 5.5): the same name gives the same id on every machine. */
function uuidV5(name, { sha1 }, namespace = urlNamespace) {
    const prefix = Uint8Array.from(namespace.replaceAll('-', '').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
    const bytes = new TextEncoder().encode(name);
    const joined = new Uint8Array(prefix.length + bytes.length);
    joined.set(prefix);
    joined.set(bytes, prefix.length);
    const hex = sha1(joined).slice(0, 32);
    const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
    const parts = [
        hex.slice(0, 8),
        hex.slice(8, 12),
        `5${hex.slice(13, 16)}`,
        `${variant}${hex.slice(18, 20)}`,
        hex.slice(20, 32),
    ];
    return parts.join('-');
}
/** Namespace for URLs, RFC 9562 6.6. */
const urlNamespace = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';

;// CONCATENATED MODULE: ./build/src/lineage/exports/cdevents.js


const specversion = '0.6.0';
/** Type of the event and its own version, as the specification's release 0.6 has them. */
const types = {
    merged: 'dev.cdevents.change.merged.0.3.0',
    published: 'dev.cdevents.artifact.published.0.3.0',
    deployed: 'dev.cdevents.service.deployed.0.3.0',
};
/** Events of a chain, from commit to service; each is linked to those that it came from. */
function cdEvents(records, context, hashes) {
    const ordered = records.toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
    const chainId = uuidV5(`${context.repositoryUrl}/chain/${ordered.map(({ id }) => id).join('/')}`, hashes);
    const origins = originsOf(ordered);
    const subjects = ordered.flatMap((record) => subjectsOf(record));
    const unique = [...new Map(subjects.map((subject) => [keyOf(subject.node), subject])).values()];
    const told = new Set(unique.map(({ node }) => keyOf(node)));
    const idOf = (key) => uuidV5(`${context.repositoryUrl}/event/${key}`, hashes);
    return unique.map(({ type, node, record }) => {
        const from = eventsBefore(keyOf(node), origins, told);
        const links = from.map((key) => ({ linkType: 'PATH', from: { contextId: idOf(key) } }));
        return {
            context: {
                specversion,
                id: idOf(keyOf(node)),
                chainId,
                source: context.repositoryUrl,
                type: types[type],
                timestamp: record.at,
                ...(links.length === 0 ? {} : { links }),
            },
            subject: {
                id: uriOf(node, context),
                source: context.repositoryUrl,
                content: contentOf(type, node, record, context),
            },
        };
    });
}
function subjectsOf(record) {
    const merged = record.inputs.filter(({ kind }) => kind === 'commit');
    const published = record.outputs.filter(({ kind }) => kind === 'image' || kind === 'weights');
    const deployed = record.outputs.filter(({ kind }) => kind === 'serving');
    return [
        ...merged.map((node) => ({ type: 'merged', node, record })),
        ...published.map((node) => ({ type: 'published', node, record })),
        ...deployed.map((node) => ({ type: 'deployed', node, record })),
    ];
}
function contentOf(type, node, record, context) {
    if (type === 'merged')
        return { repository: { id: context.repository, source: context.repositoryUrl } };
    if (type === 'published')
        return { user: record.by };
    const [artifact] = record.inputs;
    return {
        environment: { id: node.service ?? 'production' },
        artifactId: uriOf(artifact ?? node, context),
    };
}
function keyOf({ kind, id }) {
    return `${kind}/${id}`;
}
function originsOf(records) {
    const origins = new Map();
    for (const { inputs, outputs } of records)
        for (const output of outputs)
            origins.set(keyOf(output), [...(origins.get(keyOf(output)) ?? []), ...inputs.map(keyOf)]);
    return origins;
}
/** The nearest artifacts upstream that have an event: a job has none, so that weights are linked to its image and commit. */
function eventsBefore(key, origins, told) {
    const seen = new Set([key]);
    const found = new Set();
    let level = origins.get(key) ?? [];
    while (level.length > 0) {
        const fresh = level.filter((one) => !seen.has(one));
        for (const one of fresh)
            seen.add(one);
        for (const one of fresh.filter((name) => told.has(name)))
            found.add(one);
        level = fresh.filter((one) => !told.has(one)).flatMap((one) => origins.get(one) ?? []);
    }
    return [...found];
}

;// CONCATENATED MODULE: ./build/src/lineage/exports/in-toto.js

const results = {
    pass: 'PASSED',
    exempt: 'WARNED',
    inconclusive: 'WARNED',
    fail: 'FAILED',
    skipped: undefined,
};
/**
 * https://in-toto.io/attestation/test-result/v0.1: what the gates said of the artifacts.
 * `undefined` where nothing was judged, or no artifact has a digest that a statement could bind.
 */
function testResult(record, context) {
    const judged = (record.verdicts ?? []).filter(({ verdict }) => results[verdict] !== undefined);
    const subject = in_toto_subjectsOf(record, context);
    if (judged.length === 0 || subject.length === 0)
        return undefined;
    const named = (wanted) => judged.filter(({ verdict }) => results[verdict] === wanted).map(({ gate }) => gate);
    const [failed, warned] = [named('FAILED'), named('WARNED')];
    return {
        _type: 'https://in-toto.io/Statement/v1',
        subject,
        predicateType: 'https://in-toto.io/attestation/test-result/v0.1',
        predicate: {
            result: failed.length > 0 ? 'FAILED' : warned.length > 0 ? 'WARNED' : 'PASSED',
            configuration: (record.files ?? []).map(({ path, digest }) => ({
                name: path,
                digest: digestOf(digest),
            })),
            ...(record.run?.url === undefined ? {} : { url: record.run.url }),
            passedTests: named('PASSED'),
            warnedTests: warned,
            failedTests: failed,
        },
    };
}
/** https://slsa.dev/provenance/v1 of the outputs; `undefined` where none of them has a digest. */
function slsaProvenance(record, context) {
    const subject = in_toto_outputsOf(record);
    if (subject.length === 0)
        return undefined;
    const materials = record.inputs.filter((node) => Object.keys(digestSet(node)).length > 0 || node.kind !== 'job');
    return {
        _type: 'https://in-toto.io/Statement/v1',
        subject,
        predicateType: 'https://slsa.dev/provenance/v1',
        predicate: {
            buildDefinition: {
                buildType: `${producer}/blob/v1/docs/lineage.md#record`,
                externalParameters: {
                    ...(record.command === undefined ? {} : { command: record.command }),
                    ...(record.git_ref === undefined ? {} : { ref: record.git_ref }),
                    ...record.parameters,
                },
                internalParameters: record.seed === undefined ? {} : { seed: record.seed },
                resolvedDependencies: [
                    ...materials.map((node) => descriptor(node, context)),
                    ...(record.files ?? []).map(({ path, digest }) => ({ name: path, digest: digestOf(digest) })),
                ],
            },
            runDetails: {
                builder: {
                    id: record.run?.url === undefined ? `${producer}#record` : 'https://github.com/actions/runner',
                    version: { 'model-gates': context.version },
                },
                metadata: {
                    ...(record.run?.url === undefined ? {} : { invocationId: record.run.url }),
                    finishedOn: record.at,
                },
            },
        },
    };
}
function descriptor(node, context) {
    const digest = digestSet(node);
    return { uri: uriOf(node, context), ...(Object.keys(digest).length === 0 ? {} : { digest }) };
}
/** Artifacts that were made; where none of them has a digest, the commits that were judged. */
function in_toto_subjectsOf(record, context) {
    const made = in_toto_outputsOf(record);
    const commits = record.inputs.filter(({ kind }) => kind === 'commit');
    return made.length > 0
        ? made
        : commits.map((node) => ({ uri: uriOf(node, context), digest: digestSet(node) }));
}
function in_toto_outputsOf({ outputs }) {
    return outputs.flatMap((node) => {
        const digest = digestSet(node);
        return Object.keys(digest).length === 0 ? [] : [{ name: node.id, digest }];
    });
}
function digestOf(digest) {
    const colon = digest.indexOf(':');
    return { [digest.slice(0, colon)]: digest.slice(colon + 1) };
}

;// CONCATENATED MODULE: ./build/src/lineage/exports/labels.js

/** OCI annotations (https://specs.opencontainers.org/image-spec/annotations/) of an image that a record made. */
function ociLabels(record, { repositoryUrl }) {
    const revision = commitOf(record);
    const image = record.outputs.find(({ kind }) => kind === 'image');
    const base = record.inputs.find(({ kind }) => kind === 'image');
    const version = /:([\w][\w.-]{0,127})$/.exec(image?.id ?? '')?.[1];
    return {
        'org.opencontainers.image.source': repositoryUrl,
        'org.opencontainers.image.created': record.at,
        ...(revision === undefined ? {} : { 'org.opencontainers.image.revision': revision }),
        ...(version === undefined ? {} : { 'org.opencontainers.image.version': version }),
        ...(base === undefined ? {} : { 'org.opencontainers.image.base.name': base.id }),
        ...(base?.digest === undefined ? {} : { 'org.opencontainers.image.base.digest': base.digest }),
    };
}
/**
 * The YAML front matter of a model card (https://huggingface.co/docs/hub/model-cards) for weights: the models that they come from
 * and the values of their metrics. `records`: those that made the weights, and those that evaluated them.
 */
function modelCard(weights, records, relation) {
    const bases = records
        .flatMap(({ inputs }) => inputs)
        .filter(({ kind, id }) => kind === 'weights' && id !== weights.id)
        .map(({ id }) => id);
    const metrics = records.flatMap((record) => Object.entries(record.metrics ?? {}).map(([name, value]) => ({ name, value })));
    const unique = [...new Map(metrics.map((metric) => [metric.name, metric])).values()];
    return {
        ...(bases.length === 0 ? {} : { base_model: [...new Set(bases)] }),
        ...(bases.length === 0 || relation === undefined ? {} : { base_model_relation: relation }),
        ...(unique.length === 0 ? {} : { 'model-index': [{ name: weights.id, results: unique.map(labels_resultOf) }] }),
    };
}
/** `task/metric` as the evaluation names it; the Hub wants a task, a dataset and a metric of each value. */
function labels_resultOf({ name, value }) {
    const slash = name.indexOf('/');
    const dataset = slash < 0 ? 'internal evaluation' : name.slice(0, slash);
    const type = slash < 0 ? name : name.slice(slash + 1);
    return {
        task: { type: 'image-text-to-text' },
        dataset: { name: dataset, type: dataset.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-') },
        metrics: [{ type, value, name }],
    };
}

;// CONCATENATED MODULE: ./build/src/lineage/exports/openlineage.js


const schemaURL = 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent';
const sourceFacet = 'https://openlineage.io/spec/facets/1-1-0/SourceCodeLocationJobFacet.json#/$defs/SourceCodeLocationJobFacet';
const versionFacet = 'https://openlineage.io/spec/facets/1-0-1/DatasetVersionDatasetFacet.json#/$defs/DatasetVersionDatasetFacet';
/** One event a record: the step that it tells of is the job, its artifacts are the datasets. */
function openLineageEvent(record, context, hashes) {
    const job = record.outputs.find(({ kind }) => kind === 'job') ?? record.inputs.find(({ kind }) => kind === 'job');
    const [output] = record.outputs;
    const step = output?.kind ?? 'step';
    return {
        eventType: 'COMPLETE',
        eventTime: record.at,
        producer: producer,
        schemaURL,
        // A training job is one run, whatever number of records tell of it; any other step is a run of its own.
        run: {
            runId: uuidV5(`${context.repositoryUrl}/${job === undefined ? `record/${record.id}` : `job/${job.id}`}`, hashes),
        },
        job: {
            namespace: context.repositoryUrl,
            name: job === undefined ? step : 'job',
            facets: jobFacets(record, context),
        },
        inputs: datasets(record.inputs, context),
        outputs: datasets(record.outputs, context),
    };
}
function jobFacets(record, { repositoryUrl }) {
    const version = commitOf(record);
    if (version === undefined)
        return {};
    const tag = /^refs\/tags\/(.+)$/.exec(record.git_ref ?? '')?.[1];
    const branch = tag === undefined ? record.git_ref?.replace(/^refs\/heads\//, '') : undefined;
    return {
        sourceCodeLocation: {
            _producer: producer,
            _schemaURL: sourceFacet,
            type: 'git',
            url: `${repositoryUrl}/tree/${version}`,
            repoUrl: repositoryUrl,
            version,
            ...(tag === undefined ? {} : { tag }),
            ...(branch === undefined ? {} : { branch }),
            ...(record.pr_number === undefined ? {} : { pullRequestNumber: String(record.pr_number) }),
        },
    };
}
/** Jobs are runs and commits are source code: the others are datasets. */
function datasets(nodes, { repositoryUrl }) {
    return nodes
        .filter(({ kind }) => kind !== 'job' && kind !== 'commit')
        .map(({ kind, id, digest }) => ({
        namespace: repositoryUrl,
        name: `${kind}/${id}`,
        facets: digest === undefined
            ? {}
            : { version: { _producer: producer, _schemaURL: versionFacet, datasetVersion: digest } },
    }));
}

;// CONCATENATED MODULE: ./build/src/lineage/exports/index.js
/** The records in the words of other tools: pure functions of records. */





/** The chain of a walk upwards, as JSON for the tool. */
function exportWalk(format, walk, context, hashes) {
    return exporters[format](recordsOf(walk), context, hashes, walk);
}
const exporters = {
    openlineage: (records, context, hashes) => records.map((record) => openLineageEvent(record, context, hashes)),
    cdevents: (records, context, hashes) => cdEvents(records, context, hashes),
    'slsa-provenance': (records, context) => defined(records.map((record) => slsaProvenance(record, context))),
    'test-result': (records, context) => defined(records.map((record) => testResult(record, context))),
    'oci-labels': (records, context) => records
        .filter(({ outputs }) => outputs.some(({ kind }) => kind === 'image'))
        .map((record) => ociLabels(record, context)),
    'model-card': (_records, _context, _hashes, { steps }) => steps
        .filter(({ node }) => node.kind === 'weights')
        .map((step) => modelCard(step.node, [...step.records, ...evaluationsOf(step.mentions)])),
};
function evaluationsOf(records) {
    return records.filter(({ outputs }) => outputs.every(({ kind }) => kind === 'evaluation'));
}
function defined(values) {
    return values.filter((value) => value !== undefined);
}

;// CONCATENATED MODULE: ./build/src/gates/lineage/export.js
/** A chain in the words of another tool. */





/** JSON for the tool, as text. Throws a UserError for an id that nothing has, and where no record names the repository. */
async function exportTrace(request, ports) {
    const reader = await openReader(await ports.ledger.snapshot());
    const traced = await traceFrom(request.id, reader, ports);
    if (traced === undefined)
        throw new user_error_UserError(`nothing in the ledger is called ${request.id.slice(0, 200)}`, {
            help: 'Check the spelling.',
        });
    const repository = request.repository ?? recordsOf(traced.up).find((record) => record.repository !== undefined)?.repository;
    if (repository === undefined)
        throw new user_error_UserError('no record names its repository', { help: 'Give it: --repository owner/name.' });
    const repositoryUrl = /^https?:/.test(repository) ? repository : `${request.serverUrl}/${repository}`;
    const context = { repository, repositoryUrl, version: request.version };
    return `${JSON.stringify(exportWalk(request.format, traced.up, context, hashes), null, 2)}\n`;
}

;// CONCATENATED MODULE: ./build/src/gates/lineage/trend.js

/**
 * Metrics of the evaluations that are recorded of commits (`from: commit …`, `to: evaluation …`), in the order of the commits.
 * A commit that nobody evaluated gives none; of several evaluations the last counts.
 */
async function mergedValues(commits, snapshot) {
    const reader = await openReader(snapshot);
    const mentions = await reader.mentioning(commits.map((sha) => ({ kind: 'commit', id: sha })));
    return commits.flatMap((sha, at) => {
        const values = new Map((mentions[at] ?? []).filter(isEvaluation).toSorted(byTime).flatMap(metricsOf));
        return [...values].map(([metric, value]) => ({ sha, metric, value }));
    });
}
function isEvaluation({ outputs }) {
    return outputs.some(({ kind }) => kind === 'evaluation');
}
function byTime(a, b) {
    return a.at < b.at ? -1 : Number(a.at > b.at);
}
function metricsOf({ metrics = {} }) {
    return Object.entries(metrics);
}

;// CONCATENATED MODULE: ./build/src/report/model.js
/**
 * The report: the one contract between gates, actions, the CLI and every renderer.
 * It is data only, serialises to JSON as it stands, and is published as `schema/report.schema.json`.
 */
/** What a gate concludes. `skipped` means there was nothing to judge; it is never a silent pass. */
const verdicts = (/* unused pure expression or super */ null && (['pass', 'fail', 'inconclusive', 'exempt', 'skipped']));
/** `error` fails the gate, `warning` and `notice` do not. */
const severities = (/* unused pure expression or super */ null && (['error', 'warning', 'notice']));
/** Worst first: what one of them means for all of them. */
const gravity = (/* unused pure expression or super */ null && (['fail', 'inconclusive', 'exempt', 'pass', 'skipped']));
/** The verdict of several: the gravest; `skipped` where there are none. */
function worstVerdict(all) {
    return gravity.find((verdict) => all.includes(verdict)) ?? 'skipped';
}
/** `fail` when any finding is an error, else `pass`. */
function verdictOf(findings) {
    return findings.some((finding) => finding.severity === 'error') ? 'fail' : 'pass';
}
/** Findings sorted worst first, then by file, line and column; equal ones keep their order. */
function worstFirst(findings) {
    return findings.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
        compareText(a.file ?? '', b.file ?? '') ||
        (a.line ?? 0) - (b.line ?? 0) ||
        (a.column ?? 0) - (b.column ?? 0));
}
/** All findings of a report and of the reports in it. */
function allFindings(report) {
    return [...report.findings, ...(report.reports ?? []).flatMap(allFindings)];
}
/**
 * Whether the merge must stop: on `fail`, and on `inconclusive` with an error in it (no baseline, unreadable results).
 * `inconclusive` with warnings only is what a policy chose to let through, said aloud.
 */
function blocks(report) {
    if (report.verdict === 'fail')
        return true;
    return (report.verdict === 'inconclusive' && allFindings(report).some(({ severity }) => severity === 'error'));
}
/** Exit code of the CLI: 0 pass, exempt, skipped; 1 fail; 3 inconclusive. */
function exitCodeOf(verdict) {
    if (verdict === 'fail')
        return 1;
    return verdict === 'inconclusive' ? 3 : 0;
}
/** Code-unit order, the same on every machine whatever its locale. */
function compareText(a, b) {
    return a < b ? -1 : Number(a > b);
}

;// CONCATENATED MODULE: ./build/src/gates/lineage/record.js
/** Writes records to the inbox: checked first, create-only, and none of them overwrites another. */




const record_gate = 'record-lineage';
/** Records from parsed JSON: one, or a list of them. Findings tell what is wrong with each. */
function prepareRecords(value, { at, by, defaults = {} }) {
    const values = Array.isArray(value) ? value : [value];
    const findings = [];
    const records = [];
    if (values.length === 0 || values.length > maxRecords)
        return { records, findings: [invalid(`expected 1 to ${maxRecords} records, got ${values.length}`)] };
    values.forEach((one, index) => {
        const place = values.length === 1 ? '' : `record ${index + 1}: `;
        const result = readDraft(one);
        if (!result.ok)
            findings.push(...result.problems.map((problem) => invalid(`${place}${problem}`)));
        else
            records.push(completeRecord({ ...defaults, ...result.draft }, { at, by }, hashes));
    });
    const large = records.filter((record) => recordText(record).length > maxRecordBytes / 2);
    findings.push(...large.map(({ id }) => invalid(`record ${id} is larger than ${maxRecordBytes / 2} characters`)));
    return { records, findings: [...findings, ...twins(records)] };
}
const maxRecords = 1000;
function invalid(message) {
    return {
        rule: 'lineage/invalid-record',
        severity: 'error',
        message,
        help: `See schema/lineage.schema.json. Kinds: ${nodeKinds.join(', ')}.`,
    };
}
function twins(records) {
    const groups = groupBy(records, ({ id }) => id);
    return [...groups.values()].flatMap(([first, ...others]) => first === undefined || others.every((other) => sameRecord(first, other)) ? [] : [taken(first.id)]);
}
function taken(id) {
    return {
        rule: 'lineage/id-taken',
        severity: 'error',
        message: `another record has the id ${id} and says something else; nothing was overwritten`,
        help: 'Leave `id` out, or write a new record with `corrects` to mend the old one.',
    };
}
/** Writes what was prepared. The same record again is success with `created: false`. Throws a UserError where the ledger cannot be written. */
async function appendRecords({ records, findings }, ledger) {
    if (verdictOf(findings) === 'fail')
        return record_reportOf(records, [], findings);
    const unique = [...new Map(records.map((record) => [record.id, record])).values()];
    const appended = await ledger.append(unique.map((record) => ({
        key: recordKey(record.id, hashes),
        bytes: new TextEncoder().encode(recordText(record)),
    })));
    const conflicts = unique.filter((record, at) => !agrees(record, appended[at]));
    return record_reportOf(unique, appended, [...findings, ...conflicts.map(({ id }) => taken(id))]);
}
function agrees(record, appended) {
    if (appended === undefined)
        return false;
    if (appended.created)
        return true;
    const there = readRecord(appended.bytes);
    return there.ok && sameRecord(there.record, record);
}
function record_reportOf(records, appended, findings) {
    const created = appended.filter((one) => one.created).length;
    const verdict = verdictOf(findings);
    const first = findings.find(({ severity }) => severity === 'error');
    const ids = records.map(({ id }) => id);
    const what = records.length === 1 ? `Record ${ids[0] ?? ''}` : `${records.length} records`;
    const state = created === records.length ? 'written' : created === 0 ? 'was there already' : `${created} of them new`;
    return {
        schema: 1,
        gate: record_gate,
        verdict,
        title: first === undefined ? `${what}: ${state}` : first.message,
        findings,
        facts: { ids, id: ids[0] ?? '', created: appended.length > 0 && created > 0, count: created },
    };
}
/** The text from which `model-gates record` writes the same records later. */
function replayText(records) {
    return `${JSON.stringify(records, null, 2)}\n`;
}

;// CONCATENATED MODULE: ./build/src/lib/lineage.js
/** Bundled once, loaded by what reads or writes the ledger. */








module.exports = __webpack_exports__;
/******/ })()
;