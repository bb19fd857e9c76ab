"""Files for other programs: one module a format, each with ``write(facts, out)``."""
