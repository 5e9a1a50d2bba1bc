"""Pages, or parts of pages, that are written from the program itself when they are built."""
