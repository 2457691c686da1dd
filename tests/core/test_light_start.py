"""What a start does not load: it would cost time and memory before anybody needs it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

OPEN = """
import importlib.util
import sys
from pathlib import Path
from lordesk.clock import Clock
from lordesk.core import Core
from lordesk.paths import paths_in
core = Core.open(paths_in(Path(sys.argv[1])), Clock())
core.today.today()
core.outbox.pending()
heavy = {"_decimal", "_hashlib", "_socket", "calendar", "ssl", "smtplib", "jinja2", "sqlite3"}
heavy.add("email.headerregistry")
if importlib.util.find_spec("pysqlite3") is None:
    heavy.remove("sqlite3")
assert not heavy & set(sys.modules), heavy & set(sys.modules)
import decimal, hashlib, peewee
assert decimal.Decimal("0.5") * 2 == 1
assert "sha256" in vars(hashlib)
assert peewee.hashlib.md5(b"").hexdigest() == hashlib.md5(b"").hexdigest()
core.close()
"""


def test_an_open_home_has_loaded_no_mail_no_sockets_no_openssl_and_one_sqlite(
    tmp_path: Path,
) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", OPEN, str(tmp_path)],
        cwd=ROOT, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
