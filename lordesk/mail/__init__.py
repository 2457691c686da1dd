"""Mail: accounts, composing, sending, the outbox journal."""
