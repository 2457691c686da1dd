"""The base of all tables. The store binds them to its file when it opens."""

from __future__ import annotations

from peewee import AutoField, Model


class Table(Model):
    id = AutoField()

    class Meta:
        legacy_table_names = False
