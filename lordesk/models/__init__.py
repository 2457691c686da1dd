"""The store: SQLite through peewee. Queries live here; a peewee object never leaves `lordesk`."""
