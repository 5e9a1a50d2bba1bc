"""How the tables of the database came to their shape."""
