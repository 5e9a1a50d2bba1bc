"""What did an act write?  The receipt, by which it can be proved."""
