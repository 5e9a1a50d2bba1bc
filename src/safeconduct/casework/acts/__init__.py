"""In which ways can what is known change?  One act a file, in rooms by area of work."""
