"""How fast is it, beside what else there is?  Contests run side by side; nothing is asserted."""
