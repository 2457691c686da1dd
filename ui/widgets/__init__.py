"""Building blocks of every page. They know nothing of LoRDesk's data."""
