"""Entities: people, organisations and places, their mentions, roles and words."""
