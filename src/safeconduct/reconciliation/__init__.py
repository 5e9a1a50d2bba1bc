"""Where do the two books differ, and why?  Matching, classified differences, disputes."""
