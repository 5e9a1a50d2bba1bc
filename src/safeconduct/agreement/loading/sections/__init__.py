"""What may each section of an agreement say?  Its keys, declared once."""
