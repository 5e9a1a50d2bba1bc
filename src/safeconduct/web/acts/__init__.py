"""How does somebody do an act?  A form from what the act asks, and the receipt of what was done."""
