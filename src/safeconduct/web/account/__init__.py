"""How does somebody sign in?  By an account that whoever answers for the node has made."""
