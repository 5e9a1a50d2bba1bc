"""How do many rows come in at once?  Read, shown with the reason at each row, then done."""
