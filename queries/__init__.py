"""The library of analysts' questions and the registry that reads, checks and runs them."""
