"""Checks what is installed for licences and known vulnerabilities, and lists it: ``python docs/dependencies.py``.

``--check`` writes nothing: it fails on a licence that is not on the list below, on a known vulnerability, and on a
page that does not name the versions of uv.lock. Where the database of vulnerabilities cannot be reached, it says so,
because nothing is known then.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "dependencies.md"
OURS = "polecore"
PATIENCE = 120
"""Seconds that a look-up may take before it counts as out of reach."""
# permissive, or copyleft file by file (MPL), which leaves what links to them alone
ALLOWED = re.compile(
    r"0BSD|Apache|BSD|MIT|ISC|MPL|Mozilla Public|PSF|Python Software Foundation|HPND|Zlib|CC0|Unlicense|OFL|W3C|"
    r"Public.Domain|dependency licenses",
    re.IGNORECASE,
)
REFUSED = re.compile(r"(?<!L)GPL|AGPL|SSPL|Commons Clause|Business Source|Proprietary|UNKNOWN", re.IGNORECASE)
_HEAD = """# What is installed

Generated from `uv.lock` and the metadata of the packages by `python docs/dependencies.py`; `make check` holds it up to
date, refuses a licence that is neither permissive nor copyleft file by file, and asks pip-audit for known
vulnerabilities. Where its database cannot be reached, the check says so, and this list is what an auditor starts from.
Why each of the direct dependencies is there: [design.md](design.md#why-each-dependency).

| package | version | licence |
|---|---|---|
"""


def locked() -> dict[str, str]:
    """Give the packages of uv.lock with their versions."""
    found = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))["package"]
    versions: dict[str, set[str]] = {}
    for package in found:
        if package["name"] != OURS:
            versions.setdefault(package["name"], set()).add(package["version"])
    return {name: " or ".join(sorted(several)) for name, several in sorted(versions.items())}


def _tool(*arguments: str) -> str:
    command = [str(Path(sys.executable).parent / arguments[0]), *arguments[1:]]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, timeout=PATIENCE).stdout
    except subprocess.TimeoutExpired:
        return ""


def licences() -> dict[str, str]:
    """Give the licence of each package that is installed here, by its normalised name."""
    told = json.loads(_tool("pip-licenses", "--format=json", "--with-system"))
    return {re.sub(r"[-_.]+", "-", row["Name"]).lower(): " ".join(row["License"].split()) for row in told}


def page(versions: dict[str, str], known: dict[str, str]) -> str:
    """Write the page; a package of another platform keeps the licence that the page already gives for it."""
    before = dict(re.findall(r"^\| (\S+) \| [^|]+ \| ([^|]*) \|$", _text(), flags=re.MULTILINE))
    rows = [
        f"| {name} | {version} | {known.get(name) or before.get(name, 'not installed here')} |\n"
        for name, version in versions.items()
    ]
    return _HEAD + "".join(rows)


def _text() -> str:
    return PAGE.read_text(encoding="utf-8") if PAGE.is_file() else ""


def refused(known: dict[str, str]) -> list[str]:
    """Name the packages whose licence is not on the list."""
    return [
        f"{name}: licence {licence!r} is not on the list of docs/dependencies.py; choose another package, or read the "
        "licence and add it there"
        for name, licence in sorted(known.items())
        if name != OURS and (REFUSED.search(licence) or not ALLOWED.search(licence))
    ]


def audit() -> tuple[list[str], str]:
    """Ask pip-audit: the known vulnerabilities, and a line that says how many packages could be looked up."""
    answer = _tool("pip-audit", "--local", "--skip-editable", "--progress-spinner", "off", "-f", "json")
    if not answer.strip():
        return [], "pip-audit gave no answer: the database of vulnerabilities cannot be reached from here"
    packages = json.loads(answer)["dependencies"]
    asked = [package for package in packages if "vulns" in package]
    found = [
        f"{package['name']} {package['version']}: {flaw['id']}; take {' or '.join(flaw['fix_versions']) or 'another'}"
        for package in asked
        for flaw in package["vulns"]
    ]
    note = (
        "" if len(asked) == len(packages) else "; the database of vulnerabilities does not answer for the others here"
    )
    return found, f"pip-audit: {len(asked)} of {len(packages)} packages looked up, {len(found)} vulnerabilities{note}"


def main(arguments: list[str]) -> int:
    """Write the page, or check it, the licences and the vulnerabilities."""
    versions, known = locked(), licences()
    text = page(versions, known)
    problems = refused(known)
    if "--check" not in arguments:
        PAGE.write_text(text, encoding="utf-8", newline="\n")
    elif re.findall(r"^\| \S+ \| [^|]+ \|", _text(), re.MULTILINE) != re.findall(r"^\| \S+ \| [^|]+ \|", text, re.M):
        problems.append(f"{PAGE.name} does not name what uv.lock does; run `python docs/dependencies.py`")
    flaws, note = audit()
    problems += flaws
    sys.stderr.write("".join(f"{problem}\n" for problem in problems))
    sys.stdout.write(f"{len(known) - (OURS in known)} packages, {len(problems)} problems. {note}\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
