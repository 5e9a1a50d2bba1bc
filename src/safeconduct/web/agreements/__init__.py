"""Under which agreements does somebody work, and what do their terms say?"""
