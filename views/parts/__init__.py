"""What the pages share: the snapshot of the graph, search, layout, drawing, evidence and the state in the URL."""
