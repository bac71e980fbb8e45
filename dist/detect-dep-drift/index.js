/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 380:
/***/ ((module) => {

module.exports = require("../lib/board/index.js");

/***/ }),

/***/ 466:
/***/ ((module) => {

module.exports = require("../lib/config/index.js");

/***/ }),

/***/ 71:
/***/ ((module) => {

module.exports = require("../lib/dependencies/index.js");

/***/ }),

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
;// CONCATENATED MODULE: ./build/src/documents/dialect.js
const dialects = ['pyyaml', 'omegaconf', 'yaml-1.2'];
function dialectOf(file, settings) {
    return /\.json$/i.test(file) ? 'json' : settings.dialect;
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
function fields_readFields(fields, get, label = (name) => `input ${name}`) {
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

;// CONCATENATED MODULE: ./build/src/kernel/record.js
function record_isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./build/src/kernel/kinds.js


const kinds_flag = { schema: { type: 'boolean' }, field: flag };
function kinds_choice(allowed) {
    return { schema: { enum: allowed }, field: choice(allowed) };
}
function kinds_number({ above, ...limits } = {}) {
    const lower = above === undefined ? {} : { exclusiveMinimum: above };
    return { schema: { type: 'number', ...lower, ...range(limits) }, field: number(limits) };
}
function kinds_integer(limits = {}) {
    return { schema: { type: 'integer', ...range(limits) }, field: integer(limits) };
}
function kinds_text(limits = {}, expects) {
    const { min: minLength, max: maxLength, pattern } = limits;
    return {
        schema: { type: 'string', ...present({ minLength, maxLength, pattern }) },
        field: fields_text(expects),
    };
}
function kinds_list(items, { min, max } = {}) {
    return {
        schema: { type: 'array', ...present({ minItems: min, maxItems: max }), items: items.schema },
        read: (value) => (Array.isArray(value) ? value.map((item) => readAs(items, item)) : []),
    };
}
function map(values, keys) {
    const propertyNames = keys === undefined ? undefined : { pattern: keys };
    return { schema: { type: 'object', ...present({ propertyNames }), additionalProperties: values.schema } };
}
function named(keys, values) {
    const properties = Object.fromEntries(keys.map((key) => [key, values.schema]));
    return { schema: { type: 'object', additionalProperties: false, properties } };
}
function kinds_define(name, kind) {
    return { ...kind, schema: { $ref: `#/$defs/${name}` }, definition: [name, kind.schema] };
}
const kinds_name = kinds_define('name', kinds_text({ min: 1, max: 250 }));
const path = kinds_define('path', kinds_text({ min: 1, max: 4096 }, 'a path'));
const globs = kinds_define('globs', {
    ...kinds_list(kinds_text({ min: 1, max: 4096 }), { max: 1000 }),
    field: list,
});
function readAs(kind, value) {
    return kind.read === undefined ? value : kind.read(value);
}
function recordOf(value) {
    return record_isRecord(value) ? { ...value } : {};
}
function range({ min, max }) {
    return present({ minimum: min, maximum: max });
}
function present(entries) {
    return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));
}

;// CONCATENATED MODULE: ./build/src/kernel/text.js
function byteLength(text) {
    return Buffer.byteLength(text, 'utf8');
}
function clip(text, max) {
    if (text.length <= max)
        return text;
    const cut = text.slice(0, Math.max(0, max - 1));
    return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
function shown(text) {
    return text.replaceAll(/\p{C}/gu, ' ').slice(0, 100);
}
function count(n, one, many) {
    return `${grouped(n)} ${text_plural(n, one, many)}`;
}
function text_plural(n, one, many = `${one}s`) {
    return n === 1 ? one : many;
}
function grouped(n) {
    return String(n).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
function enumerate(parts, conjunction = 'and') {
    const last = parts.at(-1) ?? '';
    return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}
function duration(ms) {
    if (ms === undefined || !Number.isFinite(ms))
        return '';
    const seconds = Math.max(0, ms) / 1000;
    if (seconds < 9.95)
        return `${seconds.toFixed(1)} s`;
    const whole = Math.round(seconds);
    return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

;// CONCATENATED MODULE: ./build/src/kernel/settings-text.js

function plainText(setting, text) {
    const preset = settings_text_shown(setting.default);
    const choices = choicesOf(setting).map((item) => (item === preset ? `${item} (default)` : item));
    return filled(text.replaceAll('`', ''), preset, choices);
}
function markedText(setting, text) {
    return filled(text, `\`${settings_text_shown(setting.default)}\``, choicesOf(setting).map((item) => `\`${item}\``));
}
function filled(text, preset, choices) {
    return text.replaceAll('{default}', preset).replaceAll('{choices}', enumerate(choices, 'or'));
}
function choicesOf({ kind }) {
    const allowed = kind?.schema['enum'];
    return Array.isArray(allowed) ? allowed.map(String) : [];
}
function settings_text_shown(value) {
    if (Array.isArray(value))
        return value.join(', ');
    return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '';
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

;// CONCATENATED MODULE: ./build/src/config/settings.js




const ruleSetting = settings({
    severity: { kind: kinds_choice(['error', 'warning', 'notice', 'off']), required: true },
    reason: { kind: kinds_text({ min: 3 }), required: true },
});
const expressionRule = settings({
    id: { kind: kinds_text({ pattern: '^[a-z0-9-]+$' }), required: true },
    check: {
        kind: kinds_text({ max: 500 }),
        required: true,
        description: '',
    },
    message: { kind: kinds_text({ max: 500 }) },
    severity: { kind: kinds_choice(['error', 'warning', 'notice']) },
});
const configTable = settings({
    files: {
        kind: globs,
        default: ['configs/**/*.{yaml,yml,json}', '**/config.json'],
        description: '',
        input: '',
    },
    dialect: {
        kind: kinds_choice(dialects),
        default: 'pyyaml',
        description: '',
        input: '',
        option: { value: 'NAME', help: '' },
    },
    registry: {
        kind: path,
        default: '.github/model-registry.yml',
        description: '',
        input: true,
        option: { value: 'FILE', help: '' },
    },
    schema: {
        kind: path,
        description: '',
        input: true,
        option: { value: 'FILE', help: '' },
    },
    strict: {
        kind: kinds_flag,
        default: true,
        description: '',
        input: '',
        option: { help: '' },
    },
    family: {
        kind: kinds_name,
        field: fields_text('a family, auto or none'),
        default: 'auto',
        description: '',
        input: '',
        option: { value: 'NAME', help: '' },
    },
    rules: {
        kind: map(section(ruleSetting), '^config/[a-z0-9-]+$'),
        default: {},
        description: '',
    },
    expressions: {
        kind: kinds_list(section(expressionRule), { max: 200 }),
        default: [],
        description: '',
    },
    checkpoint: {
        kind: path,
        description: '',
        input: '',
        option: { value: 'PATH' },
    },
    structural: {
        kind: kinds_choice(['allow', 'needs-reason']),
        default: 'allow',
        description: '',
    },
    'expect-parameters': {
        kind: kinds_text({ max: 60 }, 'a number of parameters'),
        description: '',
        input: '',
        option: { value: 'TEXT', help: '' },
    },
});
const configDefaults = defaultsOf(configTable);

;// CONCATENATED MODULE: ./build/src/dependencies/settings.js


const consequence = kinds_choice(['fail', 'warn', 'pass']);
const consequences = kinds_define('consequences', map(consequence));
const pairRow = settings({
    pair: { kind: kinds_name, required: true, description: '' },
    package: { kind: kinds_name, required: true, description: '' },
    versions: { kind: kinds_name, required: true, description: '' },
    needs: { kind: map(kinds_name), required: true, description: '' },
    severity: { kind: kinds_choice(['error', 'warning']) },
    source: { kind: path, required: true, description: '' },
});
const dependencyTable = settings({
    files: {
        kind: globs,
        default: [],
        description: '',
        input: '',
    },
    watch: {
        kind: globs,
        description: '',
        input: '',
        option: { value: 'NAMES', help: '' },
    },
    'also-watch': {
        kind: globs,
        default: [],
        description: '',
        input: '',
        option: { value: 'NAMES', help: '' },
    },
    classes: { kind: consequences, default: {}, description: '' },
    packages: {
        kind: map(consequences),
        default: {},
        description: '',
    },
    'allow-file': {
        kind: path,
        default: '.github/dependency-moves.txt',
        description: '',
        input: true,
        option: { value: 'FILE', help: '' },
    },
    bots: {
        kind: globs,
        default: [],
        description: '',
    },
    'bot-branches': {
        kind: globs,
        default: [],
        description: '',
    },
    locks: {
        kind: globs,
        default: [],
        description: '',
    },
    pairs: {
        kind: kinds_list(section(pairRow), { max: 1000 }),
        default: [],
        description: '',
    },
    'ignore-pairs': { kind: globs, default: [], description: '' },
    target: {
        kind: map(kinds_name),
        default: {
            sys_platform: 'linux',
            platform_system: 'Linux',
            os_name: 'posix',
            platform_machine: 'x86_64',
            implementation_name: 'cpython',
            platform_python_implementation: 'CPython',
        },
        description: '',
    },
    environment: {
        kind: kinds_flag,
        default: false,
        description: '',
        input: '',
    },
    python: {
        kind: path,
        description: '',
        input: '',
    },
    snapshot: {
        kind: path,
        description: '',
        input: '',
    },
});
const dependencyDefaults = defaultsOf(dependencyTable);

;// CONCATENATED MODULE: ./build/src/regression/pinned.js
function entryOf(entry) {
    if (isLatestRelease(entry))
        return { ref: entry, path: '' };
    const [, ref, path] = /^([^\s:*?[\]{}()!\\.~^/-][^\s:*?[\]{}()!\\~^]*):(.+)$/s.exec(entry) ?? [];
    return ref === undefined || path === undefined ? { path: entry } : { ref, path };
}
function isLatestRelease(ref) {
    return /^(?:.*\/)?latest-release$/.test(ref);
}
function isPinned(entries) {
    return entries.some((entry) => entryOf(entry).ref !== undefined);
}
function globsOf({ baseline, candidate }) {
    const paths = baseline.map((entry) => entryOf(entry).path).filter((path) => path !== '');
    return paths.length > 0 ? paths : candidate;
}

;// CONCATENATED MODULE: ./build/src/regression/settings.js





const mode = kinds_choice(['paired', 'strict', 'non-inferiority']);
const atMergeBase = {
    expects: 'paths at the merge base (REF:PATH is taken from the policy alone)',
    parse: (raw) => {
        const paths = list.parse(raw);
        return paths === undefined || isPinned(paths) ? undefined : paths;
    },
};
const regressionTable = settings({
    candidate: {
        kind: globs,
        default: [],
        description: '',
        input: '',
    },
    baseline: {
        kind: globs,
        field: atMergeBase,
        default: [],
        description: '',
        input: '',
    },
    anchor: {
        kind: kinds_text({ min: 1 }, 'latest-release, a path or ref:path'),
        description: '',
        input: true,
    },
    metrics: {
        kind: globs,
        default: [],
        description: '',
        input: '',
        option: {
            value: 'NAME',
            help: '',
        },
    },
    mode: {
        kind: mode,
        default: 'paired',
        input: '',
        option: { value: 'NAME', help: '' },
    },
    tolerance: {
        kind: kinds_number({ min: 0 }),
        default: 0.5,
        description: '',
        input: true,
        option: { value: 'T', help: '' },
    },
    margin: {
        kind: kinds_number({ min: 0 }),
        default: 2,
        description: '',
        input: true,
        option: { value: 'M', help: '' },
    },
    unit: {
        kind: kinds_choice(['points', 'percent']),
        default: 'points',
        description: '',
        input: '',
        option: { value: 'NAME', help: '' },
    },
    alpha: {
        kind: kinds_number({ above: 0, max: 0.5 }),
        field: number({ min: 0.000_001, max: 0.5 }),
        default: 0.05,
        description: '',
        input: true,
        option: { value: 'A', help: '' },
    },
    'on-inconclusive': {
        kind: kinds_choice(['auto', 'fail', 'warn', 'pass']),
        default: 'auto',
        input: '',
    },
    seed: {
        kind: kinds_integer({ min: 0 }),
        default: 1,
        description: '',
        input: true,
        option: { value: 'N', help: '' },
    },
    looks: {
        kind: kinds_list(kinds_integer({ min: 1 }), { min: 1, max: 20 }),
        field: numbers,
        description: '',
        input: '',
    },
    evaluate: {
        kind: kinds_text({ min: 1, max: 4096 }, 'a command'),
        description: '',
        input: '',
    },
    pool: {
        kind: path,
        description: '',
        input: '',
    },
    'time-budget': {
        kind: kinds_number({ min: 0 }),
        description: '',
        input: true,
    },
});
const regressionDefaults = defaultsOf(regressionTable);

;// CONCATENATED MODULE: ./build/src/check/definitions.js




const configGate = {
    name: 'validate-model-config',
    table: configTable,
    defaults: configDefaults,
    section: (policy) => policy.config,
    load: async () => (await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 466, 23))).judgeConfig,
};
const dependencyGate = {
    name: 'detect-dep-drift',
    table: dependencyTable,
    defaults: dependencyDefaults,
    section: (policy) => policy.dependencies,
    fromEvent: intentOf,
    load: async () => (await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 71, 23))).judgeDependencies,
};
const regressionGate = {
    name: 'regression-gate',
    table: regressionTable,
    defaults: regressionDefaults,
    section: (policy) => policy.regression,
    fromEvent: ({ kind }) => ({ merged: kind === 'push' }),
    load: async () => (await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 267, 23))).judgeRegression,
};
function intentOf({ pullRequest, headRef }) {
    if (pullRequest === undefined)
        return {};
    const branch = headRef === undefined || pullRequest.fork ? {} : { headBranch: headRef };
    return { author: pullRequest.author, ...branch };
}
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

;// CONCATENATED MODULE: ./build/src/runner/publish/output-texts.js
function outputTexts(facts) {
    return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, textOf(fact)]));
}
function textOf(fact) {
    if (typeof fact === 'string')
        return fact;
    return fact === undefined || fact === null ? '' : JSON.stringify(fact);
}

;// CONCATENATED MODULE: ./build/src/report/rule.js
function defineRules(family, texts) {
    const rules = Object.entries(texts).map(([name, text]) => [
        name,
        defineRule({ id: `${family}/${name}`, ...text }),
    ]);
    return Object.fromEntries(rules);
}
function defineRule(doc) {
    return { ...doc, finding: (found) => findingOf(doc, found) };
}
function findingOf(rule, { severity = rule.severity, ...found }) {
    const finding = { rule: '', severity, ...found };
    return { ...finding, rule: rule.id };
}

;// CONCATENATED MODULE: ./build/src/policy/rules.js

const policyRules = defineRules('policy', {
    changed: {
        severity: 'notice',
        summary: 'The pull request changes the policy of the gates. It is judged by the policy of its base, so it cannot loosen its own gate.',
        example: 'A pull request that raises `regression.tolerance` from 0.5 to 5.',
        fix: 'Nothing, if the change is meant. It applies to pull requests after the merge.',
    },
    'workflow-changed': {
        severity: 'notice',
        summary: 'The pull request changes a workflow, and GitHub runs the workflow of the pull request itself.',
        example: 'A pull request that removes the model-gates step from .github/workflows/pull-request.yml.',
        fix: 'Have an owner review it; require the workflow by a ruleset so that the base branch decides what runs.',
    },
    'unknown-key': {
        severity: 'error',
        summary: 'The policy has a key that no gate knows, so a setting that somebody relies on would not hold.',
        example: 'regression:\n  tolerence: 0.3',
        fix: 'Write the key that the finding suggests, or one of docs/policy.md.',
    },
    'missing-key': {
        severity: 'error',
        summary: 'A part of the policy lacks a key that it must have, such as the reason for switching a rule off.',
        example: 'config:\n  rules:\n    config/token-id-range: { severity: off }',
        fix: 'Add the key that is named.',
    },
    'wrong-type': {
        severity: 'error',
        summary: 'A setting has a value of another type than it takes.',
        example: 'regression:\n  tolerance: half a point',
        fix: 'Give a value of the type that is named.',
    },
    'not-allowed': {
        severity: 'error',
        summary: 'A setting takes one of a few words, and this is none of them.',
        example: 'config:\n  dialect: yaml',
        fix: 'Use one of the words that the finding lists.',
    },
    'out-of-range': {
        severity: 'error',
        summary: 'A number, or the length of a text or list, lies outside of what the setting takes.',
        example: 'regression:\n  alpha: 0.9',
        fix: 'Give a value within the range that is named.',
    },
    'bad-value': {
        severity: 'error',
        summary: 'A value does not have the form that its setting needs.',
        example: 'config:\n  expressions:\n    - { id: Not An Id, check: hidden_size > 0 }',
        fix: 'Write it in the form that the finding shows; docs/policy.md has every setting.',
    },
});
const rules_trunkRules = defineRules('trunk', {
    'exemption-refused': {
        severity: 'warning',
        summary: 'A label that may lift a gate is on the pull request, but it does not hold: not by someone entitled, not on this commit, or without the reason it needs.',
        example: 'The label "skip-full-eval" lifts nothing: the label is older than the last push (2026-11-20T09:00:00Z).',
        fix: 'Let someone whom the policy of the base branch entitles put the label on again, with the reason in a comment.',
    },
    'authority-unread': {
        severity: 'warning',
        summary: 'Labels, reviews or permissions could not be read, so no exemption and no approval holds.',
        example: 'Exemptions and approvals could not be read, so none holds: GitHub answered 403.',
        fix: 'Give the job the permission that the finding names, and run it again.',
    },
    'hotfix-needs-approval': {
        severity: 'error',
        summary: 'A hotfix may merge before its evaluation, but only with the approval of a release manager on its head commit.',
        example: 'A push to hotfix/image-bias after its approval.',
        fix: 'Ask a release manager who is not the author to approve the head commit.',
    },
    'hotfix-check-not-green': {
        severity: 'error',
        summary: 'A check that the policy requires of a hotfix is not green on the head commit.',
        example: 'The check "unit-tests" is pending.',
        fix: 'Wait for the check, or mend what it found, then run the gates again.',
    },
    'hotfix-without-managers': {
        severity: 'notice',
        summary: 'The branch is a hotfix, but the policy names nobody who could approve one, so every gate runs.',
        example: 'hotfix/image-bias, with a policy that has no hotfix.release-managers.',
        fix: 'Name release managers in the policy of the base branch.',
    },
    'evaluation-too-long': {
        severity: 'warning',
        summary: 'The evaluation is expected to take longer than the ten minutes within which a pull request should get its answer.',
        example: 'evaluation-minutes: 42 on one runner.',
        fix: 'Spread it over more runners with `shards`, or let the gate ask for more samples only while undecided (regression.looks).',
    },
    'evaluation-overdue': {
        severity: 'warning',
        summary: 'A hotfix was merged before its evaluation, and by its deadline the ledger holds none. Until it does, the next hotfix is evaluated on fewer samples instead of not at all. In the nightly follow-up this is an error.',
        example: 'The evaluation of hotfix #301 was due 2026-11-20T10:00:00.000Z, and the ledger holds none.',
        fix: 'Evaluate the merged commit in full and record its verdict with record-lineage.',
    },
    'hotfix-not-merged': {
        severity: 'warning',
        summary: 'The ledger tells of a hotfix whose commit neither trunk nor its release branch holds. The night evaluates only what was merged: whoever can push a branch can write a record.',
        example: 'The ledger tells of hotfix #301 merged into main as 4f1c2d3e, and main does not hold it.',
        fix: 'See with `model-gates trace` who wrote the record. Where the branch was deleted or forced to another history, nothing is left to evaluate.',
    },
    'ledger-unread': {
        severity: 'warning',
        summary: 'What earlier hotfixes still owe could not be read, so this one is evaluated on fewer samples instead of not at all.',
        example: 'The ledger could not be read: the remote did not answer.',
        fix: 'Give the job `contents: read`, and run it again.',
    },
    'hotfix-slow': {
        severity: 'warning',
        summary: 'From the first push of a hotfix to the trigger of its deploy it took longer than the goal of 30 minutes.',
        example: 'From the first push to the trigger of the deploy it took 47.5 minutes; the goal is 30.',
        fix: 'See in the pull request where the time went; name more release managers, or fewer required checks.',
    },
    'hotfix-unapproved': {
        severity: 'warning',
        summary: 'A hotfix was merged although no release manager approved its head commit.',
        example: 'The merge gate is not required on release/v2.3, and somebody merged before the approval.',
        fix: 'Require the merge gate by a ruleset on trunk and the release branches.',
    },
    'hotfix-follow-up-failed': {
        severity: 'error',
        summary: 'The deploy was triggered, but the audit comment or the issue for the skipped evaluation could not be written.',
        example: 'The job has no "issues: write".',
        fix: 'Give the job the permission that the finding names, and run it again.',
    },
});

;// CONCATENATED MODULE: ./build/src/report/model.js

const verdicts = (/* unused pure expression or super */ null && (['pass', 'fail', 'inconclusive', 'exempt', 'skipped']));
const severities = (/* unused pure expression or super */ null && (['error', 'warning', 'notice']));
const gravity = (/* unused pure expression or super */ null && (['fail', 'inconclusive', 'exempt', 'pass', 'skipped']));
function worstVerdict(all) {
    return gravity.find((verdict) => all.includes(verdict)) ?? 'skipped';
}
function verdictOf(findings) {
    return findings.some((finding) => finding.severity === 'error') ? 'fail' : 'pass';
}
function worstFirst(findings) {
    return findings.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
        compareText(a.file ?? '', b.file ?? '') ||
        (a.line ?? 0) - (b.line ?? 0) ||
        (a.column ?? 0) - (b.column ?? 0));
}
function allFindings(report) {
    return [...report.findings, ...(report.reports ?? []).flatMap(allFindings)];
}
function blocks(report) {
    if (report.verdict === 'fail')
        return true;
    return (report.verdict === 'inconclusive' && allFindings(report).some(({ severity }) => severity === 'error'));
}
function exitCodeOf(verdict) {
    if (verdict === 'fail')
        return 1;
    return verdict === 'inconclusive' ? 3 : 0;
}

;// CONCATENATED MODULE: ./build/src/report/make.js

function makeReport({ findings = [], verdict = verdictOf(findings), ...parts }) {
    return { schema: 1, verdict, findings, ...parts };
}
function withFindings(report, findings) {
    const first = findings.find(({ severity }) => severity === 'error');
    const broken = first === undefined ? {} : { verdict: 'fail', title: first.message };
    return { ...report, ...broken, findings: [...findings, ...report.findings] };
}

;// CONCATENATED MODULE: ./build/src/report/rules.js

const runtimeRules = defineRules('runtime', {
    'cannot-run': {
        severity: 'error',
        summary: 'The gate could not do its work because of something in the repository, the workflow or the environment. It fails closed.',
        example: 'No merge base of 1a2b3c4d and 5e6f7a8b: the histories are unrelated.',
        fix: 'The finding says what was expected and how to mend it; run the step again afterwards.',
    },
    bug: {
        severity: 'error',
        summary: 'model-gates itself failed. The gate fails closed, so that a fault of ours is never a green tick.',
        example: "Cannot read properties of undefined (reading 'line')",
        fix: 'Re-run the job with debug logging on and report the log. Nothing in your change needs mending.',
    },
});

;// CONCATENATED MODULE: ./build/src/kernel/system-error.js

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



function errorReport(gate, error) {
    const finding = errorFinding(error);
    return makeReport({
        gate,
        title: `Could not judge: ${firstSentence(finding.message)}`,
        findings: [finding],
        facts: {},
    });
}
function errorFinding(error) {
    const told = asUserError(error);
    if (told === undefined) {
        const help = 'Please report it with the debug log (re-run the job with debug logging on).';
        const message = `This is a fault of model-gates, not of your change: ${error instanceof Error ? error.message : String(error)}`;
        return { ...runtimeRules.bug.finding({ message, help }), help };
    }
    const { message, help = 'Mend what is named here and run the step again.', place } = told;
    return { ...runtimeRules['cannot-run'].finding({ message, help, ...place }), help };
}
function firstSentence(message) {
    const line = message.split('\n', 1)[0] ?? '';
    return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}

;// CONCATENATED MODULE: ./build/src/policy/owed.js



function holdsBack(word, headSha) {
    if (word === undefined)
        return undefined;
    if (!word.read)
        return 'the ledger could not be read, so nobody knows what earlier hotfixes still owe';
    const overdue = word.owed.find(({ state, sha }) => state === 'overdue' && sha !== headSha);
    return overdue === undefined ? undefined : `the evaluation of ${nameOf(overdue)} is overdue`;
}
function owedFindings(word) {
    if (word === undefined)
        return [];
    if (!word.read)
        return [ledgerUnread(word.reason)];
    return overdueFindings(word.owed, 'warning');
}
function overdueFindings(owed, severity) {
    return owed
        .filter(({ state }) => state === 'overdue')
        .map((one) => rules_trunkRules['evaluation-overdue'].finding({
        severity,
        message: `The evaluation of ${nameOf(one)} was due ${one.due}, and the ledger holds none.`,
        help: `Evaluate ${one.sha.slice(0, 8)} in full and record what came of it: record-lineage with \`from: commit ${one.sha}\` and the report of regression-gate.`,
    }));
}
function branchesOf({ branch }, trunk) {
    const own = branch.startsWith('release/') ? [branch] : [];
    return trunk === undefined ? own : [...own, trunk];
}
function notMerged(owed, branches) {
    const where = branches.length === 0
        ? 'it names neither trunk nor a release branch'
        : `${branches.join(' and ')} ${plural(branches.length, 'does', 'do')} not hold it`;
    return trunkRules['hotfix-not-merged'].finding({
        message: `The ledger tells of ${nameOf(owed)} merged into ${owed.branch} as ${owed.sha.slice(0, 8)}, and ${where}: it is neither evaluated nor owed.`,
        help: `See who wrote the record: \`model-gates trace ${owed.sha}\`. Where the branch was deleted or forced to another history, nothing is left to evaluate.`,
    });
}
function ledgerUnread(reason) {
    return rules_trunkRules['ledger-unread'].finding({
        message: `The ledger could not be read: ${reason}`,
        help: 'Give the job `contents: read`, and run it again.',
    });
}
function owedTable(owed) {
    return {
        kind: 'table',
        title: 'Evaluations that hotfixes owe',
        open: true,
        columns: [
            { title: 'Commit', code: true },
            { title: 'Pull request' },
            { title: 'Due' },
            { title: 'State' },
            { title: 'Issue' },
        ],
        rows: owed.map(({ sha, pullRequest, due, state, issue }) => [
            sha.slice(0, 8),
            pullRequest === undefined ? '' : `#${pullRequest}`,
            due,
            state,
            issue === undefined ? '' : `#${issue}`,
        ]),
    };
}
function nameOf({ sha, pullRequest }) {
    return `hotfix ${pullRequest === undefined ? sha.slice(0, 8) : `#${pullRequest}`}`;
}
const followUpTitle = 'Evaluate hotfix ';
function issueStep(owed, { title, open, bot }) {
    if (!bot || !title.startsWith(followUpTitle))
        return undefined;
    const commit = mdCode(owed.sha.slice(0, 8));
    if (owed.state === 'overdue')
        return {
            comment: `**Overdue since ${owed.due}.** The ledger holds no evaluation of ${commit}. Evaluate it in full and record its verdict; this issue is then closed by itself. Until then a hotfix is evaluated on fewer samples, instead of not at all.`,
            ...(open ? {} : { become: 'open' }),
        };
    if (owed.state === 'owed' || !open)
        return undefined;
    if (owed.verdict === 'fail')
        return {
            comment: `The evaluation of ${commit} is recorded, and it **failed**: revert or mend the hotfix, then close this issue.`,
        };
    const said = owed.verdict === undefined ? 'its values are' : `its verdict, **${owed.verdict}**, is`;
    return { comment: `${commit} is evaluated: ${said} in the ledger.`, become: 'closed' };
}

;// CONCATENATED MODULE: ./build/src/policy/hotfix.js



function planHotfix({ headSha = '' }, { hotfix }, state) {
    const { users, teams, permission } = hotfix.releaseManagers;
    if (users.length === 0 && teams.length === 0 && permission === undefined)
        return { findings: [noManagers] };
    const unknown = hotfix.requiredChecks.map((name) => ({ name, state: 'unknown' }));
    const findings = [
        ...(state?.approval === undefined ? [needsApproval(headSha)] : []),
        ...(state?.notGreen ?? unknown).map(checkNotGreen),
    ];
    if (findings.length > 0 || state?.approval === undefined)
        return { findings };
    const { by, at, sha } = state.approval;
    const reason = `hotfix; its evaluation must follow within ${count(hotfix.evaluateWithinHours, 'hour')}`;
    const exemption = { by, at, sha, label: 'hotfix', reason };
    const lightBecause = holdsBack(state.ledger, headSha);
    return {
        findings: owedFindings(state.ledger),
        exemption,
        ...(lightBecause === undefined ? {} : { lightBecause }),
    };
}
function mayGoWithout({ hotfix }, { approval, notGreen }) {
    return hotfix.evaluation === 'skip' && approval !== undefined && notGreen.length === 0;
}
const noManagers = rules_trunkRules['hotfix-without-managers'].finding({
    message: 'This is a hotfix branch, but the policy names no release managers: every gate runs as for any other change.',
    help: 'Name them in the policy: hotfix.release-managers.',
});
function needsApproval(sha) {
    return rules_trunkRules['hotfix-needs-approval'].finding({
        message: `A hotfix needs the approval of a release manager on its head commit ${sha.slice(0, 8)}, and has none.`,
        help: 'Ask a release manager who is not the author to approve this commit; a later push needs a new approval.',
    });
}
function checkNotGreen({ name, state }) {
    return rules_trunkRules['hotfix-check-not-green'].finding({
        message: `The check "${name}", which the policy requires of a hotfix, is ${state} on the head commit.`,
        help: 'Wait for it, or mend what it found, then run this step again.',
    });
}

;// CONCATENATED MODULE: external "../lib/picomatch/index.js"
const picomatch_index_js_namespaceObject = require("../lib/picomatch/index.js");
var picomatch_index_js_default = /*#__PURE__*/__nccwpck_require__.n(picomatch_index_js_namespaceObject);
;// CONCATENATED MODULE: ./build/src/policy/mode.js

function modeOf(event, policy) {
    const { pullRequest, headRef = '', baseRef = '' } = event;
    if (pullRequest?.draft === true)
        return 'draft';
    const isRelease = baseRef.startsWith('release/');
    const isHotfix = pullRequest?.fork === false && policy.hotfix.branches.some((glob) => picomatch_index_js_default().isMatch(headRef, glob));
    if (isHotfix && (isRelease || isTrunk(event, policy)))
        return 'hotfix';
    return isRelease ? 'release' : 'standard';
}
function asideOf(event, policy) {
    const { pullRequest, baseRef = '' } = event;
    if (pullRequest === undefined)
        return undefined;
    if (pullRequest.draft)
        return 'draft';
    return isTrunk(event, policy) || baseRef.startsWith('release/') ? undefined : 'not into trunk';
}
function isTrunk({ baseRef, defaultBranch }, { trunk }) {
    const name = trunk ?? defaultBranch;
    return name === undefined || baseRef === name;
}

;// CONCATENATED MODULE: ./build/src/kernel/globs.js

function globMatcher(globs) {
    const exclusions = globs.filter(isExclusion).map((glob) => glob.slice(1));
    const inclusions = globs.filter((glob) => !isExclusion(glob));
    if (exclusions.length > 0 && inclusions.length === 0)
        inclusions.push('**');
    const wanted = picomatch_index_js_default()(inclusions, { dot: true });
    const unwanted = picomatch_index_js_default()(exclusions, { dot: true });
    return (path) => wanted(path) && !unwanted(path);
}
function isExclusion(glob) {
    return glob.startsWith('!') && !glob.startsWith('!(');
}

;// CONCATENATED MODULE: ./build/src/policy/paths.js




function notApplicable(gate, policy, paths) {
    if (paths === undefined || paths.length === 0)
        return undefined;
    const { touches, nothing } = looks[gate];
    try {
        return paths.some(touches(policy)) ? undefined : nothing;
    }
    catch {
        return undefined;
    }
}
const looks = {
    'validate-model-config': {
        touches: ({ config }) => {
            const { files, registry, schema } = { ...configDefaults, ...config };
            const matches = globMatcher(files);
            return (path) => matches(path) || path === registry || path === schema;
        },
        nothing: 'no config, registry or schema changed',
    },
    'detect-dep-drift': {
        touches: ({ dependencies }) => {
            const { files, allowFile, environment } = { ...dependencyDefaults, ...dependencies };
            const matches = globMatcher(files);
            return (path) => environment || mayHoldDependencies(path) || path === allowFile || matches(path);
        },
        nothing: 'no lock, manifest or Dockerfile changed',
    },
    'regression-gate': {
        touches: ({ plan, regression }) => {
            const { candidate, baseline, anchor = '' } = { ...regressionDefaults, ...regression };
            const results = [candidate, baseline].map(globMatcher);
            const harmless = globMatcher(plan.harmless);
            return (path) => results.some((matches) => matches(path)) || path === anchor || !harmless(path);
        },
        nothing: 'only files changed on which no evaluation depends (plan.harmless)',
    },
};
function mayHoldDependencies(path) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    return /\.(?:lock|toml|txt|in|cfg|ya?ml|json)$|lock|docker|container|pipfile|require|constraint|conda|^setup\.py$/i.test(name);
}

;// CONCATENATED MODULE: ./build/src/policy/gate-names.js
const gateNames = ['validate-model-config', 'detect-dep-drift', 'regression-gate'];

;// CONCATENATED MODULE: ./build/src/policy/plan.js





const decisions = (/* unused pure expression or super */ null && (['run', 'light', 'exempt', 'later', 'not-applicable', 'off']));
const noAuthority = { exemptions: [] };
function planGates(event, policy, authority = noAuthority, paths) {
    const mode = modeOf(event, policy);
    const hotfix = mode === 'hotfix' ? planHotfix(event, policy, authority.hotfix) : { findings: [] };
    const exemptions = mode === 'hotfix' ? authority.exemptions.map(forHotfix) : authority.exemptions;
    const context = { event, policy, mode, exemptions, hotfix, paths };
    return {
        mode,
        gates: gateNames.map((gate) => planGate(gate, context)),
        findings: [...hotfix.findings, ...exemptions.flatMap(refusal)],
    };
}
function isDue({ decision }) {
    return decision === 'run' || decision === 'light';
}
function planGate(gate, context) {
    const { event, policy, mode, paths } = context;
    if (policy.gates[gate] === false)
        return { gate, decision: 'off', run: false, reason: 'turned off by the policy' };
    const isEvaluation = gate === 'regression-gate';
    if (isEvaluation && mode === 'draft') {
        const reason = 'a draft: it runs when the pull request is ready for review';
        return { gate, decision: 'later', run: false, reason };
    }
    const { exemption } = context.hotfix;
    if (isEvaluation && exemption !== undefined)
        return hotfixEvaluation(exemption, context);
    const granted = context.exemptions.find((result) => result.granted && result.rule.gates.includes(gate));
    if (granted?.granted === true)
        return exempted(gate, granted);
    const untouched = notApplicable(gate, policy, paths);
    if (untouched === undefined)
        return { gate, decision: 'run', run: true, reason: `due for ${event.name}` };
    return { gate, decision: 'not-applicable', run: !isEvaluation, reason: untouched };
}
function hotfixEvaluation(exemption, { hotfix, policy }) {
    const gate = 'regression-gate';
    const { lightBecause } = hotfix;
    const reason = `a hotfix that ${exemption.by} approved`;
    if (policy.hotfix.evaluation === 'skip' && lightBecause === undefined)
        return { gate, decision: 'exempt', run: false, reason, exemption };
    const because = lightBecause === undefined ? '' : `, for ${lightBecause}`;
    return { gate, decision: 'light', run: true, reason: `${reason}: on fewer samples${because}`, exemption };
}
function exempted(gate, { rule, exemption }) {
    if (rule.effect === 'light' && gate === 'regression-gate')
        return { gate, decision: 'light', run: true, reason: `lightened by ${exemption.by}`, exemption };
    const reason = `lifted by ${exemption.by}, shown all the same`;
    return { gate, decision: 'exempt', run: true, reason, exemption };
}
function forHotfix(result) {
    if (!result.granted || result.rule.gates.every((gate) => gate === 'regression-gate'))
        return result;
    const { rule } = result;
    const reason = 'a hotfix may go without its evaluation, and its other gates are never lifted';
    return { granted: false, rule, reason };
}
function refusal(result) {
    if (result.granted)
        return [];
    const { rule, reason } = result;
    return [
        rules_trunkRules['exemption-refused'].finding({
            message: `The label "${rule.label}" lifts nothing: ${reason}.`,
            help: 'The policy of the base branch says who may lift which gate (exemptions).',
        }),
    ];
}

;// CONCATENATED MODULE: ./build/src/kernel/compare.js
function compare_compareText(a, b) {
    return a < b ? -1 : Number(a > b);
}

;// CONCATENATED MODULE: ./build/src/policy/exemption.js


function judgeExemption(rule, state, isEntitled, now) {
    if (!state.labels.includes(rule.label))
        return undefined;
    const last = lastLabeled(rule.label, state.labelEvents);
    if (typeof last === 'string')
        return refused(rule, last);
    const event = last;
    const comment = reasonGiven(rule, event.by, state);
    const problem = personProblem(rule, event, state, isEntitled) ??
        timeProblem(rule, event, state, now) ??
        reasonProblem(rule, comment);
    if (problem !== undefined)
        return refused(rule, problem);
    const reason = comment === undefined ? {} : { reason: comment };
    return {
        granted: true,
        rule,
        exemption: { by: event.by, at: event.at, sha: state.headSha, label: rule.label, ...reason },
    };
}
function peopleToAsk(rules, state) {
    const names = rules
        .filter(({ label }) => state.labels.includes(label))
        .map(({ label }) => lastLabeled(label, state.labelEvents))
        .flatMap((last) => (typeof last === 'string' ? [] : [last.by]));
    return [...new Set(names)];
}
function lastLabeled(label, events) {
    const own = events.filter((event) => event.label === label);
    const latest = Math.max(...own.map(({ at }) => Date.parse(at)));
    const [first, ...others] = own.filter(({ kind, at }) => kind === 'labeled' && Date.parse(at) === latest);
    if (first === undefined)
        return 'the timeline does not tell who put the label on; take it off and put it on again';
    if (others.every(({ by }) => sameLogin(by, first.by)))
        return first;
    return 'several people put the label on in the same second; take it off and put it on again';
}
function personProblem(rule, { by }, { author }, isEntitled) {
    if (sameLogin(by, author) && !rule.authorMay)
        return `${by} is the author, and this exemption needs somebody else`;
    return isEntitled(by) ? undefined : `${by} may not grant it by the policy of the base branch`;
}
function timeProblem(rule, { at }, { pushedAt, baseChangedAt, headSha }, now) {
    const since = Date.parse(at);
    if (baseChangedAt !== undefined && !(since > Date.parse(baseChangedAt)))
        return `the label is older than the change of the base branch (${baseChangedAt}); put it on again`;
    if (rule.hours !== undefined && now - since > rule.hours * 3_600_000)
        return `it ended ${count(rule.hours, 'hour')} after ${at}`;
    if (rule.sticky)
        return undefined;
    if (pushedAt === undefined)
        return `nothing tells when ${headSha.slice(0, 8)} was pushed, so the label cannot be tied to it`;
    if (since > Date.parse(pushedAt))
        return undefined;
    return `the label is older than the last push (${pushedAt}); put it on again for ${headSha.slice(0, 8)}`;
}
function reasonProblem(rule, reason) {
    if (!rule.reasonRequired || reason !== undefined)
        return undefined;
    return `it needs a reason: comment "/exempt ${rule.label} because …", by the person who put the label on`;
}
function reasonGiven(rule, by, { comments, pushedAt }) {
    const valid = comments.filter((comment) => sameLogin(comment.by, by) &&
        comment.updatedAt === comment.createdAt &&
        (rule.sticky || pushedAt === undefined || Date.parse(comment.createdAt) > Date.parse(pushedAt)));
    return valid
        .toSorted((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt) || compare_compareText(a.body, b.body))
        .map(({ body }) => reasonIn(body, rule.label))
        .findLast((reason) => reason !== undefined);
}
function reasonIn(body, label) {
    for (const line of body.split(/\r?\n/)) {
        const words = line.trim().split(/\s+/);
        if (words[0] !== '/exempt' || words[1] !== label || words[2]?.toLowerCase() !== 'because')
            continue;
        const reason = words.slice(3).join(' ').slice(0, 500);
        if (reason.length >= 3)
            return reason;
    }
    return undefined;
}
function refused(rule, reason) {
    return { granted: false, rule, reason };
}
function sameLogin(a, b) {
    return a.toLowerCase() === b.toLowerCase();
}

;// CONCATENATED MODULE: ./build/src/policy/approval.js


function approvalOf(reviews, headSha, author, isEntitled, baseChangedAt) {
    const last = new Map();
    for (const review of reviews.toSorted(byTime(headSha))) {
        if (review.state !== 'COMMENTED' && review.state !== 'PENDING')
            last.set(review.by.toLowerCase(), review);
    }
    const forThisBase = (review) => baseChangedAt === undefined || time(review) > Date.parse(baseChangedAt);
    const found = [...last.values()]
        .filter(forThisBase)
        .find(({ by, state, sha }) => state === 'APPROVED' && sha === headSha && !sameLogin(by, author) && isEntitled(by));
    return found === undefined ? undefined : { by: found.by, at: found.at ?? '', sha: headSha };
}
function byTime(headSha) {
    const rank = ({ state, sha }) => state === 'APPROVED' ? (sha === headSha ? 0 : 1) : 2;
    return (a, b) => time(a) - time(b) || rank(a) - rank(b) || compare_compareText(a.by.toLowerCase(), b.by.toLowerCase());
}
function time({ at }) {
    const parsed = Date.parse(at ?? '');
    return Number.isNaN(parsed) ? 0 : parsed;
}

;// CONCATENATED MODULE: ./build/src/kernel/pull-request.js
const permissionLevels = ['none', 'read', 'triage', 'write', 'maintain', 'admin'];

;// CONCATENATED MODULE: ./build/src/policy/entitled.js


function isEntitled({ users, teams, permission }, standing) {
    if (users.some((user) => sameLogin(user, standing.login)))
        return true;
    if (teams.some((team) => standing.teams.includes(team)))
        return true;
    return (permission !== undefined &&
        permissionLevels.indexOf(standing.permission) >= permissionLevels.indexOf(permission));
}

;// CONCATENATED MODULE: ./build/src/policy/gate/authority.js



async function readAuthority(event, policy, source, { now, owed }) {
    const { headSha, headRef, pullRequest } = event;
    if (source === undefined || headSha === undefined || pullRequest === undefined)
        return noAuthority;
    const { author, fork } = pullRequest;
    const head = { sha: headSha, author, ...(fork || headRef === undefined ? {} : { branch: headRef }) };
    const exemptions = await readExemptions(head, policy, source, now());
    if (modeOf(event, policy) !== 'hotfix')
        return { exemptions };
    const hotfix = await readHotfix(head, policy, source);
    if (owed === undefined || !mayGoWithout(policy, hotfix))
        return { exemptions, hotfix };
    return { exemptions, hotfix: { ...hotfix, ledger: await readLedger(owed) } };
}
async function readLedger(owed) {
    try {
        return { read: true, owed: await owed() };
    }
    catch (error) {
        return { read: false, reason: errorFinding(error).message };
    }
}
function asksPeople({ exemptions, hotfix: { releaseManagers } }) {
    return exemptions.length > 0 || !namesNobody(releaseManagers);
}
async function readExemptions({ sha: headSha, author, branch }, policy, source, now) {
    if (policy.exemptions.length === 0)
        return [];
    const labels = await source.labels();
    const rules = policy.exemptions.filter(({ label }) => labels.includes(label));
    if (rules.length === 0)
        return [];
    const [labelEvents, baseChangedAt, comments, pushedAt] = await Promise.all([
        source.labelEvents(),
        source.baseChangedAt(),
        source.comments(),
        branch === undefined ? undefined : source.pushedAt(branch, headSha),
    ]);
    const state = {
        headSha,
        author,
        labels,
        labelEvents,
        comments,
        ...(pushedAt === undefined ? {} : { pushedAt }),
        ...(baseChangedAt === undefined ? {} : { baseChangedAt }),
    };
    const standings = await readStandings(peopleToAsk(rules, state), rules.map(({ by }) => by), source);
    const results = rules.map((rule) => judgeExemption(rule, state, entitledBy(rule.by, standings), now));
    return results.filter((result) => result !== undefined);
}
async function readHotfix({ sha: headSha, author }, { hotfix }, source) {
    const [reviews, checks] = await Promise.all([
        source.reviews(),
        hotfix.requiredChecks.length === 0 ? new Map() : source.checks(headSha),
    ]);
    const approvers = approversToAsk(reviews, headSha, author);
    const [standings, baseChangedAt] = await Promise.all([
        readStandings(approvers, [hotfix.releaseManagers], source),
        approvers.length === 0 ? undefined : source.baseChangedAt(),
    ]);
    const entitled = entitledBy(hotfix.releaseManagers, standings);
    const approval = approvalOf(reviews, headSha, author, entitled, baseChangedAt);
    const notGreen = hotfix.requiredChecks
        .map((name) => ({ name, state: checks.get(name) ?? 'missing' }))
        .filter(({ state }) => state !== 'success');
    return { notGreen, ...(approval === undefined ? {} : { approval }) };
}
function approversToAsk(reviews, headSha, author) {
    const approvers = reviews
        .filter(({ state, sha, by }) => state === 'APPROVED' && sha === headSha && !sameLogin(by, author))
        .toSorted((a, b) => compare_compareText(b.at ?? '', a.at ?? ''))
        .map(({ by }) => by);
    return [...new Set(approvers)];
}
const mostAsked = 20;
async function readStandings(logins, entitled, source) {
    const teams = [...new Set(entitled.flatMap((one) => one.teams))];
    const names = entitled.flatMap((one) => one.users);
    const byNameOnly = entitled.every((one) => one.teams.length === 0 && one.permission === undefined);
    const known = (login) => names.some((name) => sameLogin(name, login));
    const named = logins.filter((login) => byNameOnly || (entitled.length === 1 && known(login)));
    const others = logins.filter((login) => !named.includes(login)).slice(0, mostAsked);
    const asked = await Promise.all(others.map((login) => source.standing(login, teams)));
    return new Map([...named.map(nameOnly), ...asked].map((standing) => [standing.login, standing]));
}
function namesNobody({ users, teams, permission }) {
    return users.length === 0 && teams.length === 0 && permission === undefined;
}
function nameOnly(login) {
    return { login, permission: 'none', teams: [] };
}
function entitledBy(entitled, standings) {
    return (login) => {
        const standing = standings.get(login);
        return standing !== undefined && isEntitled(entitled, standing);
    };
}

;// CONCATENATED MODULE: ./build/src/policy/gate/lifted.js

function lifted(report, { exemption, decision }) {
    if (exemption === undefined || !blocks(report))
        return report;
    if (decision === 'light' && report.verdict === 'fail')
        return report;
    const findings = report.findings.map(asWarning);
    return {
        ...report,
        verdict: 'exempt',
        title: `Lifted by ${exemption.by}. It found: ${report.title}`,
        findings,
        exemption,
    };
}
function asWarning(finding) {
    return finding.severity === 'error' ? { ...finding, severity: 'warning' } : finding;
}

;// CONCATENATED MODULE: ./build/src/policy/gate/planned.js






async function makePlan(event, policy, source, ports) {
    const { subject, authority, findings } = await readSubject(event, policy, source, ports).catch((error) => ({ subject: event, authority: noAuthority, findings: [unread(error)] }));
    const plan = planGates(subject, policy, authority, changedPaths(ports.change.files));
    return { ...plan, findings: [...plan.findings, ...findings] };
}
async function readSubject(event, policy, source, ports) {
    const subject = await subjectOf(event, policy, source);
    return { subject, authority: await readAuthority(subject, policy, source, ports), findings: [] };
}
async function subjectOf(event, policy, source) {
    if (source === undefined || event.pullRequest !== undefined || !asksPeople(policy))
        return event;
    const current = await source.current();
    if (current === undefined)
        return event;
    const { headSha, headRef, baseRef, facts } = current;
    return { ...event, headSha, headRef, baseRef, pullRequest: facts };
}
function changedPaths(files) {
    return files.flatMap(({ path, previousPath }) => previousPath === undefined ? [path] : [path, previousPath]);
}
function unread(error) {
    const { message, help } = errorFinding(error);
    return rules_trunkRules['authority-unread'].finding({
        message: `Exemptions and approvals could not be read, so none holds: ${message}`,
        help,
    });
}
async function runPlanned(planned, run, ports) {
    if (!planned.run)
        return notRun(planned);
    const started = ports.now();
    ports.log.info(`${planned.gate}: running`);
    const report = await run().catch((error) => errorReport(planned.gate, error));
    const durationMs = ports.now() - started;
    ports.log.info(`${planned.gate}: ${report.verdict} in ${durationMs} ms: ${report.title}`);
    return lifted({ ...report, durationMs }, planned);
}
function notRun({ gate, reason, exemption }) {
    const parts = { gate, title: `Not run: ${reason}`, facts: {} };
    return exemption === undefined
        ? makeReport({ ...parts, verdict: 'skipped' })
        : makeReport({ ...parts, verdict: 'exempt', exemption });
}

;// CONCATENATED MODULE: ./build/src/policy/settings.js




const entitledTable = settings({
    users: { kind: globs, default: [], description: '' },
    teams: {
        kind: globs,
        default: [],
        description: '',
    },
    permission: {
        kind: kinds_choice(['write', 'maintain', 'admin']),
        description: '',
    },
});
const nobody = defaultsOf(entitledTable);
const anyEntitled = section(entitledTable, { minProperties: 1 });
const entitled = kinds_define('entitled', {
    ...anyEntitled,
    schema: { description: '', ...anyEntitled.schema },
});
const exemptionTable = settings({
    label: { kind: kinds_text({ min: 1, max: 50 }), required: true, default: '' },
    gates: { kind: kinds_list(kinds_choice(gateNames), { min: 1 }), required: true, default: [] },
    by: { kind: entitled, required: true, default: nobody },
    'author-may': {
        kind: kinds_flag,
        default: false,
        description: '',
    },
    'reason-required': {
        kind: kinds_flag,
        default: true,
        description: '',
    },
    hours: { kind: kinds_number({ above: 0 }), description: '' },
    sticky: {
        kind: kinds_flag,
        default: false,
        description: '',
    },
    effect: {
        kind: kinds_choice(['lift', 'light']),
        default: 'lift',
        description: '',
    },
});
const planTable = settings({
    harmless: {
        kind: globs,
        default: [
            '*.md',
            'docs/**/*.md',
            'LICENSE*',
            '.gitignore',
            '.editorconfig',
            '.github/CODEOWNERS',
            '.github/*.md',
            '.github/ISSUE_TEMPLATE/**',
        ],
        description: '',
    },
});
const hotfixTable = settings({
    branches: {
        kind: globs,
        default: ['hotfix/*'],
        description: '',
    },
    'release-managers': { kind: entitled, default: nobody, description: '' },
    'required-checks': {
        kind: globs,
        default: [],
        description: '',
    },
    evaluation: {
        kind: kinds_choice(['skip', 'light']),
        default: 'skip',
        description: '',
    },
    'evaluate-within-hours': {
        kind: kinds_number({ above: 0 }),
        default: 24,
        description: '',
    },
});
const branchTable = settings({
    names: {
        kind: globs,
        default: [],
        description: '',
    },
    'warn-hours': {
        kind: kinds_number({ min: 0 }),
        default: 24,
        description: '',
    },
    'limit-hours': {
        kind: kinds_number({ min: 0 }),
        default: 72,
        description: '',
    },
    'over-limit': {
        kind: kinds_choice(['fail', 'warn']),
        default: 'fail',
        description: '',
    },
    sync: {
        kind: kinds_choice(['merge', 'rebase']),
        default: 'merge',
        description: '',
        option: {
            value: 'merge|rebase',
            help: '',
        },
    },
});
const sweepTable = settings({
    'after-days': {
        kind: kinds_number({ min: 1 }),
        default: 7,
        description: '',
    },
    'remind-days': {
        kind: kinds_number({ min: 0 }),
        default: 2,
        description: '',
    },
    'keep-label': {
        kind: kinds_name,
        default: 'keep-branch',
        description: '',
    },
    'at-most': {
        kind: kinds_integer({ min: 1, max: 500 }),
        default: 20,
        description: '',
    },
    protect: {
        kind: globs,
        default: ['main', 'master', 'release/*', 'model-lineage'],
        description: '',
    },
});
const sweepDefaults = defaultsOf(sweepTable);
const versioningTable = settings({
    prefix: {
        kind: kinds_text({ max: 100 }),
        field: fields_text('a prefix'),
        default: '',
        description: '',
        input: '',
        option: { value: 'TEXT', help: '' },
    },
});
const trunkSections = settings({
    plan: {
        kind: section(planTable),
        default: defaultsOf(planTable),
        description: '',
    },
    exemptions: {
        kind: kinds_list(section(exemptionTable), { max: 50 }),
        default: [],
        description: '',
    },
    hotfix: {
        kind: section(hotfixTable),
        default: defaultsOf(hotfixTable),
        description: '',
    },
    branches: {
        kind: section(branchTable),
        default: defaultsOf(branchTable),
        description: '',
    },
    sweep: {
        kind: section(sweepTable),
        default: defaultsOf(sweepTable),
        description: '',
    },
});

;// CONCATENATED MODULE: ./build/src/policy/policy.js



const ofGates = { config: {}, dependencies: {}, regression: {}, versioning: {} };
const emptyPolicy = { gates: {}, ...ofGates, ...defaultsOf(trunkSections) };
function policyOf(value) {
    const given = recordOf(value);
    const settings = Object.keys(ofGates).map((name) => [name, keysInCamelCase(recordOf(given[name]))]);
    return { ...emptyPolicy, ...readAs(section(trunkSections), given), ...Object.fromEntries(settings) };
}

;// CONCATENATED MODULE: ./build/src/policy/gate/policy.js



const maxPolicyBytes = 1024 * 1024;
async function loadPolicy(tree, file) {
    const bytes = await readPolicyFile(tree, file);
    if (bytes === undefined)
        return { policy: emptyPolicy, findings: [], present: false };
    const { value, findings } = await readPolicy(bytes, file);
    return { policy: findings.length > 0 ? emptyPolicy : policyOf(value), findings, present: true };
}
async function readPolicy(bytes, file) {
    const { readPolicyText } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 466, 23));
    return readPolicyText(bytes, file);
}
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
function isWorkflow(path) {
    return /^\.github\/(?:workflows|actions)\//.test(path);
}
async function readPolicyFile(tree, file) {
    try {
        return await tree.read(file, maxPolicyBytes);
    }
    catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new UserError(`The policy cannot be read: ${reason}`, {
            place: { file },
            help: 'Make it a regular file of YAML below 1 MiB, or remove it to use the defaults.',
            cause,
        });
    }
}
function policyChanged(file, present) {
    return policyRules.changed.finding({
        file,
        line: 1,
        message: present
            ? 'This pull request changes the policy. It is judged by the policy of its base; the change applies after the merge.'
            : 'This pull request removes the policy. It is judged by the policy of its base; the defaults apply after the merge.',
        help: 'Let an owner of the gates review this file.',
    });
}
function workflowChanged({ path }) {
    return policyRules['workflow-changed'].finding({
        file: path,
        line: 1,
        message: 'This pull request changes a workflow, and for a pull_request event GitHub runs the workflow of the pull request itself.',
        help: 'Let an owner of the gates see that every gate still runs; a ruleset can require this check from the base branch.',
    });
}

;// CONCATENATED MODULE: ./build/package.json
const package_namespaceObject = {"rE":"0.1.0"};
;// CONCATENATED MODULE: ./build/src/kernel/product.js

const version = package_namespaceObject.rE;
const rulesUrl = 'https://github.com/model-gates/model-gates/blob/main/docs/rules.md';
const policySchemaUrl = 'https://raw.githubusercontent.com/model-gates/model-gates/main/schema/policy.schema.json';

;// CONCATENATED MODULE: ./build/src/runner/publish/channels.js



async function headFiles({ head }, report) {
    const named = allFindings(report).some(({ file }) => file !== undefined);
    return named ? new Set(await head.list()) : undefined;
}
function changeChannels(environment, inputs, change, files) {
    const { event, repository, serverUrl, apiUrl, runId } = environment;
    const url = `${serverUrl}/${repository}`;
    const sha = change.head.sha;
    const render = {
        ...(sha === undefined ? {} : { source: { url, sha, ...(files !== undefined && { files }) } }),
        ...(runId === undefined ? {} : { runUrl: `${url}/actions/runs/${runId}` }),
        rulesUrl: rulesUrl,
        fullReport: 'the file that the output report names',
    };
    const pull = event.pullRequest;
    if (inputs.token === undefined || pull?.fork === true)
        return { render };
    const comment = inputs.comment && pull !== undefined ? { comment: pull.number } : {};
    const check = inputs.checkRun && sha !== undefined ? { check: sha } : {};
    const aside = asideOf(event, inputs.trunk === undefined ? {} : { trunk: inputs.trunk });
    const beside = aside === undefined ? {} : { aside };
    return { render, github: { token: inputs.token, apiUrl, repository, ...comment, ...check, ...beside } };
}

;// CONCATENATED MODULE: ./build/src/policy/policy-path.js
const policyPath = '.github/model-gates.yml';

;// CONCATENATED MODULE: ./build/src/runner/shared-inputs.js



const policyInput = (description) => ({
    field: fields_text('a path'),
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
    field: text('the name of a remote'),
    default: 'origin',
    description,
});
const switchInput = (description) => ({ field: flag, default: false, description });
const settingInput = (setting) => ({
    field: fieldOf(setting),
    description: inputDescription(setting),
});

;// CONCATENATED MODULE: ./build/src/runner/change/inputs.js



const changeInputs = inputs({
    policy: policyInput('Path of the policy file. It is read from the base commit, never from the pull request.'),
    base: {
        field: fields_text('a commit, branch or tag'),
        description: "Commit, branch or tag to compare with. Default: what the event says (a pull request's base, the commit before a push), else trunk.",
    },
    'working-directory': folderInput(),
    'github-token': tokenInput('Token for the merge base, the comment and the check. Without one the gate still judges; it reads everything from git.'),
    comment: switchInput('`true`: keep one comment on the pull request up to date. Needs `pull-requests: write`.'),
    'check-run': switchInput('`true`: publish a check with annotations on the head commit, beyond the 10 that a step may show. Needs `checks: write`.'),
});
function readGateInputs({ input }, table) {
    const fields = fieldsOf(table);
    const values = Object.entries(fields_readFields({ ...fieldsOf(changeInputs), ...fields }, input));
    const common = values.filter(([name]) => !(name in fields));
    return {
        common: withDefaults(changeInputs, Object.fromEntries(common)),
        own: Object.fromEntries(values.filter(([name]) => name in fields)),
    };
}

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = require("node:fs");
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = require("node:os");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = require("node:path");
var external_node_path_default = /*#__PURE__*/__nccwpck_require__.n(external_node_path_namespaceObject);
;// CONCATENATED MODULE: ./build/src/runner/ledger/recorded-evaluations.js
function recordedEvaluations(repository, open) {
    let opened;
    let reader;
    const ledger = () => (reader ??= (opened ??= open()).then(readerOf));
    return {
        nearest: async (sha, { ancestors, ...which }) => {
            const { nearest } = await ledger();
            const own = await nearest([sha], which);
            if (own.evaluation !== undefined || ancestors === 0)
                return own;
            return nearest(await repository.firstParents(sha, ancestors + 1), which);
        },
        trend: async (sha, merges) => {
            const { values } = await ledger();
            return values((await repository.firstParents(sha, merges)).toReversed());
        },
        minutes: async (sha, merges) => {
            const { minutes } = await ledger();
            return minutes((await repository.firstParents(sha, merges)).toReversed());
        },
        close: async () => {
            const ledgers = [opened];
            [opened, reader] = [undefined, undefined];
            for (const one of ledgers)
                await one?.then((last) => last.close()).catch(() => undefined);
        },
    };
}
async function readerOf(ledger) {
    const { evaluationReader } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 955, 23));
    return evaluationReader(await ledger.snapshot());
}

;// CONCATENATED MODULE: external "node:fs/promises"
const promises_namespaceObject = require("node:fs/promises");
;// CONCATENATED MODULE: ./build/src/runner/scratch.js





const maxBytes = 1024 * 1024 * 1024;
function scratchFolder(parent = (0,external_node_os_namespaceObject.tmpdir)()) {
    let made;
    const pathOf = (name) => {
        made ??= makeFolder(parent);
        return external_node_path_default().join(made, external_node_path_default().basename(name));
    };
    return {
        pathOf,
        write: async (name, text) => {
            await (0,promises_namespaceObject.writeFile)(pathOf(name), text);
            return pathOf(name);
        },
        read: (name) => readBounded(pathOf(name)),
    };
}
function makeFolder(parent) {
    const folder = (0,external_node_fs_namespaceObject.mkdtempSync)(external_node_path_default().join(parent, 'model-gates-'));
    process.once('exit', () => (0,external_node_fs_namespaceObject.rmSync)(folder, { recursive: true, force: true }));
    return folder;
}
async function readBounded(file) {
    const found = await (0,promises_namespaceObject.stat)(file).catch(() => undefined);
    if (found === undefined)
        return undefined;
    if (found.isFile() && found.size <= maxBytes)
        return (0,promises_namespaceObject.readFile)(file);
    throw new UserError(`${external_node_path_default().basename(file)} is no file, or larger than 1 GiB`, {
        help: 'Let the evaluation write JSON, JSONL or CSV to {out}.',
    });
}

;// CONCATENATED MODULE: ./build/src/runner/repository-ports.js






function repositoryPorts(repository, change, temp, openLedger) {
    const parent = temp === undefined || temp === '' ? (0,external_node_os_namespaceObject.tmpdir)() : temp;
    let base;
    return {
        workspace: repository.workingTree({ ignored: true }),
        treeAt: (ref) => treeAt(repository, ref),
        tags: () => repository.remoteTags(''),
        evaluations: recordedEvaluations(repository, openLedger),
        scratch: scratchFolder(parent),
        baseFolder: () => (base ??= checkOutBase(repository, change, parent)),
    };
}
async function treeAt(repository, ref) {
    try {
        return repository.tree(await repository.resolve(ref), ref);
    }
    catch (error) {
        if (isUserError(error))
            return undefined;
        throw error;
    }
}
async function checkOutBase(repository, { base }, parent) {
    if (base.sha === undefined)
        throw new Error(`${base.name} is no commit`);
    const made = (0,external_node_fs_namespaceObject.mkdtempSync)(external_node_path_default().join(parent, 'model-gates-base-'));
    process.once('exit', () => (0,external_node_fs_namespaceObject.rmSync)(made, { recursive: true, force: true }));
    const folder = external_node_path_default().join(made, 'tree');
    process.once('exit', await repository.checkOut(base.sha, folder));
    return folder;
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

;// CONCATENATED MODULE: ./build/src/policy/event.js

function queuedPullRequest({ kind, headRef = '' }) {
    const number = /^gh-readonly-queue\/.+\/pr-(\d{1,15})-[0-9a-f]{40,64}$/.exec(headRef)?.[1];
    return kind === 'merge-group' && number !== undefined ? Number(number) : undefined;
}
function judgesNothing({ name }) {
    return aboutSomethingElse.has(name);
}
const aboutSomethingElse = new Set([
    'branch_protection_rule',
    'check_run',
    'check_suite',
    'delete',
    'discussion',
    'discussion_comment',
    'fork',
    'gollum',
    'image_version',
    'issue_comment',
    'issues',
    'label',
    'milestone',
    'project',
    'project_card',
    'project_column',
    'public',
    'pull_request_comment',
    'status',
    'watch',
    'workflow_run',
]);
function readEvent(name, payload) {
    if (!isRecord(payload))
        return { ok: false, problem: `the payload of ${name} is ${kindOf(payload)}, expected an object` };
    const reader = readers.get(name) ?? readOther;
    const read = reader(payload);
    if (typeof read === 'string')
        return { ok: false, problem: `the payload of ${name} has no valid ${read}` };
    const defaultBranch = event_text(payload, 'repository', 'default_branch');
    return { ok: true, event: { name, ...read, ...(defaultBranch === undefined ? {} : { defaultBranch }) } };
}
const readers = new Map([
    ['pull_request', readPullRequest],
    ['pull_request_target', readPullRequest],
    ['pull_request_review', readPullRequest],
    ['pull_request_review_comment', readPullRequest],
    ['merge_group', readMergeGroup],
    ['push', readPush],
]);
function readPullRequest(payload) {
    const pull = payload['pull_request'];
    if (!record_isRecord(pull))
        return 'pull_request';
    const number = pull['number'];
    const headSha = sha(pull, 'head', 'sha');
    const baseSha = sha(pull, 'base', 'sha');
    const headRef = event_text(pull, 'head', 'ref');
    const baseRef = event_text(pull, 'base', 'ref');
    const author = event_text(pull, 'user', 'login') ?? 'ghost';
    if (typeof number !== 'number' || !Number.isSafeInteger(number))
        return 'pull_request.number';
    if (headSha === undefined)
        return 'pull_request.head.sha';
    if (baseSha === undefined)
        return 'pull_request.base.sha';
    if (headRef === undefined)
        return 'pull_request.head.ref';
    if (baseRef === undefined)
        return 'pull_request.base.ref';
    const pullRequest = {
        number,
        author,
        draft: pull['draft'] === true,
        fork: isFork(pull),
        labels: labelNames(pull['labels']),
        ...mergeOf(pull),
    };
    return { kind: 'pull-request', headSha, baseSha, headRef, baseRef, pullRequest };
}
function mergeOf(pull) {
    const mergeCommit = pull['merged'] === true ? sha(pull, 'merge_commit_sha') : undefined;
    return mergeCommit === undefined ? {} : { mergeCommit };
}
function readMergeGroup(payload) {
    const headSha = sha(payload, 'merge_group', 'head_sha');
    const baseSha = sha(payload, 'merge_group', 'base_sha');
    const baseRef = event_text(payload, 'merge_group', 'base_ref');
    const headRef = event_text(payload, 'merge_group', 'head_ref');
    if (headSha === undefined)
        return 'merge_group.head_sha';
    if (baseSha === undefined)
        return 'merge_group.base_sha';
    if (baseRef === undefined)
        return 'merge_group.base_ref';
    return {
        kind: 'merge-group',
        headSha,
        baseSha,
        baseRef: branchName(baseRef),
        ...(headRef ? { headRef: branchName(headRef) } : {}),
    };
}
function readPush(payload) {
    const headSha = sha(payload, 'after');
    const baseSha = sha(payload, 'before');
    const ref = event_text(payload, 'ref');
    if (headSha === undefined)
        return 'after';
    if (ref === undefined)
        return 'ref';
    const known = baseSha !== undefined && !/^0+$/.test(baseSha);
    return {
        kind: 'push',
        headSha,
        headRef: branchName(ref),
        baseRef: branchName(ref),
        ...(known ? { baseSha } : {}),
    };
}
function readOther(payload) {
    const ref = event_text(payload, 'ref');
    return { kind: 'other', ...(ref === undefined ? {} : { headRef: branchName(ref) }) };
}
function isFork(pull) {
    const head = event_text(pull, 'head', 'repo', 'full_name');
    return head === undefined || head !== event_text(pull, 'base', 'repo', 'full_name');
}
function labelNames(labels) {
    if (!Array.isArray(labels))
        return [];
    return labels.map((label) => event_text(label, 'name')).filter((name) => name !== undefined);
}
function branchName(ref) {
    return ref.replace(/^refs\/heads\//, '');
}
function sha(value, ...path) {
    const found = event_text(value, ...path);
    return found !== undefined && /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(found) ? found : undefined;
}
function event_text(value, ...path) {
    let found = value;
    for (const key of path)
        found = record_isRecord(found) && Object.hasOwn(found, key) ? found[key] : undefined;
    return typeof found === 'string' && found !== '' ? found : undefined;
}
function kindOf(value) {
    if (value === null)
        return 'null';
    return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}

;// CONCATENATED MODULE: ./build/src/policy/guarded-ref.js
function guardedRef(name, event) {
    const { baseRef, baseSha, defaultBranch } = event;
    if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(name))
        return { kind: 'commit', sha: name };
    if (name === baseRef && baseSha !== undefined)
        return { kind: 'commit', sha: baseSha };
    if (name !== defaultBranch && !name.startsWith('release/'))
        return { kind: 'ref', name: `refs/tags/${name}` };
    return isOwn(name, event)
        ? { kind: 'refused', reason: `${name} is the branch of this change itself` }
        : { kind: 'ref', name: `refs/heads/${name}` };
}
function isOwn(name, { kind, headRef, pullRequest }) {
    return kind !== 'other' && name === headRef && pullRequest?.fork !== true;
}

;// CONCATENATED MODULE: ./build/src/runner/change/guarded-trees.js


function guardedTrees(repository, event, change) {
    return async (ref) => {
        const guarded = guardedRef(ref, event);
        if (guarded.kind === 'refused')
            throw noYardstick(guarded.reason);
        const named = guarded.kind === 'commit' ? guarded.sha : await repository.remoteRef(guarded.name);
        if (named === undefined)
            return undefined;
        const sha = await repository.resolve(named);
        const own = [change.head.sha, ...(await change.commits()).map((commit) => commit.sha)];
        if (sha !== change.base.sha && own.includes(sha))
            throw noYardstick(`${ref} is commit ${sha.slice(0, 8)} of this change itself`);
        return repository.tree(sha, ref);
    };
}
function noYardstick(reason) {
    return new UserError(`${reason}: a change is not measured against what it brought`, {
        help: 'Name trunk, a branch release/*, a tag of trunk or a full SHA in the policy.',
    });
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

;// CONCATENATED MODULE: ./build/src/runner/ledger/ledger-ports.js

function ledgerPorts(environment, { cwd, token }, policy) {
    return {
        owed: async () => {
            const { owedEvaluations } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 380, 23));
            const ledger = await openRunnerLedger(environment, { cwd, remote: 'origin', token });
            try {
                return await owedEvaluations(await ledger.snapshot(), policy, Date.now());
            }
            finally {
                await ledger.close();
            }
        },
    };
}

;// CONCATENATED MODULE: ./build/src/runner/change/open-change.js









async function openChange(environment, inputs) {
    const cwd = await workingFolder(environment.workspace, inputs.workingDirectory);
    const { commands, openRepository } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4, 23));
    const repository = await openRepository({
        cwd,
        log: index_js_namespaceObject.actionLog,
        ...(inputs.token ? { token: inputs.token } : {}),
    });
    const event = await withBaseTip(environment, repository);
    const { base, head } = await endpoints(event, inputs, repository);
    const mergeBase = await knownMergeBase(environment, inputs, repository, base, head);
    const change = await repository.changeSet({
        base,
        head,
        ...(mergeBase ? { mergeBaseSha: mergeBase } : {}),
    });
    const guarded = await repository.resolve(event.baseSha ?? base);
    const policy = await loadPolicy(repository.tree(guarded), inputs.policy);
    const ports = {
        change,
        ...repositoryPorts(repository, change, environment.temp, () => openRunnerLedger(environment, { cwd, remote: 'origin', token: inputs.token })),
        treeAt: guardedTrees(repository, event, change),
        log: index_js_namespaceObject.actionLog,
        commands,
        now: Date.now,
        ...ledgerPorts(environment, { cwd, token: inputs.token }, policy.policy),
    };
    return { ports, policy };
}
async function withBaseTip({ event, sha }, repository) {
    if (event.pullRequest === undefined || sha === undefined || sha === '' || sha === event.headSha)
        return event;
    try {
        const [tip, head, ...others] = await repository.parents(sha);
        return tip !== undefined && head === event.headSha && others.length === 0
            ? { ...event, baseSha: tip }
            : event;
    }
    catch (error) {
        if (!isUserError(error))
            throw error;
        index_js_namespaceObject.actionLog.debug(`${sha} is not known as a merge of this pull request: ${error.message}`);
        return event;
    }
}
async function endpoints(event, inputs, repository) {
    if (judgesNothing(event) && inputs.base === undefined)
        throw nothingToJudge(event.name);
    const head = event.headSha ?? (await repository.head()).sha;
    if (inputs.base !== undefined)
        return { base: await repository.resolve(inputs.base), head };
    if (event.baseSha !== undefined)
        return { base: event.baseSha, head };
    if (event.defaultBranch !== undefined)
        return { base: await repository.resolve(event.defaultBranch), head };
    throw new UserError(`The event ${event.name} does not say what to compare with.`, {
        help: 'Give the input base: a branch, a tag or a commit.',
    });
}
function nothingToJudge(name) {
    return new UserError(`GitHub runs ${name} on the tip of the default branch: there is no change here to judge, and a verdict would stand for nothing.`, {
        help: 'Run this on pull_request, merge_group, push, schedule or workflow_dispatch. After a comment, putting the label on (`labeled`) starts the gates again. To compare what is checked out all the same, give the input base.',
    });
}
async function knownMergeBase(environment, inputs, repository, base, head) {
    if (inputs.token === undefined || !(await repository.isShallow()))
        return undefined;
    try {
        const { connect } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 325, 23));
        const { apiUrl, repository: name } = environment;
        return await connect({
            token: inputs.token,
            apiUrl,
            repository: name,
            log: index_js_namespaceObject.actionLog,
        }).commits.mergeBase(base, head);
    }
    catch (error) {
        index_js_namespaceObject.actionLog.warning(`GitHub did not tell the merge base (${error instanceof Error ? error.message : String(error)}); git looks for it.`);
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/src/runner/change/pull-request-source.js



function pullRequestSource(environment, token) {
    const { event, apiUrl, repository } = environment;
    const number = event.pullRequest?.number ?? queuedPullRequest(event);
    const pushed = event.kind === 'push' ? event.headSha : undefined;
    if (token === undefined || (number === undefined && pushed === undefined))
        return undefined;
    let connected;
    const github = () => (connected ??= Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 325, 23)).then(({ connect }) => connect({ token, apiUrl, repository, log: index_js_namespaceObject.actionLog })));
    if (number !== undefined)
        return sourceOf(number, repository, github);
    return pushedSource(pushed ?? '', repository, github);
}
function pushedSource(sha, repository, github) {
    let found;
    const merged = () => (found ??= github()
        .then(({ commits }) => commits.pullRequests(sha))
        .then((all) => all.find(({ mergeCommit }) => mergeCommit === sha)));
    const source = async () => {
        const pull = await merged();
        if (pull === undefined)
            throw new Error(`${sha} is no merge of a pull request`);
        return sourceOf(pull.number, repository, github);
    };
    return {
        current: async () => {
            const pull = await merged();
            return pull === undefined ? undefined : currentOf(pull, repository);
        },
        labels: async () => (await source()).labels(),
        labelEvents: async () => (await source()).labelEvents(),
        baseChangedAt: async () => (await source()).baseChangedAt(),
        comments: async () => (await source()).comments(),
        reviews: async () => (await source()).reviews(),
        pushedAt: async (branch, head) => (await source()).pushedAt(branch, head),
        checks: async (head) => (await source()).checks(head),
        standing: async (login, teams) => (await source()).standing(login, teams),
    };
}
function sourceOf(number, repository, github) {
    let events;
    const timeline = () => (events ??= github().then(({ labels }) => labels.events(number)));
    return {
        current: async () => currentOf(await (await github()).pulls.get(number), repository),
        labels: async () => (await github()).labels.list(number),
        labelEvents: async () => (await timeline()).filter((item) => 'label' in item),
        baseChangedAt: async () => (await timeline()).findLast(({ kind }) => kind === 'base_ref_changed')?.at,
        comments: async () => (await github()).comments.list(number),
        reviews: async () => (await github()).pulls.reviews(number),
        pushedAt: async (branch, sha) => pushTime(await github(), branch, sha),
        checks: async (sha) => byName(await (await github()).commits.checks(sha)),
        standing: async (login, teams) => standing(await github(), login, teams),
    };
}
function currentOf(pull, repository) {
    const { number, author, draft, labels, head, base } = pull;
    const fork = head.repository !== repository;
    return {
        headSha: head.sha,
        headRef: head.ref,
        baseRef: base.ref,
        facts: { number, author, draft, fork, labels },
    };
}
function byName(states) {
    const green = states.filter(({ conclusion }) => conclusion === 'success');
    const others = states.filter(({ conclusion }) => conclusion !== 'success');
    return new Map([...green, ...others].map(({ name, conclusion }) => [name, conclusion]));
}
async function pushTime(github, branch, sha) {
    const pushes = await github.branches.activity(branch);
    return pushes.find(({ after }) => after === sha)?.at;
}
async function standing(github, login, teams) {
    const permission = await github.people.permission(login);
    const memberships = await Promise.all(teams.map((team) => isMember(github, team, login)));
    return { login, permission, teams: teams.filter((_, index) => memberships[index]) };
}
function isMember(github, name, login) {
    const [organization, team] = name.split('/');
    if (organization && team)
        return github.people.isTeamMember(organization, team, login);
    throw new UserError(`The policy names a team ${JSON.stringify(name)}, expected organization/team.`, {
        help: 'Correct the team in the policy of the base branch.',
    });
}

;// CONCATENATED MODULE: ./build/src/runner/gate/gate-action.js








function gateAction(gate, outputs) {
    return async (context) => {
        const { environment } = context;
        const { common, own } = readGateInputs(context, gate.table);
        const { ports, policy } = await openChange(environment, common);
        const plan = await makePlan(environment.event, policy.policy, pullRequestSource(environment, common.token), ports);
        const planned = plan.gates.find(({ gate: name }) => name === gate.name);
        if (planned === undefined)
            throw new Error(`${gate.name} is not planned`);
        const run = () => runGate(gate, { values: own, over: 'defaults', event: environment.event }, policy.policy, ports);
        const judged = await runPlanned(planned, run, ports);
        const changes = await policyChangeFindings(ports.change.head, ports.change.files, common.policy);
        const report = withFindings(judged, [...policy.findings, ...plan.findings, ...changes]);
        return {
            report,
            outputs: await outputs(judged, environment),
            channels: changeChannels(environment, { ...common, trunk: policy.policy.trunk }, ports.change, await headFiles(ports.change, report)),
        };
    };
}

;// CONCATENATED MODULE: ./build/src/actions/detect-dep-drift/main.js



const main = gateAction(dependencyGate, ({ facts }) => outputTexts({
    moves: facts.moves,
    'watched-moves': facts.watchedMoves?.join('\n'),
    unexplained: facts.unexplained?.join('\n'),
}));

;// CONCATENATED MODULE: ./build/src/actions/detect-dep-drift/index.js


void (0,index_js_namespaceObject.runAction)('detect-dep-drift', main);

module.exports = __webpack_exports__;
/******/ })()
;