"""Makes the virtual environment from the lock. Standard library only: it runs before anything is installed.

`bootstrap.py run` installs what the product needs, `bootstrap.py dev` also what checks it.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "installed.json"
OLDEST = (3, 11)

PDF_PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0", "fonts-noto-cjk")
"""Debian packages that PDF sheets need; all else works without them."""
TEST_PACKAGES = ("chromium", "poppler-utils", "gettext")
"""Debian packages that only the tests need."""


class SetUpError(Exception):
    """The set-up cannot go on; the message is one line that says what to do."""


def say(text: str) -> None:
    """One line of progress."""
    print(text, flush=True)  # noqa: T201  (the terminal is this script's only output)


def as_root() -> bool:
    """Whether Debian packages may be installed."""
    return os.geteuid() == 0


def quiet(command: Sequence[str | Path]) -> bool:
    """Whether a command ends well; its output is not shown."""
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0  # noqa: S603  (own command)
    except OSError:
        return False


def missing_packages(names: Sequence[str]) -> list[str]:
    """Which Debian packages are not installed; none on a system without dpkg."""
    if not shutil.which("dpkg-query"):
        return []
    asked = subprocess.run(  # noqa: S603  (own command)
        ["dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\n", *names],  # noqa: S607  (found on PATH)
        capture_output=True,
        text=True,
        check=False,
    )
    there = {line.split()[0] for line in asked.stdout.splitlines() if line.endswith(" installed")}
    return [name for name in names if name not in there]


def install_packages(names: Sequence[str]) -> bool:
    """Install Debian packages as root; whether that worked."""
    say(f"· 安装系统软件包：{' '.join(names)}")
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *names]
    return quiet(install) or (quiet(["apt-get", "update", "-q"]) and quiet(install))


def offer_packages(names: Sequence[str], purpose: str) -> None:
    """Install what is missing when that is allowed, else say the one line that does it."""
    missing = missing_packages(names)
    if not missing or (as_root() and install_packages(missing)):
        return
    say(f"· 提示：{purpose}还缺系统软件包，可运行：sudo apt-get install -y {' '.join(missing)}")


def check_python() -> None:
    """Raises SetUpError unless this Python is new enough."""
    if sys.version_info < OLDEST:
        have = ".".join(map(str, sys.version_info[:2]))
        mend = "sudo apt-get install -y python3.11 python3.11-venv"
        raise SetUpError(f"需要 Python 3.11 或更新版本，现在是 {have}；请运行：{mend}")


def check_venv_module() -> None:
    """Debian ships venv's other half apart. Raises SetUpError with the line that installs it."""
    if importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv"):
        return
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    if as_root() and install_packages([package]):
        return
    raise SetUpError(f"缺少建立虚拟环境的模块；请运行：sudo apt-get install -y {package}")


def stamp() -> dict[str, str]:
    """What was installed, as digests of what it was installed from; empty for none or a broken one."""
    try:
        kept = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def write_stamp(**parts: str) -> None:
    """Note that these parts are installed now."""
    STAMP.write_text(json.dumps({**stamp(), **parts}, indent=1), encoding="utf-8")


def digest(*files: Path) -> str:
    """One digest of several files, and of where the environment lies and what runs in it."""
    total = hashlib.sha256(f"{VENV} {sys.version_info[:2]}".encode())
    for file in files:
        total.update(file.read_bytes())
    return total.hexdigest()


def sound_venv() -> bool:
    """Whether the environment runs and was made in this place: its scripts name their Python by full path."""
    script = VENV / "bin" / "pip"
    if not script.exists() or not script.read_bytes().startswith(f"#!{VENV}/".encode()):
        return False
    return quiet([PYTHON, "-c", "import pip"])


def make_venv() -> None:
    """The environment, made anew when it does not run or was moved here from another place."""
    if sound_venv():
        return
    check_venv_module()
    say("· 建立虚拟环境 .venv")
    if VENV.exists():
        shutil.rmtree(VENV)
    made = subprocess.run(  # noqa: S603  (own command)
        [sys.executable, "-m", "venv", VENV], capture_output=True, text=True, check=False
    )
    if made.returncode:
        raise SetUpError(f"虚拟环境没有建成：{last_line(made.stdout + made.stderr)}")


def last_line(output: str) -> str:
    """The last line that says something; pip puts its error there."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if line.startswith("ERROR")]
    return (errors or lines or ["没有输出"])[-1]


def install_lock(name: str) -> None:
    """Install a lock file, every file checked against its hash; skipped when nothing changed."""
    lock = ROOT / "requirements" / f"{name}.txt"
    wanted = digest(lock)
    if stamp().get(name) == wanted:
        return
    total = sum("==" in line for line in lock.read_text(encoding="utf-8").splitlines())
    say(f"· 安装锁定的依赖 requirements/{name}.txt（{total} 项，逐个核对散列）")
    pip("install", "--require-hashes", "--no-deps", "-r", str(lock), total=total)
    write_stamp(**{name: wanted})


def pip(*arguments: str, total: int = 0) -> None:
    """Run pip and show how far it is. Raises SetUpError with pip's own last word."""
    command = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input", *arguments]
    environment = {**os.environ, "PIP_PROGRESS_BAR": "off", "PIP_ROOT_USER_ACTION": "ignore"}
    process = subprocess.Popen(  # noqa: S603  (own command)
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment
    )
    seen: list[str] = []
    done, told = 0, time.monotonic()
    for line in process.stdout or ():
        seen.append(line)
        done += line.startswith(("Collecting ", "Requirement already satisfied: "))
        if total and time.monotonic() - told > 5:
            say(f"    {done}/{total}")
            told = time.monotonic()
    if process.wait():
        raise SetUpError(f"依赖没有装上：{last_line(''.join(seen))}（请检查网络，或用 PIP_INDEX_URL 指定镜像）")


def install_project() -> None:
    """The project itself, in place, so that the `guantong` command exists."""
    wanted = digest(ROOT / "pyproject.toml")
    if stamp().get("project") == wanted and (VENV / "bin" / "guantong").exists():
        return
    say("· 安装 guantong 命令")
    pip("install", "--no-deps", "--no-build-isolation", "--no-index", "-e", str(ROOT))
    write_stamp(project=wanted)


def compile_messages() -> None:
    """Compile the message catalogues that are newer than what was compiled."""
    for catalogue in sorted((ROOT / "guantong" / "locale").glob("*/LC_MESSAGES/*.po")):
        compiled = catalogue.with_suffix(".mo")
        if compiled.exists() and compiled.stat().st_mtime >= catalogue.stat().st_mtime:
            continue
        say(f"· 编译译文 {catalogue.relative_to(ROOT)}")
        frontend: list[str | Path] = [
            PYTHON,
            "-m",
            "babel.messages.frontend",
            "compile",
            "-i",
            catalogue,
            "-o",
            compiled,
        ]
        if not quiet(frontend):
            raise SetUpError(f"译文有错，没有编译：{catalogue.relative_to(ROOT)}")


def check_writable() -> None:
    """Raises SetUpError when the folder belongs to somebody else, typically root after a first run as root."""
    for folder in (ROOT, VENV, ROOT / "var"):
        if folder.exists() and not os.access(folder, os.W_OK):
            raise SetUpError(f"不能写入 {folder}；请运行：sudo chown -R $(id -un) {ROOT}")


def prepare(purpose: str) -> None:
    """Everything up to a working `guantong` command."""
    os.umask(0o022)
    check_python()
    check_writable()
    make_venv()
    install_lock("base")
    if purpose == "dev":
        install_lock("dev")
    install_project()
    compile_messages()
    offer_packages(PDF_PACKAGES, "生成 PDF ")
    if purpose == "dev":
        offer_packages(TEST_PACKAGES, "运行全部测试")


def main(arguments: Sequence[str]) -> int:
    """Exit code 0, or 1 with one line that says what to do."""
    if list(arguments) not in (["run"], ["dev"]):
        say("用法：bootstrap.py run|dev")
        return 2
    try:
        prepare(arguments[0])
    except SetUpError as stop:
        print(f"错误：{stop}", file=sys.stderr)  # noqa: T201  (the terminal is this script's only output)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
