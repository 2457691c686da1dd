"""Queries over the file store's records and the materials."""

from __future__ import annotations

from datetime import datetime

from lordesk.kinds import MaterialKind
from lordesk.models.mail import FileVersion, Material
from lordesk.rows.mail import FileRef, MaterialRow


def all_hashes() -> list[str]:
    return [row[0] for row in FileVersion.sql("SELECT sha256 FROM file_version ORDER BY id")]


def record(sha256: str, size: int, at: datetime) -> int:
    """The id of a file's record; made where it is new."""
    found = FileVersion.get_or_none(FileVersion.sha256 == sha256)
    if found is None:
        found = FileVersion.create(sha256=sha256, size=size, added_at=at)
    return int(found.id)


def file_id(sha256: str) -> int | None:
    found = FileVersion.get_or_none(FileVersion.sha256 == sha256)
    return None if found is None else int(found.id)


def material_rows() -> list[MaterialRow]:
    """The newest version of each material, newest first."""
    found = Material.sql(
        "SELECT m.id, m.kind, f.sha256, m.name, f.size, m.added_at FROM material m"
        " JOIN file_version f ON f.id = m.file_id"
        " WHERE m.deleted_at IS NULL AND m.replaced_at IS NULL"
        " ORDER BY m.added_at DESC, m.id DESC"
    )
    rows = []
    for material_id, kind, sha256, name, size, added_at in found:
        file = FileRef(sha256, name, size, MaterialKind(kind))
        rows.append(
            MaterialRow(
                id=material_id,
                kind=MaterialKind(kind),
                file=file,
                added_at=datetime.fromisoformat(added_at),
            )
        )
    return rows


def used_materials(kind: MaterialKind) -> list[int]:
    """The current materials of a kind."""
    query = Material.select(Material.id).where(
        Material.kind == kind, Material.deleted_at.is_null(), Material.replaced_at.is_null()
    )
    return [int(m.id) for m in query]
