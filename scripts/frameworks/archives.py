"""Where the sources of a framework's versions come from: archives of the package index, or a clone that a maintainer names.

Nothing is imported or installed; of an archive only text is read.
"""
import fnmatch, glob, os, re, subprocess, sys, tarfile, zipfile


def sh(*command, **more):
    return subprocess.run(command, capture_output=True, text=True, **more)


def key(version):
    return [int(n) for n in re.findall(r'\d+', version)]


def published(package):
    rows = sh(sys.executable, '-m', 'pip', 'index', 'versions', package).stdout
    found = re.search(r'Available versions: (.*)', rows)
    return [v.strip() for v in found.group(1).split(',')] if found else []


def minors(versions, first, patches=0):
    """The last patch of each minor version from the first on, oldest first; `patches`: where only patches count, each so-many-th of them."""
    last = {}
    for version in sorted(versions, key=key):
        if re.fullmatch(r'[\d.]+(?:\.post\d+)?', version) and key(version)[:len(key(first))] >= key(first):
            last['.'.join(version.split('.')[:3 if patches else 2])] = version
    chosen = list(last.values())
    return [v for i, v in enumerate(chosen) if (len(chosen) - 1 - i) % patches == 0] if patches else chosen


def archive(package, version, wheel, cache):
    """Path of the archive or of the folder that pip unpacked; downloaded once."""
    folder = os.path.join(cache, package, version)
    have = glob.glob(os.path.join(folder, '*.whl')) + glob.glob(os.path.join(folder, '*.tar.gz'))
    if have or glob.glob(os.path.join(folder, 'tmp', '*')):
        return have[0] if have else folder
    os.makedirs(folder, exist_ok=True)
    pip = [sys.executable, '-m', 'pip', 'download', '-q', '--no-deps', '-d', folder]
    if wheel:
        sh(*pip, '--only-binary', ':all:', '--python-version', '3.12', '%s==%s' % (package, version))
    else:
        # the source is all that is read: pip may fail to prepare it, and keeps what it has unpacked
        kept = os.path.join(folder, 'tmp')
        os.makedirs(kept, exist_ok=True)
        sh(*pip, '--no-binary', ':all:', '--no-build-isolation', '--no-clean', '%s==%s' % (package, version),
           env=dict(os.environ, TMPDIR=kept))
    have = glob.glob(os.path.join(folder, '*.whl')) + glob.glob(os.path.join(folder, '*.tar.gz'))
    return have[0] if have else folder


class Texts:
    """The files of one version: names below the package, and their text."""

    def __init__(self, path):
        self.path = path
        if path.endswith('.whl'):
            self.zip = zipfile.ZipFile(path)
            self.names = self.zip.namelist()
            self.read = lambda name: self.zip.read(name).decode()
        elif path.endswith('.tar.gz'):
            self.tar = tarfile.open(path)
            members = {m.name.split('/', 1)[-1]: m for m in self.tar.getmembers() if m.isfile()}
            self.names = list(members)
            self.read = lambda name: self.tar.extractfile(members[name]).read().decode()
        else:
            files = {}
            for root, _, found in os.walk(path):
                for name in found:
                    # pip unpacks a source as tmp/<unpacked>/<package>/
                    whole = os.path.join(root, name)
                    files[re.sub(r'^tmp/[^/]+/[^/]+/', '', os.path.relpath(whole, path))] = whole
            self.names = list(files)
            self.read = lambda name: open(files[name], encoding='utf-8').read()

    def matching(self, *patterns):
        """name -> text of the files that fit one of the patterns, also below src/."""
        fits = [p for pattern in patterns for p in (pattern, 'src/' + pattern)]
        return {n: self.read(n) for n in sorted(self.names) if any(fnmatch.fnmatch(n, p) for p in fits)}


class CloneTexts(Texts):
    """The files of one tag of a git repository."""

    def __init__(self, clone, tag):
        self.path = clone
        self.names = sh('git', '-C', clone, 'ls-tree', '-r', '--name-only', tag).stdout.split('\n')
        self.read = lambda name: sh('git', '-C', clone, 'show', '%s:%s' % (tag, name)).stdout


def tags(clone, pattern):
    """version -> tag of a clone."""
    found = [re.fullmatch(pattern, t) for t in sh('git', '-C', clone, 'tag').stdout.split()]
    return {m.group(1): m.group(0) for m in found if m}
