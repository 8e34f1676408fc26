"""The site beside its peers: the same words and pictures for everyone, one browser, one host, one table."""
