"""From documents to facts: reading, mentions, relations, figures, resolution of names."""
