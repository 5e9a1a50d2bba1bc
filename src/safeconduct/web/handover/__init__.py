"""Who was sent, who was received, who was refused and why?  Line by line, and on a phone."""
