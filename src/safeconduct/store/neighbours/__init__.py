"""How does a node meet the other party's?  Bundles in and out, their rows, their protection."""
