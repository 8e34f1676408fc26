"""The site's core: plain functions on plain data.

MkDocs hooks (`scripts/hooks.py`), commands (`scripts/*.py`) and tests all call
what is in here; nothing in here knows about MkDocs.
"""
