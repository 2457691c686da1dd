"""LoRDesk's core: the rules, the store and the mail. It knows nothing of the screen."""

__version__ = "0.1.0"
