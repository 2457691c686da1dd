"""LoRDesk's screen: the only part that knows Qt."""
