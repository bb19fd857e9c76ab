"""What the network says: who is central, how the layout is, where cooperation is missing, and what would change."""
