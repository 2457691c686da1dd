"""The verbs of LoRDesk over the store. Reads give frozen rows; each write is one transaction."""
