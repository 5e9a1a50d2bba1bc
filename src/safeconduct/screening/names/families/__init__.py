"""Which different words may call the same person?"""
