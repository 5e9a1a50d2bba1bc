"""What did they agree?  Terms as data: dated, cited, checked; the library; the floor."""
