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
  codeOfClone: () => (/* reexport */ codeOfClone),
  compactInbox: () => (/* reexport */ compactInbox),
  compareCode: () => (/* reexport */ compareCode),
  evaluationReader: () => (/* reexport */ evaluationReader),
  exportTrace: () => (/* reexport */ exportTrace),
  lazily: () => (/* reexport */ lazily),
  mlflowTarget: () => (/* reexport */ mlflowTarget),
  orElse: () => (/* reexport */ orElse),
  prepareRecords: () => (/* reexport */ prepareRecords),
  replayText: () => (/* reexport */ replayText),
  resultsFile: () => (/* reexport */ resultsFile),
  rowsBeside: () => (/* reexport */ rowsBeside),
  trace: () => (/* reexport */ trace),
  traceDiff: () => (/* reexport */ traceDiff),
  withRegistration: () => (/* reexport */ withRegistration)
});

;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = require("node:timers/promises");
;// CONCATENATED MODULE: ./build/src/lineage/record/model.js
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

;// CONCATENATED MODULE: ./build/src/lineage/record/layout.js
/** Where the ledger keeps what: names of refs, folders and files, made from ids that may hold anything. */

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
/** Name in the inbox of an evaluation's rows, by the SHA-256 of them. No record is named so: `@` is escaped in their names. */
function resultsKey(sha256) {
    return `results@${sha256}`;
}
/** File of the branch that holds an evaluation's rows. */
function resultsPath(sha256) {
    return `results/${sha256.slice(0, 2)}/${sha256}.jsonl`;
}
/** Where a second record of an id is kept: nothing is lost, and readers tell of it. */
function conflictPath(id, blob, hashes) {
    return `conflicts/${recordKey(id, hashes)}@${blob}.json`;
}
function isNodeKind(text) {
    return nodeKinds.some((kind) => kind === text);
}

;// CONCATENATED MODULE: ./build/src/lineage/record/fields.js
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
            ? problems.add(path, `holds an invisible character (${codePoint(invisible.exec(text)?.[0] ?? '')})`)
            : text;
    };
}
/** Characters that show nothing, or a space that is not the space: fillers, variation selectors, the blank of Braille. */
const unseen = /[\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}/u;
/** A line by which something is looked up: what a person sees of it is all that there is. */
function fields_name(most) {
    const text = line(most);
    return (value, path, problems) => {
        const read = text(value, path, problems);
        const found = read === undefined ? null : unseen.exec(read);
        return found === null
            ? read
            : problems.add(path, `holds a character that cannot be told from a space or from nothing (${codePoint(found[0])})`);
    };
}
/** Letters of Latin beside letters of a script that has the same shapes; and forms of letters that Unicode itself calls variants. */
const mixed = /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin}/u;
/** Whether a name looks like another that is written with other characters. */
function looksLikeAnother(text) {
    return mixed.test(text) || text.normalize('NFKC') !== text.normalize('NFC');
}
/** Characters beyond ASCII with their code points, the first five: `ѕ (U+0455)`. */
function uncommon(text) {
    const found = [...new Set(text)].filter((char) => (char.codePointAt(0) ?? 0) > 126);
    return found.slice(0, 5).map((char) => `${char} (${codePoint(char)})`);
}
function tooLong(text, most) {
    return `has ${text.length} characters, at most ${most} are allowed`;
}
function codePoint(char) {
    const found = char.codePointAt(0) ?? 0;
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
            ? problems.add(path, `holds an invisible character (${codePoint(invisible.exec(shown)?.[0] ?? '')})`)
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
    const keyOf = line(200);
    return (value, path, problems) => {
        if (!isRecord(value))
            return problems.add(path, `expected an object, got ${kindOf(value)}`);
        const entries = Object.entries(value);
        if (entries.length > most)
            return problems.add(path, `has ${entries.length} entries, at most ${most} are allowed`);
        const read = entries.flatMap(([key, entry]) => {
            const at = `${path}.${key.slice(0, 60)}`;
            const [known, found] = [keyOf(key, at, problems), item(entry, at, problems)];
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

;// CONCATENATED MODULE: ./build/src/lineage/record/read.js


const sha = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const digest = matching(/^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[A-Za-z0-9=_-]{16,256}$/, 300, 'a digest such as sha256:… (the OCI grammar)');
/** Longest id of an artifact. */
const maxIdLength = 512;
/** Most files of results in one record. */
const maxResults = 200;
const nodeShape = {
    required: { kind: oneOf(nodeKinds), id: fields_name(maxIdLength) },
    optional: { digest, service: fields_name(maxIdLength), external: flag },
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
    optional: {
        title: line(1000),
        exempted_by: line(200),
        exempted_at: time,
        exempted_sha: matching(sha, 64, 'a full SHA, in small letters'),
        reason: line(1000),
    },
});
const results = shaped({
    required: {
        path: line(1000),
        digest: matching(/^sha256:[0-9a-f]{64}$/, 71, 'sha256: and 64 hexadecimal digits'),
        samples: integer(0),
        bytes: integer(1),
    },
    optional: {},
});
const one = (value, path, problems) => value === 1 ? 1 : problems.add(path, `expected 1, got ${JSON.stringify(value)?.slice(0, 40)}`);
const recordShape = {
    required: { schema: one, inputs: listOf(node, 100), outputs: listOf(node, 100, 1) },
    optional: {
        id: fields_name(200),
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
        results: listOf(results, maxResults),
        verdicts: listOf(verdict, 50),
        replaces: fields_name(maxIdLength),
        corrects: fields_name(200),
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
/** Whether somebody chose its id: another record may have the same. */
function hasOwnId(record, hashes) {
    return record.id !== contentId(record, hashes);
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

;// CONCATENATED MODULE: ./build/src/kernel/user-error.js
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
;// CONCATENATED MODULE: ./build/src/lineage/gate/hashes.js

const hashes = {
    sha1: (data) => (0,external_node_crypto_namespaceObject.createHash)('sha1').update(data).digest('hex'),
    sha256: (data) => (0,external_node_crypto_namespaceObject.createHash)('sha256').update(data).digest('hex'),
};

;// CONCATENATED MODULE: ./build/src/lineage/gate/stored.js
/** Records of the branch with the ids of others: a writer that repeated itself, or a second one. */


/** By id, for those whose id is in the branch. */
async function storedRecords(snapshot, records) {
    const places = records.map((record) => {
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

;// CONCATENATED MODULE: ./build/src/lineage/gate/compact.js
/** Folds the inbox into the branch: every record into its own file and into the indexes, in one push. */





const gate = 'record-lineage';
/** Compactors that meet: the loser looks again. */
const maxTries = 12;
/** Empties the inbox as it is now. A broken record stays where it is and is told; nothing is lost when it is killed. */
async function compactInbox(ledger, { log, batchSize = ledger.batch }) {
    const findings = new Map();
    const folded = { records: 0, results: 0 };
    for (let lost = 0; lost < maxTries;) {
        const snapshot = await ledger.snapshot();
        refuseRewritten(snapshot);
        const records = await recordsOf(snapshot, batchSize, findings);
        const results = await resultsOf(snapshot, findings);
        const both = [...records.taken, ...results.taken];
        if (both.length === 0)
            return reportOf(folded, [...findings.values()]);
        const message = said({ records: records.taken.size, results: results.taken.size });
        const files = new Map([...records.files, ...results.files]);
        if (await ledger.compact({ tip: snapshot.tip, files, taken: new Map(both), message: `Fold ${message}` })) {
            folded.records += records.taken.size;
            folded.results += results.taken.size;
            log.info(`${message} went into the branch`);
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
/** Rows of evaluations in one push: each may have some megabytes. */
const resultsBatch = 20;
/** Rows under the name of their content; also those whose writer was killed before its record: a later one may name them. */
async function resultsOf(snapshot, findings) {
    const waiting = [...snapshot.results]
        .filter(([sha256]) => !findings.has(resultsKey(sha256)))
        .slice(0, resultsBatch);
    const contents = await snapshot.read(waiting.map(([, { blob }]) => blob));
    const whole = waiting.filter(([sha256, { blob }]) => {
        const found = hashes.sha256(contents.get(blob) ?? '');
        if (found === sha256)
            return true;
        findings.set(resultsKey(sha256), corruptResults(resultsKey(sha256), found));
        return false;
    });
    return {
        files: new Map(whole.map(([sha256, { blob }]) => [resultsPath(sha256), blob])),
        taken: new Map(whole.map(([sha256, { oid }]) => [resultsKey(sha256), oid])),
    };
}
async function recordsOf(snapshot, batchSize, findings) {
    const waiting = [...snapshot.inbox];
    const contents = await snapshot.read(waiting.map(([, { blob }]) => blob));
    const records = waiting.flatMap(([key, { oid, blob }]) => {
        const result = readRecord(contents.get(blob) ?? new Uint8Array());
        if (result.ok && recordKey(result.record.id, hashes) === key)
            return [{ key, oid, blob, record: result.record }];
        const reason = result.ok
            ? `it holds the record ${result.record.id}`
            : result.problems.slice(0, 3).join('; ');
        findings.set(key, corrupt(key, reason));
        return [];
    });
    const taken = records.slice(0, batchSize);
    const files = new Map();
    const there = await storedRecords(snapshot, taken.map(({ record }) => record));
    for (const { blob, record } of taken) {
        const before = there.get(record.id);
        const paths = before === undefined || before.same ? pathsOf(record, hashes) : [conflictPath(record.id, blob, hashes)];
        // What is there already keeps its bytes: only the time may differ.
        for (const path of paths)
            files.set(path, before?.same === true ? before.oid : blob);
    }
    return { files, taken: new Map(taken.map(({ key, oid }) => [key, oid])) };
}
function corrupt(key, reason) {
    return {
        rule: 'lineage/corrupt-record',
        severity: 'warning',
        message: `refs/lineage/inbox/${key} was left in the inbox: ${reason}`,
        help: `Write the record anew, then ${deletion(key)}`,
    };
}
function corruptResults(key, found) {
    return {
        rule: 'lineage/corrupt-results',
        severity: 'warning',
        message: `refs/lineage/inbox/${key} was left in the inbox: its content has the SHA-256 ${found}`,
        help: `Nothing that was evaluated is in it: ${deletion(key)}`,
    };
}
/** A command to copy, of a name that no shell reads anything into. */
function deletion(key) {
    const ref = `refs/lineage/inbox/${key}`;
    return /^[\w.%@-]+$/.test(key)
        ? `git push origin --delete ${ref}`
        : 'delete that ref; no writer of lineage names one so, and a shell may read more into it than a name';
}
/** `3 lineage records and 1 file of results`. */
function said({ records, results }) {
    const rows = results === 0 ? [] : [`${results} ${results === 1 ? 'file' : 'files'} of results`];
    const links = records === 0 && results > 0 ? [] : [`${records} lineage ${records === 1 ? 'record' : 'records'}`];
    return [...links, ...rows].join(' and ');
}
function reportOf(folded, findings) {
    return {
        schema: 1,
        gate,
        verdict: 'pass',
        title: folded.records + folded.results === 0
            ? 'Nothing waits in the inbox'
            : `${said(folded)} folded into model-lineage`,
        findings,
        facts: { folded: folded.records, ...(folded.results > 0 && { foldedResults: folded.results }) },
    };
}

;// CONCATENATED MODULE: ./build/src/policy/settings.js
const nobody = { users: [], teams: [] };
/** Prompts and data may be Markdown too: only what stands where repositories keep their own pages counts. */
const planDefaults = {
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
const hotfixDefaults = {
    branches: ['hotfix/*'],
    releaseManagers: nobody,
    requiredChecks: [],
    evaluation: 'skip',
    evaluateWithinHours: 24,
};
const branchDefaults = {
    names: [],
    warnHours: 24,
    limitHours: 72,
    overLimit: 'fail',
    sync: 'merge',
};
const sweepDefaults = {
    afterDays: 7,
    remindDays: 2,
    keepLabel: 'keep-branch',
    atMost: 20,
    protect: ['main', 'master', 'release/*', 'model-lineage'],
};
const versioningDefaults = { prefix: '' };

;// CONCATENATED MODULE: ./build/src/policy/policy.js

const policyPath = '.github/model-gates.yml';
const emptyPolicy = {
    gates: {},
    config: {},
    dependencies: {},
    regression: {},
    versioning: {},
    plan: planDefaults,
    exemptions: [],
    hotfix: hotfixDefaults,
    branches: branchDefaults,
    sweep: sweepDefaults,
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

;// CONCATENATED MODULE: ./build/src/config/settings.js
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
/** What the regression gate is told, and how its entries are read: light, for what only asks. */

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

;// CONCATENATED MODULE: ./build/src/documents/dialect.js
/** How the training code reads the file; see docs/dialects.md. */
const dialects = ['pyyaml', 'omegaconf', 'yaml-1.2'];
/** How a file is read: JSON by its name, everything else in the dialect that is set. */
function dialectOf(file, settings) {
    return /\.json$/i.test(file) ? 'json' : settings.dialect;
}

;// CONCATENATED MODULE: ./build/src/regression/pinned.js
/** As git reads `REV:path`: what stands before the first colon is a ref, where it can be one; `./a:b` is a path. */
function entryOf(entry) {
    if (isLatestRelease(entry))
        return { ref: entry, path: '' };
    const [, ref, path] = /^([^\s:*?[\]{}()!\\.~^/-][^\s:*?[\]{}()!\\~^]*):(.+)$/s.exec(entry) ?? [];
    return ref === undefined || path === undefined ? { path: entry } : { ref, path };
}
/** `latest-release`, or `qwen3-vl/latest-release` with the prefix of the tags. */
function isLatestRelease(ref) {
    return /^(?:.*\/)?latest-release$/.test(ref);
}
/** Whether a list of paths names a ref, so that it is not the merge base that is read. */
function isPinned(entries) {
    return entries.some((entry) => entryOf(entry).ref !== undefined);
}
/** Globs of the baseline, without the ref before them; the candidate's own where it has none. */
function globsOf({ baseline, candidate }) {
    const paths = baseline.map((entry) => entryOf(entry).path).filter((path) => path !== '');
    return paths.length > 0 ? paths : candidate;
}

;// CONCATENATED MODULE: ./build/src/kernel/fields.js
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

;// CONCATENATED MODULE: ./build/src/check/fields.js
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
/** A workflow file comes from the pull request: which other state of trunk a change is measured against is for the policy alone to say. */
const atMergeBase = {
    expects: 'paths at the merge base (REF:PATH is taken from the policy alone)',
    parse: (raw) => {
        const paths = list.parse(raw);
        return paths === undefined || isPinned(paths) ? undefined : paths;
    },
};
const regressionFields = {
    candidate: list,
    baseline: atMergeBase,
    anchor: fields_text('latest-release, a path or ref:path'),
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

;// CONCATENATED MODULE: ./build/src/check/definitions.js





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
    fromEvent: ({ kind }) => ({ merged: kind === 'push' }),
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

;// CONCATENATED MODULE: ./build/src/policy/gate/policy.js


const maxPolicyBytes = 1024 * 1024;
/** The policy of one state of the repository. No file is the empty policy: every setting has a default. */
async function loadPolicy(tree, file) {
    const bytes = await readPolicyFile(tree, file);
    if (bytes === undefined)
        return { policy: emptyPolicy, findings: [], present: false };
    const { value, findings } = await readPolicy(bytes, file);
    return { policy: findings.length > 0 ? emptyPolicy : policyOf(value), findings, present: true };
}
/** The reader of YAML, the validator and the schema are loaded only where there is a policy to read. */
async function readPolicy(bytes, file) {
    const { readPolicyText } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 82, 23));
    return readPolicyText(bytes, file);
}
/** With a broken policy nothing may pass: its settings would not hold. */
function withPolicyErrors(report, { findings }) {
    const [first] = findings;
    if (first === undefined)
        return report;
    return { ...report, verdict: 'fail', title: first.message, findings: [...findings, ...report.findings] };
}
/** What a change to the gates' own rules means: it holds after the merge, and must be valid by then. */
async function policyChangeFindings(head, files, policyFile) {
    const findings = files
        .filter(({ path, previousPath = '' }) => isWorkflow(path) || isWorkflow(previousPath))
        .map(workflowChanged);
    const change = files.find(({ path, previousPath }) => path === policyFile || previousPath === policyFile);
    if (change === undefined)
        return findings;
    const bytes = change.path === policyFile ? await readPolicyFile(head, policyFile) : undefined;
    const problems = bytes === undefined ? [] : (await readPolicy(bytes, policyFile)).findings;
    return [...problems, policyChanged(policyFile, bytes !== undefined), ...findings];
}
/** What GitHub runs of the pull request itself: a workflow, or an action of this repository that one uses. */
function isWorkflow(path) {
    return /^\.github\/(?:workflows|actions)\//.test(path);
}
async function readPolicyFile(tree, file) {
    try {
        return await tree.read(file, maxPolicyBytes);
    }
    catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new user_error_UserError(`The policy cannot be read: ${reason}`, {
            place: { file },
            help: 'Make it a regular file of YAML below 1 MiB, or remove it to use the defaults.',
            cause,
        });
    }
}
function policyChanged(file, present) {
    return {
        rule: 'policy/changed',
        severity: 'notice',
        file,
        line: 1,
        message: present
            ? 'This pull request changes the policy. It is judged by the policy of its base; the change applies after the merge.'
            : 'This pull request removes the policy. It is judged by the policy of its base; the defaults apply after the merge.',
        help: 'Let an owner of the gates review this file.',
    };
}
function workflowChanged({ path }) {
    return {
        rule: 'policy/workflow-changed',
        severity: 'notice',
        file: path,
        line: 1,
        message: 'This pull request changes a workflow, and for a pull_request event GitHub runs the workflow of the pull request itself.',
        help: 'Let an owner of the gates see that every gate still runs; a ruleset can require this check from the base branch.',
    };
}

;// CONCATENATED MODULE: ./build/src/check/compare-commits.js
/** Commits, config values and packages between two commits, told by the gates that judge them. */



/**
 * `change` is the way from the one commit to the other. Nothing is judged: the policy of the older commit only says which files are
 * configs and which packages are watched.
 */
async function compareCode(change, more) {
    const { policy } = await loadPolicy(change.base, policyPath);
    const ports = { ...more, change, workspace: change.head };
    const nothingGiven = { values: {}, over: 'defaults' };
    const [configs, packages, commits] = await Promise.all([
        runGate(configGate, nothingGiven, policy, ports),
        runGate(dependencyGate, nothingGiven, policy, ports),
        change.commits(),
    ]);
    // The model as a whole is told too, folded up: that is no change.
    const values = (configs.sections ?? []).filter((section) => 'open' in section && section.open);
    return {
        commits,
        moves: packages.facts['moves'] ?? [],
        configs: configs.facts['files'] ?? [],
        sections: [...values, ...(packages.sections ?? [])].filter(({ kind }) => kind === 'table'),
    };
}

;// CONCATENATED MODULE: ./build/src/lineage/gate/commit-source.js
/** Author, subject and changed files of a commit, against its first parent. */
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
/** GitHub's own words: `Merge pull request #89 from …`, and `Subject (#89)` of a squash. */
function pullNumber(subject) {
    const [, merged, squashed] = /^Merge pull request #(\d{1,9}) |\(#(\d{1,9})\)$/.exec(subject) ?? [];
    const number = Number(merged ?? squashed ?? 0);
    return number === 0 ? undefined : number;
}
/** GitHub's answers, over those of a clone where there is one. */
function apiCommitSource(pulls, clone) {
    return {
        describe: async (sha) => {
            const pullRequest = await pulls.ofCommit(sha);
            const facts = await (clone === undefined ? pulls.commit(sha) : clone.describe(sha));
            return { ...facts, ...(pullRequest === undefined ? {} : { pullRequest }) };
        },
    };
}

;// CONCATENATED MODULE: ./build/src/check/trace-code.js
/** What a trace may ask of the code beside the ledger: from a clone, or from the first of two places that can tell. */



function codeOfClone(repository, reader, tools) {
    return {
        commits: gitCommitSource(repository, reader),
        lines: reader,
        compare: async (before, after) => {
            // The two versions themselves: what was released from a branch of its own need not be an ancestor of the other.
            const base = await repository.resolve(before);
            return compareCode(await repository.changeSet({ base, head: after, mergeBaseSha: base }), tools);
        },
    };
}
/** Opened when it is first asked. */
function lazily(open) {
    let opened;
    const code = () => (opened ??= open());
    return {
        commits: { describe: async (sha) => (await code()).commits.describe(sha) },
        lines: { blame: async (request) => (await code()).lines.blame(request) },
        compare: async (before, after) => (await code()).compare(before, after),
    };
}
/** The second is asked where the first cannot tell. */
function orElse(first, second) {
    const either = (one, other) => async (...args) => {
        try {
            return await one(...args);
        }
        catch (error) {
            if (!isUserError(error))
                throw error;
            return other(...args);
        }
    };
    return {
        commits: {
            describe: either((sha) => first.commits.describe(sha), (sha) => second.commits.describe(sha)),
        },
        lines: { blame: either((request) => first.lines.blame(request), second.lines.blame) },
        compare: either(first.compare, second.compare),
    };
}

;// CONCATENATED MODULE: ./build/src/kernel/group.js
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

;// CONCATENATED MODULE: ./build/src/lineage/chain/difference.js
/** What changed between two chains, as far as their records tell. */

function differenceOf(before, after) {
    const [a, b] = [difference_recordsOf(before), difference_recordsOf(after)];
    return {
        artifacts: artifactMoves(before, after),
        parameters: moves(merged(a, 'parameters'), merged(b, 'parameters')),
        dependencies: moves(merged(a, 'dependencies'), merged(b, 'dependencies')),
        metrics: moves(merged(a, 'metrics'), merged(b, 'metrics')),
        files: moves(digests(a), digests(b)),
    };
}
/** Every record of the walk, the oldest first. */
function difference_recordsOf({ steps }) {
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
    return moves(only(a, b), only(b, a));
}
function namesByKind({ steps }) {
    const named = steps.map(({ node }) => ({
        kind: node.kind,
        name: node.digest === undefined ? node.id : `${node.id}@${node.digest}`,
    }));
    return new Map([...groupBy(named, ({ kind }) => kind)].map(([kind, group]) => [kind, group.map(({ name }) => name)]));
}
/** Names that the other chain has not, by kind. */
function only(mine, others) {
    const own = [...mine].map(([kind, names]) => [kind, names.filter((name) => !others.get(kind)?.includes(name))]);
    return new Map(own.flatMap(([kind, names]) => (names.length === 0 ? [] : [[kind, names.toSorted().join(', ')]])));
}
/** The commit that a chain leads to, where it is one. */
function rootCommit(chain) {
    const commits = chain.filter(({ kind }) => kind === 'commit');
    return commits.length === 1 ? commits[0]?.id : undefined;
}

;// CONCATENATED MODULE: ./build/src/lineage/chain/walk.js
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
        const fresh = walk_unseen(level, found).slice(0, maxNodes - found.steps.size);
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
function walk_unseen(level, { steps }) {
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
    const arrows = [...edges]
        .map(({ from, to }) => (direction === 'up' ? { first: to, next: from } : { first: from, next: to }))
        .filter(({ first, next }) => byKey.has(first) && byKey.has(next));
    const after = groupBy(arrows, ({ first }) => first);
    const waitingFor = new Map([...byKey.keys()].map((key) => [key, 0]));
    for (const { next } of arrows)
        waitingFor.set(next, (waitingFor.get(next) ?? 0) + 1);
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
            for (const { next } of after.get(key) ?? [])
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
        ...notWhole(walk),
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
/** Told where more is there than was looked at. */
function notWhole({ cut, steps }) {
    if (!cut)
        return [];
    return [
        {
            rule: 'lineage/not-whole',
            severity: 'warning',
            message: `more than ${steps.length} artifacts are in this chain; the rest was not looked at`,
            help: 'Ask for one that is nearer to what you look for.',
        },
    ];
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

;// CONCATENATED MODULE: ./build/src/lineage/gate/reader.js
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
    await load(new Map([...snapshot.inbox].map(([key, { blob }]) => [`inbox/${key}`, blob])));
    const fresh = [...snapshot.inbox.values()].flatMap(({ blob }) => parsed.get(blob) ?? []);
    const waiting = indexed(await withoutTwins(fresh, snapshot, note));
    const find = async (entries) => {
        const places = entries.map(({ kind, name }) => indexPlace(kind, name, hashes));
        const folders = await snapshot.list([...new Set(places.map(({ folder }) => folder))]);
        const files = places.map(({ folder, prefix }, at) => {
            const found = [...(folders.get(folder) ?? [])].filter(([name]) => name.startsWith(prefix));
            if (found.length > maxMentions)
                note(unreadMentions(entries[at], found.length));
            return found.slice(0, maxMentions);
        });
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
        isEmpty: snapshot.head === undefined && snapshot.tip === undefined && snapshot.inbox.size === 0,
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
function unreadMentions(entry, count) {
    return {
        rule: 'lineage/not-whole',
        severity: 'warning',
        message: `${entry?.kind ?? ''} ${entry?.name ?? ''} is in ${count} records, of which ${maxMentions} were read`,
        help: 'What only the others tell is missing here: ask from the other end of the chain, or for a digest.',
    };
}
/** Without those whose id the branch has for another record: folded they will not count either. */
async function withoutTwins(records, snapshot, note) {
    const chosen = records.filter((record) => hasOwnId(record, hashes));
    const stored = await storedRecords(snapshot, chosen);
    return records.filter(({ id }) => {
        if (stored.get(id)?.same !== false)
            return true;
        note(twins(id));
        return false;
    });
}
function twins(id) {
    return {
        rule: 'lineage/conflicting-record',
        severity: 'warning',
        message: `two records have the id ${id}; the one in the branch counts`,
        help: 'Write a new record with `corrects` that says what is true.',
    };
}
function indexed(records) {
    const entries = records.flatMap((record) => entriesOf(record).map((entry) => ({ key: entryKey(entry), record })));
    const groups = groupBy(entries, ({ key }) => key);
    return new Map([...groups].map(([key, found]) => [key, found.map(({ record }) => record)]));
}
/** One record an id: what is in the inbox and in the branch is the same; where it is not, the first counts. */
function distinct(records, note) {
    const byId = new Map();
    for (const record of records) {
        const before = byId.get(record.id);
        if (before === undefined)
            byId.set(record.id, record);
        else if (before !== record && JSON.stringify(before) !== JSON.stringify(record))
            note(twins(record.id));
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

;// CONCATENATED MODULE: ./build/src/lineage/chain/sections.js


/** The chain as a table, one artifact a row: ids are copied, so nothing wide stands beside them. */
function chainTable(title, links) {
    return {
        kind: 'table',
        title,
        open: true,
        columns: [
            { title: 'Kind' },
            { title: 'Id', code: true },
            { title: 'Digest', code: true },
            { title: 'When (UTC)' },
            { title: 'Who' },
            { title: 'From' },
        ],
        rows: links.map((link) => [
            link.kind,
            nameOf(link),
            link.digest === undefined ? '' : shortDigest(link.digest),
            link.at === undefined ? '' : minute(link.at),
            (link.kind === 'commit' ? link.author : link.by) ?? '',
            [
                link.pr_number === undefined ? '' : `#${link.pr_number}`,
                link.git_ref?.replace('refs/heads/', '') ?? '',
            ]
                .filter(Boolean)
                .join(' '),
        ]),
    };
}
/** What gates said along the chain, with who lifted one, when, on which commit and why; and what was measured. */
function wordTables(links) {
    const verdicts = links.flatMap((link) => (link.verdicts ?? []).map((told) => verdictRow(link, told)));
    const metrics = links.flatMap((link) => Object.entries(link.metrics ?? {}).map(([name, value]) => [nameOf(link), name, String(value)]));
    return [
        ...table('What the gates said', ['Of', 'Gate', 'Verdict', 'Why'], verdicts),
        ...table('What was measured', ['Of', 'Metric', 'Value'], metrics),
    ];
}
/** None where there is no row; the JSON has those beyond the first. */
function table(title, [first = '', ...others], rows) {
    if (rows.length === 0)
        return [];
    const columns = [{ title: first, code: true }, ...others.map((name) => ({ title: name }))];
    return [{ kind: 'table', title, open: true, columns, rows: rows.slice(0, 100) }];
}
/** `exempt by grace on 1a2b3c4d (2026-11-20 10:05)`, and the reason. */
function verdictRow(link, told) {
    const { gate, verdict, exempted_by: by, exempted_sha: sha, exempted_at: at, reason } = told;
    const words = [
        verdict,
        by === undefined ? '' : ` by ${by}`,
        sha === undefined ? '' : ` on ${sha.slice(0, 8)}`,
        at === undefined ? '' : ` (${minute(at)})`,
    ].join('');
    return [nameOf(link), gate, words, by === undefined ? '' : (reason?.slice(0, 200) ?? '')];
}
function nameOf({ kind, id }) {
    return kind === 'commit' ? id.slice(0, 12) : id;
}
/** `2026-11-20 10:05`, of a time in UTC. */
function minute(at) {
    return at.slice(0, 16).replace('T', ' ');
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

;// CONCATENATED MODULE: ./build/src/lineage/gate/trace-report.js
/** How a trace reads, for machines and for people. */

const traceGate = 'trace-lineage';
function unknownId(id, reader) {
    const ledger = reader.findings();
    const unread = ledger.some(({ rule }) => rule === 'lineage/corrupt-record');
    const message = reader.isEmpty
        ? 'the ledger is empty: nothing has been recorded here yet'
        : `nothing ${unread ? 'that can be read ' : ''}in the ledger is called ${id.slice(0, 200)}`;
    const odd = uncommon(id.normalize('NFC'));
    const spelling = odd.length === 0 ? 'Check the spelling' : `Check the spelling: it is written with ${odd.join(', ')}`;
    const finding = {
        rule: 'lineage/unknown-id',
        severity: 'error',
        message,
        help: reader.isEmpty
            ? 'Record artifacts where they are made (record-lineage); where there should be records, look whether model-lineage and refs/lineage were deleted.'
            : `${spelling}; record the artifact where it is made (record-lineage).`,
    };
    return {
        schema: 1,
        gate: traceGate,
        verdict: 'fail',
        title: message,
        findings: [finding, ...ledger],
        facts: { id, chain: [], down: [], missing: [], ambiguous: [] },
    };
}
/** The chain, both ways. */
function chainReport(id, traced, ledger) {
    const { chain, uses, up } = traced;
    const commits = chain.filter(({ kind }) => kind === 'commit');
    return {
        schema: 1,
        gate: traceGate,
        verdict: commits.length > 0 ? 'pass' : 'inconclusive',
        title: titleOf(traced, commits),
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
function titleOf({ start, uses }, commits) {
    const what = start[0] === undefined ? '' : nodeText(start[0]);
    const [commit] = commits;
    if (start[0]?.kind === 'commit')
        return `${what} ${servedBy(uses)}`;
    if (commit === undefined)
        return `The chain of ${what} ends before a commit`;
    const pull = commit.pr_number === undefined ? '' : `, pull request #${commit.pr_number}`;
    const author = commit.author === undefined ? '' : ` by ${commit.author}`;
    return `${what} comes from commit ${commit.id.slice(0, 8)}${author}${pull}`;
}
/** What is asked of a commit is not where it comes from. */
function servedBy(uses) {
    const served = uses.filter(({ kind }) => kind === 'serving').map(({ id }) => id);
    if (served.length === 0)
        return 'is in no serving version that is recorded';
    const more = served.length > 3 ? ` and ${served.length - 3} more` : '';
    return `is served by ${served.slice(0, 3).join(', ')}${more}`;
}
function sectionsOf({ chain, uses, up, down }) {
    const joined = { ...up, steps: [...up.steps, ...down.steps.slice(1)], edges: [...up.edges, ...down.edges] };
    return [
        chainTable('Made of', chain),
        ...(uses.length === 0 ? [] : [chainTable('What it went into', uses)]),
        ...wordTables([...chain, ...uses]),
        ...fileTables(chain),
        mermaid('Drawing', joined),
    ];
}

;// CONCATENATED MODULE: ./build/src/lineage/gate/details-unread.js
function detailsUnread(message, help) {
    return {
        rule: 'lineage/details-unread',
        severity: 'warning',
        message,
        help: help ?? 'Run it in a clone of the repository, or pass a token.',
    };
}

;// CONCATENATED MODULE: ./build/src/lineage/chain/chain.js
/** A walk as facts for machines: one entry an artifact, with what the records say of it. */


/** The entries of a chain; of a commit with what git knows of it. */
function chainLinks(steps, commits) {
    const users = recordsUsing(steps);
    return steps.map((step) => linkOf(step, users.get(nodeKey(step.node)) ?? [], commits.get(step.node.id)));
}
/** A commit has no record that made it: who wrote it is told by those that used it. */
function recordsUsing(steps) {
    const uses = steps.flatMap(({ records }) => records.flatMap((record) => record.inputs.map((node) => ({ key: nodeKey(node), record }))));
    const groups = groupBy(uses, ({ key }) => key);
    return new Map([...groups].map(([key, found]) => [key, found.map(({ record }) => record)]));
}
function linkOf(step, users, facts) {
    const { node, depth, records, mentions } = step;
    const isCommit = node.kind === 'commit';
    const telling = isCommit ? [...users, ...mentions] : makersOf(node, mentions);
    const first = telling.toSorted((a, b) => (a.at < b.at ? -1 : 1))[0];
    const pick = (key) => telling.find((record) => record[key] !== undefined)?.[key];
    const metrics = Object.fromEntries([...makersOf(node, mentions), ...evaluationsOf(node, mentions)].flatMap((record) => Object.entries(record.metrics ?? {})));
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
/** What was measured on it, oldest first. */
function evaluationsOf(node, mentions) {
    return mentions
        .filter(({ inputs, outputs }) => outputs.some(({ kind }) => kind === 'evaluation') && inputs.some((input) => sameNode(input, node)))
        .toSorted((a, b) => (a.at < b.at ? -1 : 1));
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

;// CONCATENATED MODULE: ./build/src/lineage/chain/previous.js

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
/**
 * The version of a service that was deployed last, by the time of the records. What a record says it took the place of was there
 * before it, whatever the clocks say: where only one deployment of that is known, it does not count as the later.
 */
function latestServing(records, service) {
    const known = [...new Map(records.map((record) => [record.id, record])).values()];
    const deployed = known
        .flatMap((record) => record.outputs.map((node) => ({ record, node })))
        .filter(({ node }) => node.kind === 'serving' && node.service === service)
        .toSorted((a, b) => (a.record.at < b.record.at ? 1 : -1));
    const wrong = deployed.filter(({ node, record }) => {
        if (deployed.filter((one) => nodeKey(one.node) === nodeKey(node)).length > 1)
            return false;
        const after = known.filter(({ replaces, at }) => replaces === node.id && at < record.at);
        // It may have come back itself, over the one that took its place.
        return after.some(({ outputs }) => outputs.every(({ id }) => id !== record.replaces));
    });
    return (deployed.find((one) => !wrong.includes(one)) ?? deployed[0])?.node;
}
function isVersion(output, node) {
    return output.kind === 'serving' && output.id === node.id;
}

;// CONCATENATED MODULE: ./build/src/lineage/gate/traced.js








/** Commits of one chain that are looked up. */
const maxCommits = 20;
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
        findings: [
            ...findings,
            ...described.findings,
            ...walkFindings(up, new Date(ports.now()).toISOString()),
            ...notWhole(down),
        ],
    };
}
async function startNodes(id, reader) {
    const found = await reader.named(id);
    if (found.length > 0)
        return found;
    const [, kind = '', rest = ''] = /^([a-z]+):(.+)$/.exec(id) ?? [];
    return isNodeKind(kind) ? (await reader.named(rest)).filter((node) => node.kind === kind) : [];
}
/** The name of a service stands for the version that was deployed last. */
async function currentVersion(id, nodes, reader) {
    if (nodes.length < 2 || nodes.some(({ kind, service }) => kind !== 'serving' || service !== id))
        return nodes;
    const mentions = await reader.mentioning(nodes);
    const latest = latestServing(mentions.flat(), id);
    return nodes.filter((node) => latest !== undefined && sameNode(node, latest)).slice(0, 1);
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

;// CONCATENATED MODULE: ./build/src/lineage/gate/diff.js
/** What changed between two artifacts, two serving versions above all: commits, config values, packages, metrics. */






/** From the artifact that was recorded first to the other, in whichever order they are named. */
async function traceDiff(one, other, ports) {
    const reader = await openReader(await ports.ledger.snapshot());
    const [first, second] = [await traceFrom(one, reader, ports), await traceFrom(other, reader, ports)];
    if (first === undefined)
        return unknownId(one, reader);
    if (second === undefined)
        return unknownId(other, reader);
    const reversed = cameAfter(first, second);
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
/** By what their records say they took the place of, else by time: a clock may be wrong. */
function cameAfter(one, other) {
    const [later, earlier] = [replaces(one, other), replaces(other, one)];
    return later === earlier ? madeAt(one) > madeAt(other) : later;
}
function replaces({ up }, { start }) {
    const own = up.steps.filter(({ depth }) => depth === 0).flatMap(({ records }) => records);
    return own.some((record) => start.some(({ id }) => id === record.replaces));
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
        return {
            findings: [
                detailsUnread('the code was not compared: that needs a clone, or the address of the repository'),
            ],
        };
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
        count(packagesOf(dependencies, comparison).size, 'package'),
        count(metrics.length, 'metric'),
    ].filter((part) => part !== undefined);
    return `From ${before} to ${after}: ${parts.join(', ')} changed`;
}
/** Those that were recorded as installed, and those that moved in the lock files. */
function packagesOf(dependencies, comparison) {
    const moves = Array.isArray(comparison?.moves) ? comparison.moves : [];
    const moved = moves.flatMap((move) => typeof move === 'object' && move !== null && 'name' in move ? [String(move.name)] : []);
    return new Set([...dependencies.map(({ name }) => name), ...moved]);
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
/** A URI for an artifact: its own, else a package URL where it has a digest, else its place in the ledger. */
function uriOf(node, { repositoryUrl }) {
    if (node.kind === 'commit')
        return `git+${repositoryUrl}@${node.id}`;
    if (/^[a-z][a-z0-9+.-]*:\/\//.test(node.id))
        return node.id;
    if (node.kind === 'image' && node.digest !== undefined)
        return packageUrl(node);
    return `${repositoryUrl}#${node.kind}/${encodeURIComponent(node.id)}`;
}
/**
 * A package URL (https://github.com/package-url/purl-spec): `pkg:oci/…@<digest>` of an image, with where it is and its tag;
 * `pkg:generic/…` of anything else, with its digest as checksum.
 */
function packageUrl({ kind, id, digest }) {
    if (kind !== 'image') {
        const checksum = digest === undefined ? '' : `?checksum=${encodeURIComponent(digest)}`;
        return `pkg:generic/${encodeURIComponent(id)}${checksum}`;
    }
    const [, place = id, tag] = /^(.+?)(?::([\w][\w.-]{0,127}))?(?:@[^/]*)?$/s.exec(id) ?? [];
    const name = place.split('/').at(-1) || place;
    const qualifiers = [
        ...(place.includes('/') ? [`repository_url=${encodeURIComponent(place)}`] : []),
        ...(tag === undefined ? [] : [`tag=${encodeURIComponent(tag)}`]),
    ];
    return [
        `pkg:oci/${encodeURIComponent(name.toLowerCase())}`,
        ...(digest === undefined ? [] : [`@${encodeURIComponent(digest)}`]),
        ...(qualifiers.length === 0 ? [] : [`?${qualifiers.join('&')}`]),
    ].join('');
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
                id: type === 'published' ? packageUrl(node) : uriOf(node, context),
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
        // Artifacts are named by package URLs, there and here.
        artifactId: packageUrl(artifact ?? node),
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

const in_toto_results = {
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
    const judged = (record.verdicts ?? []).filter(({ verdict }) => in_toto_results[verdict] !== undefined);
    const subject = in_toto_subjectsOf(record, context);
    if (judged.length === 0 || subject.length === 0)
        return undefined;
    const named = (wanted) => judged.filter(({ verdict }) => in_toto_results[verdict] === wanted).map(({ gate }) => gate);
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
                // Never empty: readers refuse a step that nothing from outside decided.
                externalParameters: {
                    repository: context.repositoryUrl,
                    ...(record.command === undefined ? {} : { command: record.command }),
                    ...(record.git_ref === undefined ? {} : { ref: record.git_ref }),
                    ...(record.parameters === undefined ? {} : { parameters: record.parameters }),
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
        ...(unique.length === 0 ? {} : { 'model-index': [{ name: weights.id, results: unique.map(resultOf) }] }),
    };
}
/** `task/metric` as the evaluation names it; the Hub wants a task, a dataset and a metric of each value. */
function resultOf({ name, value }) {
    const slash = name.indexOf('/');
    const dataset = slash < 0 ? 'internal evaluation' : name.slice(0, slash);
    const type = slash < 0 ? name : name.slice(slash + 1);
    return {
        task: { type: 'image-text-to-text' },
        dataset: { name: dataset, type: dataset.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-') },
        metrics: [{ type, value, name }],
    };
}

;// CONCATENATED MODULE: ./build/src/lineage/exports/mlflow.js
/** A chain as a version of a model in MLflow's registry. */


/** The tag that holds the key. */
const keyTag = 'lineage_key';
/** The weights that the chain comes to first, with all that they come from; `undefined` where it has none. */
function mlflowRegistration(walk, { repository, repositoryUrl }, hashes, { model, aliases = [] } = {}) {
    const links = chainLinks(walk.steps, new Map());
    const weights = walk.steps.find(({ node }) => node.kind === 'weights');
    if (weights === undefined)
        return undefined;
    const key = hashes.sha256(`${repositoryUrl} ${identityOf(weights.node, links)}`);
    const tags = { ...artifactTags(links), ...commitTags(links, walk, repository), ...judgements(links, walk) };
    return {
        model: model ?? repositoryName(repository),
        source: sourceOf(weights.node.id, repositoryUrl),
        key,
        tags: { [keyTag]: key, ...tags },
        aliases,
    };
}
/** Without a digest the name may stand for other weights tomorrow: the job tells them apart. */
function identityOf(weights, links) {
    const job = links.find(({ kind }) => kind === 'job');
    const maker = weights.digest === undefined && job !== undefined ? ` of ${job.id}` : '';
    return `${nodeKey(weights)}${maker}`;
}
function repositoryName(repository) {
    return (repository.split('/').at(-1) ?? repository).replace(/\.git$/, '');
}
/** MLflow takes addresses of storages; `http:` and `file:` it takes only from its own, and a bare name never. */
function sourceOf(id, repositoryUrl) {
    if (/^(?!https?:|file:)[a-z][a-z0-9+.-]*:\/\/[^/]/.test(id))
        return id;
    return `lineage://${repositoryUrl.replace(/^[a-z]+:\/\//, '')}/weights/${encodeURIComponent(id)}`;
}
/** The nearest artifact of each kind. */
function artifactTags(links) {
    const [weights, job, image, serving] = ['weights', 'job', 'image', 'serving'].map((kind) => links.find((link) => link.kind === kind));
    return told({
        weights: weights?.id,
        weights_digest: weights?.digest,
        job: job?.id,
        job_url: job?.run?.url,
        image: image?.id,
        image_digest: image?.digest,
        serving: serving?.id,
    });
}
function commitTags(links, walk, repository) {
    const commit = links.find(({ kind }) => kind === 'commit');
    return told({
        repository,
        sha: commit?.id,
        git_ref: commit?.git_ref,
        author: commit?.author,
        pr_number: commit?.pr_number,
        version: versionOf(links, walk),
    });
}
/** As trigger-pipeline and record-lineage keep it with the job; else the git tag, else the tag of the image. */
function versionOf(links, { steps }) {
    const kept = steps
        .flatMap(({ records }) => records)
        .map(({ parameters }) => parameters?.['version'])
        .find((version) => typeof version === 'string');
    if (kept !== undefined)
        return kept;
    const refs = links.map(({ git_ref }) => /^refs\/tags\/(.+)$/.exec(git_ref ?? '')?.[1]);
    const images = links.filter(({ kind }) => kind === 'image');
    return [...refs, ...images.map(({ id }) => /:([\w][\w.-]{0,127})$/.exec(id)?.[1])].find((name) => name !== undefined);
}
/** `metric.mmmu/accuracy` of the weights, `gate.regression-gate` of all that they come from. */
function judgements(links, { steps }) {
    const weights = steps.find(({ node }) => node.kind === 'weights');
    const metrics = [...(weights?.records ?? []), ...(weights?.mentions ?? []).filter(isEvaluation)].flatMap((record) => Object.entries(record.metrics ?? {}));
    const verdicts = links.flatMap((link) => link.verdicts ?? []);
    return told({
        ...Object.fromEntries(metrics.map(([name, value]) => [`metric.${name}`, value])),
        ...Object.fromEntries(verdicts.map((verdict) => [`gate.${verdict.gate}`, verdictText(verdict)])),
    });
}
function isEvaluation({ outputs }) {
    return outputs.every(({ kind }) => kind === 'evaluation');
}
function verdictText({ verdict, exempted_by: by }) {
    return by === undefined ? verdict : `${verdict} by ${by}`;
}
/** Keys as MLflow allows them: word characters, `-`, `.`, space, `:` and `/`, at most 250 of them. */
function told(tags) {
    return Object.fromEntries(Object.entries(tags).flatMap(([key, value]) => value === undefined ? [] : [[key.replaceAll(/[^\w\-. :/]/g, '_').slice(0, 250), String(value)]]));
}
/** Why MLflow would refuse the names; `undefined` where it takes them. */
function mlflowProblem({ model = 'x', aliases = [] }) {
    if (!/^[^/:'"`\p{C}]{1,250}$/u.test(model))
        return `"${mlflow_shown(model)}" cannot name a model`;
    const bad = aliases.find((alias) => !/^[\w-]{1,255}$/.test(alias) || /^(?:v\d+|latest)$/i.test(alias));
    return bad === undefined ? undefined : `"${mlflow_shown(bad)}" cannot be an alias`;
}
function mlflow_shown(text) {
    return text.replaceAll(/\p{C}/gu, ' ').slice(0, 100);
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
    return exporters[format](difference_recordsOf(walk), context, hashes, walk);
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
        .map((step) => modelCard(step.node, [...step.records, ...exports_evaluationsOf(step.mentions)]))
        .filter((card) => Object.keys(card).length > 0),
    mlflow: (_records, context, hashes, walk) => defined([mlflowRegistration(walk, context, hashes)]),
};
function exports_evaluationsOf(records) {
    return records.filter(({ outputs }) => outputs.every(({ kind }) => kind === 'evaluation'));
}
function defined(values) {
    return values.filter((value) => value !== undefined);
}

;// CONCATENATED MODULE: ./build/src/lineage/gate/export.js
/** A chain in the words of another tool. */





/** JSON for the tool, as text. Throws a UserError for an id that nothing has, and where no record names the repository. */
async function exportTrace(request, ports) {
    const { walk, context } = await exportable(request, ports);
    return `${JSON.stringify(exportWalk(request.format, walk, context, hashes), null, 2)}\n`;
}
/** The chain upwards, and where it belongs. Throws as `exportTrace` does. */
async function exportable(request, ports) {
    const reader = await openReader(await ports.ledger.snapshot());
    const traced = await traceFrom(request.id, reader, ports);
    if (traced === undefined)
        throw new user_error_UserError(`nothing in the ledger is called ${request.id.slice(0, 200)}`, {
            help: 'Check the spelling.',
        });
    const repository = request.repository ?? difference_recordsOf(traced.up).find((record) => record.repository !== undefined)?.repository;
    if (repository === undefined)
        throw new user_error_UserError('no record names its repository', { help: 'Give it: --repository owner/name.' });
    const repositoryUrl = /^https?:/.test(repository) ? repository : `${request.serverUrl}/${repository}`;
    return { walk: traced.up, context: { repository, repositoryUrl, version: request.version } };
}

;// CONCATENATED MODULE: ./build/src/lineage/gate/evaluations.js
/** What the ledger knows of trunk's evaluations: their results, and the values against which slow erosion shows. */





async function evaluationReader(snapshot) {
    const reader = await openReader(snapshot);
    const recorded = (commits) => reader.mentioning(commits.map((sha) => ({ kind: 'commit', id: sha })));
    const evaluations = async (commits) => (await recorded(commits)).map((records) => records.filter(evaluations_isEvaluation).toSorted(byTime));
    return {
        nearest: async (commits, which) => {
            const found = await evaluations(commits);
            const chosen = found.flatMap((records, merges) => chosenFrom(records, which).map((one) => ({ merges, sha: commits[merges] ?? '', ...one })));
            const [first] = chosen;
            const findings = reader.findings();
            if (first === undefined)
                return { findings, others: pathsIn(found.flat()) };
            const { results, samples, ...origin } = first;
            const older = chosen.slice(1).filter(({ sha }) => sha === first.sha);
            const sizes = [samples, ...older.map((one) => one.samples)];
            return { evaluation: { ...origin, files: await rowsOf(results, snapshot), sizes }, findings };
        },
        values: async (commits) => {
            const found = await evaluations(commits);
            return commits.flatMap((sha, at) => {
                const values = new Map((found[at] ?? []).flatMap(metricsOf));
                return [...values].map(([metric, value]) => ({ sha, metric, value }));
            });
        },
        // Not of evaluations only: that of a hotfix is recorded as a verdict.
        minutes: async (commits) => (await recorded(commits)).flatMap((records) => records.toSorted(byTime).flatMap(minutesOf)),
    };
}
function evaluations_isEvaluation({ outputs }) {
    return outputs.some(({ kind }) => kind === 'evaluation');
}
function byTime(a, b) {
    return a.at < b.at ? -1 : Number(a.at > b.at);
}
function metricsOf({ metrics = {} }) {
    return Object.entries(metrics);
}
function minutesOf({ parameters }) {
    const told = parameters?.['evaluation_minutes'];
    // An action writes parameters as text.
    const minutes = typeof told === 'string' && told !== '' ? Number(told) : told;
    return typeof minutes === 'number' && minutes > 0 && minutes <= 100_000 ? [minutes] : [];
}
/**
 * The wanted files of each evaluation, the one that was recorded last first. Records that name the same evaluation are its shards; of
 * two for one file the later counts. Files of different evaluations are never put together: the same samples may be in both.
 */
function chosenFrom(records, { wanted }) {
    const fitting = records.filter(({ results = [] }) => results.some(({ path }) => wanted(path)));
    const groups = [...groupBy(fitting.toReversed(), evaluationOf).values()];
    return groups.flatMap((shards) => {
        const [last] = shards;
        if (last === undefined)
            return [];
        const all = shards.toReversed().flatMap(({ results = [] }) => results.filter(({ path }) => wanted(path)));
        const results = [...new Map(all.map((one) => [one.path, one])).values()];
        const samples = results.reduce((sum, one) => sum + one.samples, 0);
        const { at, by, run } = last;
        const url = run?.url === undefined ? {} : { url: run.url };
        return [{ at, by, ...url, results, samples }];
    });
}
function evaluationOf({ outputs }) {
    return outputs.find(({ kind }) => kind === 'evaluation')?.id;
}
/** What was recorded, for who looks for it under another path. */
function pathsIn(records) {
    return [...new Set(records.flatMap(({ results = [] }) => results.map(({ path }) => path)))].slice(0, 5);
}
/** Path → rows, from the inbox or the branch. Rows that are missing or are not what the record names are an error, never no rows. */
async function rowsOf(results, snapshot) {
    const places = results.map(({ path, digest }) => {
        const sha256 = digest.slice('sha256:'.length);
        const file = resultsPath(sha256);
        const slash = file.lastIndexOf('/');
        return { path, sha256, folder: file.slice(0, slash), name: file.slice(slash + 1) };
    });
    const folders = await snapshot.list([...new Set(places.map(({ folder }) => folder))]);
    const blobs = places.map((place) => {
        const oid = folders.get(place.folder)?.get(place.name) ?? snapshot.results.get(place.sha256)?.blob;
        if (oid === undefined)
            throw damaged(place.path, 'are not in the ledger, though a record names them');
        return { ...place, oid };
    });
    const contents = await snapshot.read(blobs.map(({ oid }) => oid));
    return new Map(blobs.map(({ path, sha256, oid }) => {
        const bytes = contents.get(oid) ?? new Uint8Array();
        if (hashes.sha256(bytes) !== sha256)
            throw damaged(path, 'do not have the SHA-256 that their record names');
        return [path, bytes];
    }));
}
function damaged(path, reason) {
    return new user_error_UserError(`the recorded results of ${path} ${reason}`, {
        help: 'Record the results of that commit anew (record-lineage with `results`), and see who wrote to the ledger.',
    });
}

;// CONCATENATED MODULE: ./build/src/lineage/exports/mlflow-calls.js
/** The calls of MLflow's REST API 2.0 that register a version of a model, and what its answers say: data only, nothing is sent. */


function getModel(name) {
    return { method: 'GET', path: 'registered-models/get', fields: { name } };
}
function createModel(name) {
    return { method: 'POST', path: 'registered-models/create', fields: { name } };
}
/** Neither a name that was checked nor a key can end the quotes. */
function findVersions({ model, key }) {
    const filter = `name='${model}' and tags.${keyTag}='${key}'`;
    return { method: 'GET', path: 'model-versions/search', fields: { filter, max_results: '100' } };
}
function createVersion({ model, source, tags }) {
    const list = Object.entries(tags).map(([key, value]) => ({ key, value }));
    return { method: 'POST', path: 'model-versions/create', fields: { name: model, source, tags: list } };
}
function setTag(name, version, key, value) {
    return { method: 'POST', path: 'model-versions/set-tag', fields: { name, version, key, value } };
}
function setAlias(name, version, alias) {
    return { method: 'POST', path: 'registered-models/alias', fields: { name, alias, version } };
}
/** The versions in an answer to `findVersions`, the oldest first; `undefined` for an answer that is none. */
function versionsIn(answer) {
    if (!isRecord(answer))
        return undefined;
    const listed = answer['model_versions'] ?? [];
    if (!Array.isArray(listed))
        return undefined;
    return listed
        .flatMap((one) => versionIn(one) ?? [])
        .toSorted((a, b) => Number(a.version) - Number(b.version));
}
/** The version in an answer to `createVersion`. */
function versionCreated(answer) {
    return isRecord(answer) ? versionIn(answer['model_version']) : undefined;
}
function versionIn(value) {
    if (!isRecord(value))
        return undefined;
    const version = value['version'];
    if (typeof version !== 'string' && typeof version !== 'number')
        return undefined;
    const listed = value['tags'];
    const tags = (Array.isArray(listed) ? listed : []).filter(isRecord);
    return {
        version: String(version),
        tags: new Map(tags.map(({ key, value: text }) => [String(key), String(text)])),
    };
}

;// CONCATENATED MODULE: ./build/src/releases/trigger/url.js
/** Where a request with a secret may be sent. */
/**
 * `https:` everywhere, `http:` to this machine only, or where it is `plain`: nothing secret goes along.
 * Never with a name and password, which would end up in logs.
 */
function checkedTarget(text, { plain = false } = {}) {
    if (!URL.canParse(text))
        return { ok: false, problem: 'it is no URL' };
    const url = new URL(text);
    if (url.username !== '' || url.password !== '')
        return { ok: false, problem: 'it holds a name or password' };
    if (url.protocol === 'https:')
        return { ok: true, url };
    if (url.protocol === 'http:' && (plain || isLoopback(url.hostname)))
        return { ok: true, url };
    return { ok: false, problem: `it begins with ${url.protocol}//, and only https:// is sent to` };
}
/** Scheme, host and path, without what may be a key in it: what may be shown. */
function shownTarget({ origin, pathname }) {
    return `${origin}${pathname
        .split('/')
        .map((part) => (mayBeKey(part) ? '…' : part))
        .join('/')}`;
}
/** What in an address may be a key: the values of its query, and long parts of its path, as web hooks have them. */
function keysIn({ pathname, searchParams }) {
    return [...searchParams.values(), ...pathname.split('/').filter(mayBeKey)];
}
/** Long, with digits and letters: `T0AB12…`; a name such as `training-pipelines` is none. */
function mayBeKey(part) {
    return part.length >= 16 && /\d/.test(part) && /[a-z]/i.test(part);
}
/** Whether a token can stand in a header: visible ASCII on one line. What cannot is most often a secret that was pasted with a line break. */
function fitsHeader(token) {
    return /^[\x21-\x7e]+(?: +[\x21-\x7e]+)*$/.test(token);
}
function isLoopback(host) {
    return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

;// CONCATENATED MODULE: ./build/src/kernel/retry.js
/** When a pipeline may be asked for a second time. */
const longestWaitMs = 60_000;
/** Milliseconds before the next try; `undefined` where another is of no use, or could start the pipeline twice. */
function waitBeforeRetry(failure, state) {
    if (state.attempt + 1 >= state.attempts || !mayRepeat(failure, state.idempotent))
        return undefined;
    const asked = failure.kind === 'status' ? failure.retryAfterMs : undefined;
    if (asked !== undefined && asked > longestWaitMs)
        return undefined;
    const most = Math.min(1000 * 2 ** state.attempt, 20_000);
    // Half of it by chance: runners that failed together do not return together.
    return (asked ?? most / 2) + (state.random * most) / 2;
}
/** Whether the pipeline may run although no answer said so: then a person must look before starting it again. */
function isUnclear(failure) {
    return failure.kind === 'broken' || (failure.kind === 'status' && failure.status >= 500);
}
function mayRepeat(failure, idempotent) {
    if (failure.kind === 'unreachable')
        return true;
    if (failure.kind === 'status' && failure.status === 429)
        return true;
    return isUnclear(failure) && idempotent;
}

;// CONCATENATED MODULE: ./build/src/kernel/secrets.js
/** `text` without any of the secrets, whatever an answer repeats, and in which of the usual spellings: as it is, in JSON, in a URL, in base64. */
function redact(text, secrets) {
    return (secrets
        .filter((secret) => secret !== undefined)
        .filter((secret) => secret.length > 0)
        .flatMap(spellings)
        // The longer first: one may hold another.
        .toSorted((a, b) => b.length - a.length)
        .reduce((clean, secret) => clean.replaceAll(secret, '***'), text));
}
function spellings(secret) {
    return [
        secret,
        JSON.stringify(secret).slice(1, -1),
        encodeURIComponent(secret.toWellFormed()),
        new URLSearchParams({ '': secret }).toString().slice(1),
        Buffer.from(secret).toString('base64'),
    ];
}

;// CONCATENATED MODULE: ./build/src/ports/http-retry.js
/** Requests to a server that is not GitHub: sent again only where that cannot do a thing twice. */



/** The outcome of the last try. */
async function sendWithRetries(request, { attempts, idempotent, told }, ports) {
    for (let attempt = 0;; attempt += 1) {
        const outcome = await ports.send(request);
        const failure = failureOf(outcome);
        if (failure === undefined)
            return outcome;
        const random = (ports.random ?? Math.random)();
        const wait = waitBeforeRetry(failure, { attempt, attempts, idempotent, random });
        if (wait === undefined)
            return outcome;
        ports.log.info(`${told(outcome)}; again in ${Math.round(wait / 100) / 10} s`);
        await (ports.pause ?? promises_namespaceObject.setTimeout)(wait);
    }
}
/** `undefined` for an answer in the two hundreds. */
function failureOf(outcome) {
    if (outcome.kind !== 'answer')
        return { kind: outcome.kind };
    const { status, retryAfterMs } = outcome;
    if (status >= 200 && status < 300)
        return undefined;
    return { kind: 'status', status, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}
/** The outcome in short, without secrets, on one line. */
function saidBy(outcome, secrets) {
    if (outcome.kind === 'unreachable')
        return `it could not be reached (${redact(outcome.reason, secrets)})`;
    if (outcome.kind === 'broken')
        return `the connection broke (${redact(outcome.reason, secrets)})`;
    const text = redact(outcome.text, secrets).replaceAll(/\s+/g, ' ').trim().slice(0, 200);
    return text === '' ? `it answered ${outcome.status}` : `it answered ${outcome.status} (${text})`;
}

;// CONCATENATED MODULE: ./build/src/lineage/gate/mlflow-server.js



/** Credentials come in MLflow's own variables; a token goes before a name and password. Throws a UserError for an address that is none, or to which a secret would go unencrypted. */
function mlflowServer(address, environment) {
    const [token = '', user = '', password = ''] = ['TOKEN', 'USERNAME', 'PASSWORD'].map((name) => environment[`MLFLOW_TRACKING_${name}`]);
    if (token !== '' && !fitsHeader(token))
        throw new user_error_UserError('MLFLOW_TRACKING_TOKEN cannot be sent: it has a line break or a character that headers have not.', { help: 'Set it again, without what was pasted around it.' });
    const basic = user === '' ? '' : Buffer.from(`${user}:${password}`).toString('base64');
    const authorization = token !== '' ? `Bearer ${token}` : basic === '' ? undefined : `Basic ${basic}`;
    const checked = checkedTarget(address, { plain: authorization === undefined });
    if (!checked.ok)
        throw new user_error_UserError(`The address of MLflow cannot be used: ${checked.problem}.`, {
            help: 'Give the address of its tracking server, such as https://mlflow.example, and credentials in MLFLOW_TRACKING_TOKEN, or MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD.',
        });
    const secrets = [token, password, basic].filter((secret) => secret !== '');
    return { url: checked.url, secrets, ...(authorization === undefined ? {} : { authorization }) };
}
const attempts = 4;
const timeoutMs = 30_000;
/** `once`: a second try could do it twice. */
async function ask(call, server, ports, once = false) {
    const told = (outcome) => `${call.path}: ${saidBy(outcome, server.secrets)}`;
    const retries = { attempts, idempotent: !once, told };
    const outcome = await sendWithRetries(requestOf(call, server), retries, ports);
    const value = outcome.kind === 'answer' ? parsed(outcome.text) : undefined;
    if (failureOf(outcome) === undefined && value !== undefined)
        return { ok: true, value };
    return { ok: false, code: codeOf(value), outcome };
}
function requestOf({ method, path, fields }, { url, authorization }) {
    const target = new URL(`${url.origin}${url.pathname.replace(/\/+$/, '')}/api/2.0/mlflow/${path}`);
    const headers = {
        accept: 'application/json',
        'user-agent': 'model-gates',
        ...(authorization === undefined ? {} : { authorization }),
    };
    if (method === 'POST')
        return {
            method,
            url: target,
            timeoutMs,
            headers: { ...headers, 'content-type': 'application/json' },
            body: JSON.stringify(fields),
        };
    for (const [name, value] of Object.entries(fields))
        target.searchParams.set(name, String(value));
    return { method, url: target, timeoutMs, headers };
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function codeOf(value) {
    const code = typeof value === 'object' && value !== null ? Reflect.get(value, 'error_code') : undefined;
    return typeof code === 'string' ? code : '';
}
/** Why the registry was not written, and what mends it. */
function notRegistered(answer, call, server) {
    const said = saidBy(answer.outcome, server.secrets);
    return {
        rule: 'lineage/not-registered',
        severity: 'error',
        message: `MLflow at ${shownTarget(server.url)} did not take ${call.path}: ${said}`,
        help: helpFor(answer, server),
    };
}
function helpFor({ outcome, code }, { authorization }) {
    if (outcome.kind === 'unreachable')
        return 'Check the address, and that this machine may reach it.';
    if (outcome.kind === 'broken')
        return 'Run it again: what was registered already is found, not doubled.';
    if (outcome.status === 401 || outcome.status === 403)
        return authorization === undefined
            ? 'Set MLFLOW_TRACKING_TOKEN, or MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD. Where the answer names the host, the server must allow it (`mlflow server --allowed-hosts`).'
            : 'Check the credentials in MLFLOW_TRACKING_…, and that they may edit the registered model.';
    if (outcome.status >= 300 && outcome.status < 400)
        return 'Give the address it redirects to.';
    if (code === '')
        return 'Check that the address is that of an MLflow tracking server, and no page below it.';
    return 'See what MLflow says of it.';
}

;// CONCATENATED MODULE: ./build/src/lineage/gate/mlflow.js
/** Registers the weights of a chain with MLflow: model, version, tags and aliases. */








/** What a person asks for, checked before anything is read or sent. Throws a UserError for a name or an address that cannot be. */
function mlflowTarget({ address, ...names }, environment) {
    const problem = mlflowProblem(names);
    if (problem !== undefined)
        throw new user_error_UserError(`${problem} in MLflow.`, {
            help: 'A model has a name without / : and quotes. An alias has letters, digits, - and _, and is neither `latest` nor v and a number.',
        });
    return { ...names, server: mlflowServer(address, environment) };
}
/**
 * The trace with what became of the registration; one that fails is a failure, and a chain that was not found is not registered.
 * The same weights are registered once: what was there gets the tags and aliases that it lacks.
 */
async function withRegistration(report, request, ports) {
    if (report.verdict === 'fail')
        return report;
    const { ledger, now } = ports;
    const { walk, context } = await exportable(request, { ledger, now });
    const registration = mlflowRegistration(walk, context, hashes, request);
    if (registration === undefined)
        return failed(report, noWeights(request.id));
    try {
        return registered(report, registration, await register(registration, request.server, ports));
    }
    catch (error) {
        if (!(error instanceof Refusal))
            throw error;
        return failed(report, error.finding);
    }
}
/** Ends a registration; never leaves this file. */
class Refusal extends Error {
    finding;
    constructor(finding) {
        super(finding.message);
        this.finding = finding;
    }
}
async function register(registration, server, ports) {
    const { model, tags, aliases } = registration;
    const must = async (call) => mlflow_valueOf(await ask(call, server, ports), call, server);
    await ensureModel(model, server, ports);
    const found = await ensureVersion(registration, server, ports);
    const { version } = found;
    for (const [key, value] of Object.entries(tags))
        if (found.tags.get(key) !== value)
            await must(setTag(model, version, key, value));
    for (const alias of aliases)
        await must(setAlias(model, version, alias));
    return { version, created: found.created, server: shownTarget(server.url) };
}
/** Asked for first: who may edit a model may not always create one. Another run may create it in between. */
async function ensureModel(model, server, ports) {
    const known = await ask(getModel(model), server, ports);
    if (known.ok)
        return;
    if (known.code !== 'RESOURCE_DOES_NOT_EXIST')
        throw refusal(known, getModel(model), server);
    const created = await ask(createModel(model), server, ports);
    if (!created.ok && created.code !== 'RESOURCE_ALREADY_EXISTS')
        throw refusal(created, createModel(model), server);
}
/** Twice, because a version may have been created although the answer got lost: then the second look finds it. */
async function ensureVersion(registration, server, ports) {
    const [find, create] = [findVersions(registration), createVersion(registration)];
    for (let tries = 1;; tries += 1) {
        const [known] = readable(versionsIn(mlflow_valueOf(await ask(find, server, ports), find, server)), find, server);
        if (known !== undefined)
            return { ...known, created: tries > 1 };
        const answer = await ask(create, server, ports, true);
        if (answer.ok) {
            const made = readable(versionCreated(answer.value), create, server);
            return { ...made, tags: new Map(Object.entries(registration.tags)), created: true };
        }
        const failure = failureOf(answer.outcome);
        if (tries > 1 || failure === undefined || !isUnclear(failure))
            throw refusal(answer, create, server);
    }
}
function mlflow_valueOf(answer, call, server) {
    if (answer.ok)
        return answer.value;
    throw refusal(answer, call, server);
}
function refusal(answer, call, server) {
    return new Refusal(notRegistered(answer, call, server));
}
function readable(value, { path }, { url }) {
    if (value !== undefined)
        return value;
    throw new Refusal({
        rule: 'lineage/not-registered',
        severity: 'error',
        message: `What ${shownTarget(url)} answered to ${path} is not what MLflow answers`,
        help: 'Check that the address is that of an MLflow tracking server.',
    });
}
function noWeights(id) {
    return {
        rule: 'lineage/not-registered',
        severity: 'error',
        message: `${id.slice(0, 200)} comes from no weights that MLflow could register`,
        help: 'Name weights, or a serving version or request that comes from some; record them where the training job ends.',
    };
}
function failed(report, finding) {
    return { ...report, verdict: 'fail', title: finding.message, findings: [finding, ...report.findings] };
}
function registered(report, { model, tags, aliases, source }, done) {
    const { version, created, server } = done;
    const rows = [
        ['server', server],
        ['model', model],
        ['version', `${version}${created ? '' : ' (was there)'}`],
        ['source', source],
        ...aliases.map((alias) => ['alias', alias]),
        ...Object.entries(tags),
    ];
    const section = {
        kind: 'table',
        title: 'Registered with MLflow',
        columns: [{ title: 'what' }, { title: 'is', code: true }],
        rows,
    };
    return {
        ...report,
        facts: { ...report.facts, mlflow: { server, model, version, created, source, aliases, tags } },
        sections: [...(report.sections ?? []), section],
    };
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

;// CONCATENATED MODULE: ./build/src/lineage/gate/record.js
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
    return { records, findings: [...findings, ...record_twins(records), ...lookAlikes(records)] };
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
function record_twins(records) {
    const groups = groupBy(records, ({ id }) => id);
    return [...groups.values()].flatMap(([first, ...others]) => first === undefined || others.every((other) => sameRecord(first, other)) ? [] : [taken(first.id)]);
}
function lookAlikes(records) {
    const ids = records.flatMap(({ inputs, outputs }) => [...inputs, ...outputs].map(({ id }) => id));
    return [...new Set(ids)].filter(looksLikeAnother).map((id) => ({
        rule: 'lineage/look-alike-id',
        severity: 'notice',
        message: `${id} is written with characters that look like others: ${uncommon(id).join(', ')}`,
        help: 'Who types it from what is shown will not find it: use one script in a name.',
    }));
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
async function appendRecords(prepared, ledger) {
    const { records } = prepared;
    if (verdictOf(prepared.findings) === 'fail')
        return record_reportOf(records, [], prepared.findings);
    // The rows first: a record never names what is not there, and rows without a record harm nobody.
    const rows = prepared.results ?? new Map();
    const absent = await missingRows(records, rows, ledger);
    if (absent.length > 0)
        return record_reportOf(records, [], [...prepared.findings, ...absent]);
    const spoilt = await appendResults(rows, ledger);
    const findings = [...prepared.findings, ...spoilt];
    if (spoilt.length > 0)
        return record_reportOf(records, [], findings);
    const unique = [...new Map(records.map((record) => [record.id, record])).values()];
    const before = await foldedBefore(unique, ledger);
    const foldedElse = unique.filter(({ id }) => before.get(id)?.same === false);
    if (foldedElse.length > 0)
        return record_reportOf(unique, [], [...findings, ...foldedElse.map(({ id }) => taken(id))]);
    const appended = await ledger.append(unique.map((record) => ({
        key: recordKey(record.id, hashes),
        bytes: new TextEncoder().encode(recordText(record)),
    })));
    const conflicts = unique.filter((record, at) => !agrees(record, appended[at]));
    return record_reportOf(unique, appended, [...findings, ...conflicts.map(({ id }) => taken(id))]);
}
/** The inbox tells a writer which ids wait in it, not which are in the branch: those that somebody chose are looked up there. */
async function foldedBefore(records, ledger) {
    const chosen = records.filter((record) => hasOwnId(record, hashes));
    return chosen.length === 0
        ? new Map()
        : storedRecords(await ledger.snapshot(), chosen);
}
/** Rows that a record names, and that neither come with it nor are in the ledger. */
async function missingRows(records, rows, ledger) {
    const open = [...new Set(records.flatMap(rowsNamedBy))].filter((sha256) => !rows.has(sha256));
    if (open.length === 0)
        return [];
    const snapshot = await ledger.snapshot();
    const folders = await snapshot.list(open.map((sha256) => folderOf(resultsPath(sha256))));
    const kept = new Set([...folders.values()].flatMap((files) => [...files.keys()]));
    return open
        .filter((sha256) => !kept.has(resultsFile(sha256)) && !snapshot.results.has(sha256))
        .map((sha256) => ({
        rule: 'lineage/no-results',
        severity: 'error',
        message: `a record names the results sha256:${sha256}, and they are nowhere`,
        help: `Put them beside the file of the record as ${resultsFile(sha256)}, or record the files of the evaluation themselves (\`results\`).`,
    }));
}
function rowsNamedBy({ results = [] }) {
    return results.map(({ digest }) => digest.slice('sha256:'.length));
}
function folderOf(file) {
    return file.slice(0, file.lastIndexOf('/'));
}
/** Name of the file in which rows are kept beside a record that is to be replayed. */
function resultsFile(sha256) {
    return `${sha256}.jsonl`;
}
/** Rows that the records name, from files beside them; those that are not there are left out. */
async function rowsBeside(records, read) {
    const rows = new Map();
    for (const sha256 of new Set(records.flatMap(rowsNamedBy))) {
        const bytes = await read(resultsFile(sha256));
        if (bytes !== undefined && hashes.sha256(bytes) === sha256)
            rows.set(sha256, bytes);
    }
    return rows;
}
async function appendResults(results, ledger) {
    const blobs = [...results].map(([sha256, bytes]) => ({ key: resultsKey(sha256), bytes }));
    const appended = blobs.length === 0 ? [] : await ledger.append(blobs);
    return [...results.keys()].flatMap((sha256, at) => {
        const there = appended[at];
        return there === undefined || there.created || hashes.sha256(there.bytes) === sha256
            ? []
            : [foreign(sha256)];
    });
}
function foreign(sha256) {
    const ref = `refs/lineage/inbox/${resultsKey(sha256)}`;
    return {
        rule: 'lineage/corrupt-results',
        severity: 'error',
        message: `${ref} holds something else than these results; nothing was written`,
        help: `Somebody put it there: git push origin --delete ${ref}`,
    };
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

;// CONCATENATED MODULE: ./build/src/lineage/gate/lines.js




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
        return nothing(`the history of ${request.path} needs a clone, or the address of the repository`);
    const before = await versionBefore(request, traced, reader);
    try {
        const lines = await source.blame({
            until,
            path: request.path,
            ...(request.lines === undefined ? {} : { lines: request.lines }),
            ...(before?.commit === undefined ? {} : { since: before.commit }),
        });
        return lines_resultOf(request.path, lines, before);
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
function lines_resultOf(path, lines, before) {
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

;// CONCATENATED MODULE: ./build/src/lineage/gate/trace.js
/** From any id up to the commit, the pull request and its author, and down to what serves it. */





async function trace(request, ports) {
    const reader = await openReader(await ports.ledger.snapshot());
    const traced = await traceFrom(request.id, reader, ports);
    if (traced === undefined)
        return unknownId(request.id, reader);
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

;// CONCATENATED MODULE: ./build/src/bundles/lineage.js
/** Bundled once, loaded by what reads or writes the ledger. */










module.exports = __webpack_exports__;
/******/ })()
;