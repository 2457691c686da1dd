"""The places of the app, one file or folder each."""
