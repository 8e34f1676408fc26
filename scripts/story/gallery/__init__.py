"""Photographs in, derivatives out."""
