"use strict";
exports.id = 79;
exports.ids = [79];
exports.modules = {

/***/ 79:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   evaluateAt: () => (/* binding */ evaluateAt)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _kernel_user_error_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(572);
/* harmony import */ var _regression_settings_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(809);
/* harmony import */ var _scratch_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(483);






async function evaluateAt(sources) {
    const { repository, policy, log, keep, tip } = sources;
    const { evaluate: command = '', pool } = policy.regression;
    if (command === '')
        throw noCommand();
    const nameOf = keep === undefined ? undefined : keptName(keep.pattern);
    const parent = sources.temp === undefined || sources.temp === '' ? (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)() : sources.temp;
    const scratch = (0,_scratch_js__WEBPACK_IMPORTED_MODULE_3__/* .scratchFolder */ .$)(parent);
    const { evaluateCommit, readPool } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 781, 23));
    const { commands } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 38, 23));
    const how = { command, columns: (0,_regression_settings_js__WEBPACK_IMPORTED_MODULE_4__/* .columnsOf */ .PL)(policy.regression), extension: extensionOf(keep?.pattern) };
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
                await writeNew(node_path__WEBPACK_IMPORTED_MODULE_2___default().resolve(keep.cwd), nameOf, sha, answer.bytes);
            else
                log.warning(`locate: results of ${sha} are not kept: {out} was written in another format than ${how.extension}`);
            return answer.set;
        }),
    };
}
function noCommand() {
    return new _kernel_user_error_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo('There is nothing to evaluate merges with: the policy has no regression.evaluate.', {
        help: 'Write the command into .github/model-gates.yml: `regression: { evaluate: "python eval.py --ids {ids} --out {out}" }`; or leave the budget out, and the answer is made of what is recorded.',
    });
}
async function checkedOut(repository, sha, parent, use) {
    const made = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)(node_path__WEBPACK_IMPORTED_MODULE_2___default().join(parent, 'model-gates-locate-'));
    const remove = () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(made, { recursive: true, force: true, maxRetries: 3 });
    try {
        const folder = node_path__WEBPACK_IMPORTED_MODULE_2___default().join(made, 'tree');
        const forget = await repository.checkOut(sha, folder).catch((error) => {
            if ((0,_kernel_user_error_js__WEBPACK_IMPORTED_MODULE_5__/* .isUserError */ .iU)(error))
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
        throw new _kernel_user_error_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`Results of further evaluations cannot be kept under ${pattern}`, {
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
        const file = node_path__WEBPACK_IMPORTED_MODULE_2___default().resolve(cwd, nameOf(sha.slice(0, digits)));
        if (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(file).then(() => true, () => false))
            continue;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(node_path__WEBPACK_IMPORTED_MODULE_2___default().dirname(file), { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, bytes, { flag: 'wx' });
        return;
    }
}


/***/ })

};
;