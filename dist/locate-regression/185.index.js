"use strict";
exports.id = 185;
exports.ids = [185];
exports.modules = {

/***/ 185:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  evaluateAt: () => (/* binding */ evaluateAt)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./build/src/kernel/user-error.js
var user_error = __webpack_require__(572);
// EXTERNAL MODULE: ./build/src/regression/settings.js + 1 modules
var settings = __webpack_require__(809);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(24);
;// CONCATENATED MODULE: ./build/src/runner/scratch.js





const maxBytes = 1024 * 1024 * 1024;
function scratchFolder(parent = (0,external_node_os_.tmpdir)()) {
    let made;
    const pathOf = (name) => {
        made ??= makeFolder(parent);
        return external_node_path_default().join(made, external_node_path_default().basename(name));
    };
    return {
        pathOf,
        write: async (name, text) => {
            await (0,promises_.writeFile)(pathOf(name), text);
            return pathOf(name);
        },
        read: (name) => readBounded(pathOf(name)),
        keep: async (name, text) => {
            const folder = external_node_path_default().join(parent, 'model-gates');
            await (0,promises_.mkdir)(folder, { recursive: true });
            const file = external_node_path_default().join(folder, external_node_path_default().basename(name));
            await (0,promises_.writeFile)(file, text);
            return file;
        },
    };
}
function makeFolder(parent) {
    const folder = (0,external_node_fs_.mkdtempSync)(external_node_path_default().join(parent, 'model-gates-'));
    process.once('exit', () => (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true }));
    return folder;
}
async function readBounded(file) {
    const found = await (0,promises_.stat)(file).catch(() => undefined);
    if (found === undefined)
        return undefined;
    if (found.isFile() && found.size <= maxBytes)
        return (0,promises_.readFile)(file);
    throw new user_error/* UserError */.yo(`${external_node_path_default().basename(file)} is not a file, or larger than 1 GiB`, {
        help: 'Let the evaluation write JSON, JSONL or CSV to {out}.',
    });
}

;// CONCATENATED MODULE: ./build/src/runner/locate/evaluate-at.js






async function evaluateAt(sources) {
    const { repository, policy, log, keep, tip } = sources;
    const { evaluate: command = '', pool } = policy.regression;
    if (command === '')
        throw noCommand();
    const nameOf = keep === undefined ? undefined : keptName(keep.pattern);
    const parent = sources.temp === undefined || sources.temp === '' ? (0,external_node_os_.tmpdir)() : sources.temp;
    const scratch = scratchFolder(parent);
    const { evaluateCommit, readPool } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 994, 23));
    const { commands } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 4, 23));
    const how = { command, columns: (0,settings/* columnsOf */.PL)(policy.regression), extension: extensionOf(keep?.pattern) };
    let run = 0;
    return {
        pool: () => readPool(pool, repository.tree(tip)),
        progress: (line) => log.info(line),
        evaluate: (sha, ids, timeoutMs) => checkedOut(repository, sha, parent, async (cwd) => {
            run++;
            const ports = { commands, now: Date.now };
            const name = `${sha}-${run}`;
            const answer = await evaluateCommit({ ...how, ids, name, timeoutMs, cwd }, ports, scratch);
            if (typeof answer === 'string' || keep === undefined || nameOf === undefined)
                return typeof answer === 'string' ? answer : answer.set;
            if (answer.fits)
                await writeNew(external_node_path_default().resolve(keep.cwd), nameOf, sha, answer.bytes);
            else
                log.warning(`locate: results of ${sha} are not kept: {out} was written in another format than ${how.extension}`);
            return answer.set;
        }),
    };
}
function noCommand() {
    return new user_error/* UserError */.yo('There is nothing to evaluate merges with: the policy has no regression.evaluate.', {
        help: 'Write the command into .github/model-gates.yml: `regression: { evaluate: "python eval.py --ids {ids} --out {out}" }`; or leave the budget out, and the answer is made of what is recorded.',
    });
}
async function checkedOut(repository, sha, parent, use) {
    const made = await (0,promises_.mkdtemp)(external_node_path_default().join(parent, 'model-gates-locate-'));
    const remove = () => (0,promises_.rm)(made, { recursive: true, force: true, maxRetries: 3 });
    try {
        const folder = external_node_path_default().join(made, 'tree');
        const forget = await repository.checkOut(sha, folder).catch((error) => {
            if ((0,user_error/* isUserError */.iU)(error))
                return error.message;
            throw error;
        });
        if (typeof forget === 'string')
            return forget;
        try {
            return await use(folder);
        }
        finally {
            forget();
        }
    }
    finally {
        await remove();
    }
}
function keptName(pattern) {
    if (/[?[]/.test(pattern))
        throw new user_error/* UserError */.yo(`Results of further evaluations cannot be kept under ${pattern}`, {
            help: "Give --results a pattern without ? and [: 'results/{sha}.jsonl', 'results/{sha}/*.jsonl'.",
        });
    const plain = pattern.replaceAll('**/', '').replaceAll(/\*+/g, 'located');
    return (sha) => plain.replaceAll('{sha}', sha);
}
function extensionOf(pattern = '') {
    return /\.(?:jsonl?|csv|tsv)$/i.exec(pattern)?.[0].toLowerCase() ?? '.json';
}
const fewestDigits = 12;
async function writeNew(cwd, nameOf, sha, bytes) {
    for (let digits = sha.length; digits >= fewestDigits; digits--) {
        const file = external_node_path_default().resolve(cwd, nameOf(sha.slice(0, digits)));
        if (await (0,promises_.access)(file).then(() => true, () => false))
            continue;
        await (0,promises_.mkdir)(external_node_path_default().dirname(file), { recursive: true });
        await (0,promises_.writeFile)(file, bytes, { flag: 'wx' });
        return;
    }
}


/***/ })

};
;