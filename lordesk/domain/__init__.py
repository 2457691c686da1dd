"""The rules: pure functions over rows. No database, disk, network or clock."""
