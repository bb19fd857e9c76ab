"""What may exist in the graph: classes, relationships, properties and industries, read from Turtle."""
