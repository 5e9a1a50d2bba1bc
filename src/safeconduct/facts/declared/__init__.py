"""The declarations, one file for each question that they answer."""
