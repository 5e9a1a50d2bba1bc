"""Which spellings of one language are the same name?"""
