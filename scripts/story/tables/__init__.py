"""The tables of `docs/data/`: read, held against their schemas, indexed."""
