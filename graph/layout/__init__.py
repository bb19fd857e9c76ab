"""Diagrams before they are drawn: who belongs where, and where everything stands on the page."""
