"""Where does somebody without an account begin?  The front page and what needs no sign-in."""
