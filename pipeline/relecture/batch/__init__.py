"""Folders of articles: found, shared out to worker processes, written so that none is lost or doubled.

Reading order: `model` (what travels), `sources` (finding), `store` (the manifest and index), `worker` and
`pool` (processes), `run` (the whole job).
"""
