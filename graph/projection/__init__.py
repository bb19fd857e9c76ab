"""Networks out of facts: who takes part in what, where it stands, and which fields it serves."""
