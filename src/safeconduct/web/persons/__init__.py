"""What is on one person's file?  Everything that is open to who reads, and when it was known."""
