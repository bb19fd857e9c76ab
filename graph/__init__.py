"""Facts, the stores that keep them, and what is computed on the graph."""
