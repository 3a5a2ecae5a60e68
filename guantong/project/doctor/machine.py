"""Findings about the machine: Python, disk, fonts and programs, secrets."""

from __future__ import annotations

import os
import platform
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from guantong.project.doctor.finding import Finding, good, hint
from guantong.project.engine import var_folder
from guantong.project.server import opened_folders

GIGABYTE = 1024**3
LEAST_DISK = 1
"""Gigabytes below which a warning is due: photos and the database's log grow."""

PDF_PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-cjk"


def machine_findings() -> Iterator[Finding]:
    """Everything that can be seen without the database."""
    yield _python()
    yield _disk()
    yield _documents()
    yield _chinese_font()
    yield _program("浏览器（测试用）", ("chromium",), "chromium")
    yield _program("gettext（更新译文用）", ("msgfmt", "xgettext"), "gettext")
    yield _program("poppler（测试用）", ("pdftotext",), "poppler-utils")
    yield from _secrets()
    yield from _opened_folders()


def _python() -> Finding:
    return good("Python", f"{platform.python_version()}（{sys.executable}）")


def _disk() -> Finding:
    folder = next(path for path in (var_folder(), *var_folder().parents) if path.exists())
    free = shutil.disk_usage(folder).free / GIGABYTE
    seen = f"{folder} 还有 {free:.1f} GB"
    if free < LEAST_DISK:
        return hint("磁盘", seen, f"df -h {folder}  # 腾出空间，或用 GUANTONG_VAR 换一个文件夹")
    return good("磁盘", seen)


def _documents() -> Finding:
    try:
        import weasyprint
    except (ImportError, OSError) as error:
        reason = str(error).splitlines()[0]
        return hint("生成 PDF", reason, f"sudo apt-get install -y {PDF_PACKAGES}")
    return good("生成 PDF", f"WeasyPrint {weasyprint.__version__}")


def _chinese_font() -> Finding:
    folders = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local/share/fonts")
    listed = _font_list() or [str(path) for folder in folders for path in folder.rglob("*[Cc][Jj][Kk]*")]
    if not listed:
        return hint("中文字体", "没有找到", "sudo apt-get install -y fonts-noto-cjk")
    return good("中文字体", Path(listed[0].split(":")[0]).name)


def _font_list() -> list[str]:
    if not shutil.which("fc-list"):
        return []
    asked = subprocess.run(["fc-list", ":lang=zh-cn"], capture_output=True, text=True, check=False)  # noqa: S607  (found on PATH)
    return sorted(asked.stdout.splitlines())


def _program(subject: str, names: tuple[str, ...], package: str) -> Finding:
    absent = [name for name in names if not shutil.which(name)]
    if absent:
        return hint(subject, f"没有 {'、'.join(absent)}", f"sudo apt-get install -y {package}")
    return good(subject, shutil.which(names[0]) or names[0])


def _opened_folders() -> Iterator[Finding]:
    if opened := opened_folders(var_folder()):
        seen = f"以 root 运行时，为了让数据库账号通过，{'、'.join(opened)} 增加了通行权限（o+x，不能列出内容）"
        yield hint("文件夹权限", seen, "不想这样，就用普通账号运行，或把项目放到 /srv 这样的文件夹")


def _secrets() -> Iterator[Finding]:
    for name, variable in (("secret-key", "SECRET_KEY"), ("personal-data-key", "PERSONAL_DATA_KEY")):
        yield _secret(f"密钥 {name}", var_folder() / name, variable)


def _secret(subject: str, path: Path, variable: str) -> Finding:
    if os.environ.get(variable):
        return good(subject, f"来自环境变量 {variable}")
    if not path.exists():
        return hint(subject, "还没有生成", "make setup")
    mode = stat.S_IMODE(path.stat().st_mode)
    if mode & (stat.S_IRWXG | stat.S_IRWXO):
        return hint(subject, f"别人也能读（{mode:o}）", f"chmod 600 {path}")
    return good(subject, "只有属主能读")
